using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Web.Children.Reports;

/// <summary>What was typed into one row of the grid, as it was typed and as it was read. Nothing that was typed is lost, whatever is wrong with it.</summary>
public sealed class SheetEntry
{
    private const string AlreadyWeighed = "sudah";
    private readonly TypedRow _typed;

    /// <param name="row">The row.</param>
    /// <param name="form">What was sent; null where the grid is shown for the first time.</param>
    /// <param name="day">The day of the posyandu.</param>
    internal SheetEntry(SheetRow row, IFormCollection? form, DateOnly day)
    {
        (Row, _typed) = (row, new TypedRow(form, row.Due.Child.Id.ToString("N")));
        var (weight, height, arm, head) = (_typed.Number("bb", "Berat", 3), _typed.Number("tb", "Tinggi", 2), _typed.Number("lila", "LiLA", 2), _typed.Number("lk", "Lingkar kepala", 2));
        var position = this["posisi"] switch { "T" => Position.Lying, "B" => Position.Standing, _ => row.Due.Position };
        Measured = (weight ?? height ?? arm ?? head) is null
            ? null
            : new PastMeasurement { Id = Guid.Empty, Day = day, Weight = weight, Height = height, Position = height is null ? null : position, Arm = arm, Head = head };
        Doubts = Measured is null ? [] : Plausibility.Of(ChildHistory.Of(row.Due.Child), Measured);
    }

    /// <summary>The row.</summary>
    internal SheetRow Row { get; }

    /// <summary>The measurement as read; null where none was typed.</summary>
    internal PastMeasurement? Measured { get; }

    /// <summary>Why it should be looked at again on the paper.</summary>
    internal IReadOnlyList<Doubt> Doubts { get; }

    /// <summary>What cannot be read, and what the register refused.</summary>
    internal IReadOnlyList<string> Faults => _typed.Faults;

    /// <summary>The child has a weighing of this month; what is typed here stands beside it until the puskesmas decides.</summary>
    internal bool IsSecond => Row.Weighed is not null && Measured is not null;

    /// <summary>What the clerk has to confirm, as the form says it; empty where nothing is doubtful.</summary>
    internal string ToConfirm => string.Join(' ', Doubts.Select(d => d.ToString()).Concat(IsSecond ? [AlreadyWeighed] : []));

    /// <summary>Whether it was confirmed as it is now: another doubt asks again.</summary>
    internal bool IsConfirmed => _typed.HasConfirmed(ToConfirm);

    /// <summary>Whether it can be saved.</summary>
    internal bool IsReady => Faults.Count == 0 && (ToConfirm.Length == 0 || IsConfirmed);

    /// <summary>A field as it was typed.</summary>
    internal string this[string field] => _typed[field];

    /// <summary>The name of a field in the form.</summary>
    internal string Name(string field) => _typed.Name(field);

    /// <summary>The position as chosen or, where nothing was chosen, by age.</summary>
    internal string Chosen => this["posisi"] is { Length: > 0 } chosen ? chosen : Row.Due.Position == Position.Lying ? "T" : "B";

    /// <summary>Notes why the register refused it.</summary>
    internal void Refuse(string words) => _typed.Refuse(words);

    /// <summary>The measurement to be entered. Its id follows from the form's key, so that a form that comes twice is the same sheet.</summary>
    internal FieldMeasurement? Measurement(string key, DateTime at) => Measured is not { } m ? null : new FieldMeasurement
    {
        Id = _typed.Id(key, "ukur"),
        Child = Row.Due.Child.Id,
        Day = m.Day,
        At = at,
        Weight = m.Weight,
        Height = m.Height,
        Position = m.Position,
        Arm = m.Arm,
        Head = m.Head,
        Confirmed = Doubts.Count == 0 ? null : Doubts,
    };

    /// <summary>What was ticked.</summary>
    internal IEnumerable<ChildService> Services(string key, DateOnly day, DateTime at)
    {
        if (this["va"] == "1") yield return Given(Row.Due.VitaminA == VitaminADose.Red ? ChildServiceKind.VitaminARed : ChildServiceKind.VitaminABlue);
        if (this["oc"] == "1") yield return Given(ChildServiceKind.Deworming);
        if (this["asi"] is "1" or "0") yield return Given(Row.Due.AsksBreastfeeding ? ChildServiceKind.ExclusiveBreastfeeding : ChildServiceKind.ComplementaryFood, null, this["asi"] == "1");
        if (this["kia"] is "1" or "0") yield return Given(ChildServiceKind.KiaBook, null, this["kia"] == "1");
        if (this["pmt"] == "1") yield return Given(ChildServiceKind.SupplementaryFood);
        foreach (var vaccine in Row.Vaccines.Where(v => this["im-" + v.Code] == "1")) yield return Given(ChildServiceKind.Immunisation, vaccine.Code);

        ChildService Given(ChildServiceKind kind, string? detail = null, bool yes = true) => new(_typed.Id(key, $"{kind}{detail}"), Row.Due.Child.Id, day, at, kind, yes, detail);
    }
}
