using Lakudo.Children.Measuring;
using Lakudo.Children.Reports;
using Lakudo.Field;

namespace Lakudo.Web.Children.Reports;

/// <summary>A part of a month sheet as a form: its children by number, on the last part the newcomers and the pregnant women.</summary>
internal sealed class SheetForm
{
    /// <summary>So many children stand on one part.</summary>
    internal const int PartSize = 60;

    private readonly MonthSheet.Answer _sheet;

    /// <param name="sheet">The sheet.</param>
    /// <param name="part">Which part was asked for, from 1; what does not exist is the nearest that does.</param>
    /// <param name="form">What was sent; null where it is shown for the first time.</param>
    internal SheetForm(MonthSheet.Answer sheet, int part, IFormCollection? form)
    {
        (_sheet, Parts) = (sheet, Math.Max(1, (sheet.Children.Length + PartSize - 1) / PartSize));
        Part = Math.Clamp(part, 1, Parts);
        Children = [.. sheet.Children.Skip((Part - 1) * PartSize).Take(PartSize).Select(row => new SheetEntry(row, form, sheet.Day))];
        if (Part < Parts) return;
        Newcomers = [.. Enumerable.Range(1, NewcomerEntry.Rows).Select(n => new NewcomerEntry(n, sheet.Children.Length + n, form, sheet.Day))];
        Mothers = [.. sheet.Mothers.Select(row => new MotherEntry(row, form, sheet.Day))];
    }

    internal int Parts { get; }

    internal int Part { get; }

    internal IReadOnlyList<SheetEntry> Children { get; }

    internal IReadOnlyList<NewcomerEntry> Newcomers { get; } = [];

    internal IReadOnlyList<MotherEntry> Mothers { get; } = [];

    /// <summary>How many rows have to be looked at before anything is saved.</summary>
    internal int ToCheck => Children.Count(e => !e.IsReady) + Newcomers.Count(e => !e.IsReady) + Mothers.Count(e => !e.IsReady);

    /// <summary>How many children's rows were typed into that no longer stand on this part.</summary>
    internal int Lost(IFormCollection form)
    {
        var shown = Children.Select(e => e.Name("bb")).Concat(Newcomers.Select(e => e.Name("bb"))).ToHashSet();
        var women = Mothers.Select(e => e.Name("ianc")).ToHashSet();
        return form.Count(f => f.Value.ToString().Length > 0
            && ((f.Key.StartsWith("bb-", StringComparison.Ordinal) && !shown.Contains(f.Key)) || (f.Key.StartsWith("ianc-ibu", StringComparison.Ordinal) && !women.Contains(f.Key))));
    }

    /// <summary>The measurements that were typed, of children and newcomers that can be saved.</summary>
    internal List<FieldMeasurement> Measurements(string key, DateTime at) =>
        [.. Children.Select(e => e.Measurement(key, at)).Concat(Newcomers.Where(e => !e.IsEmpty).Select(e => e.Measurement(key, at))).OfType<FieldMeasurement>()];

    /// <summary>All of it as the verb takes it. Call when nothing is left to check only.</summary>
    internal EnterSheet.Command Command(Guid posyandu, Guid measurer, string key, DateTime at)
    {
        var newcomers = Newcomers.Where(e => !e.IsEmpty).ToList();
        return new(posyandu, measurer, [.. newcomers.Select(e => e.Child(key, at))], Measurements(key, at), [.. Children.SelectMany(e => e.Services(key, _sheet.Day, at)), .. newcomers.Select(e => e.Book(key, at)).OfType<ChildService>()])
        {
            Visits = [.. Mothers.Select(e => e.Visit(key, at)).OfType<PregnancyVisit>()],
            Others = [.. newcomers.Where(e => e.IsSaidToBeAnother).Select(e => e.Id(key))],
        };
    }

    /// <summary>Puts why the register refused an entry beside its row.</summary>
    internal void Refuse(IReadOnlyList<EntryNote> refusals, string key, DateTime at)
    {
        foreach (var note in refusals.Where(r => r.Entry is not null))
        {
            var id = note.Entry!.Value;
            Children.FirstOrDefault(e => e.Measurement(key, at)?.Id == id || e.Services(key, _sheet.Day, at).Any(s => s.Id == id))?.Refuse($"{note.Text} ({note.Code})");
            Newcomers.FirstOrDefault(e => !e.IsEmpty && (e.Id(key) == id || e.Measurement(key, at)?.Id == id || e.Book(key, at)?.Id == id))?.Refuse(note);
            Mothers.FirstOrDefault(e => e.Visit(key, at)?.Id == id)?.Refuse($"{note.Text} ({note.Code})");
        }
    }
}
