using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Web.Growth;

namespace Lakudo.Web.Children.Reports;

/// <summary>What was typed into one row of the grid, as it was typed and as it was read. Nothing that was typed is lost, whatever is wrong with it.</summary>
public sealed class SheetEntry
{
    private const string AlreadyWeighed = "sudah";
    private readonly IFormCollection? _form;
    private readonly string _child;
    private readonly List<string> _faults = [];

    /// <param name="row">The row.</param>
    /// <param name="form">What was sent; null where the grid is shown for the first time.</param>
    /// <param name="day">The day of the posyandu.</param>
    internal SheetEntry(SheetRow row, IFormCollection? form, DateOnly day)
    {
        (Row, _form, _child) = (row, form, row.Due.Child.Id.ToString("N"));
        var (weight, height, arm, head) = (Measure("bb", "Berat", 3), Measure("tb", "Tinggi", 2), Measure("lila", "LiLA", 2), Measure("lk", "Lingkar kepala", 2));
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
    internal IReadOnlyList<string> Faults => _faults;

    /// <summary>The child has a weighing of this month; what is typed here stands beside it until the puskesmas decides.</summary>
    internal bool IsSecond => Row.Weighed is not null && Measured is not null;

    /// <summary>What the clerk has to confirm, as the form says it; empty where nothing is doubtful.</summary>
    internal string ToConfirm => string.Join(' ', Doubts.Select(d => d.ToString()).Concat(IsSecond ? [AlreadyWeighed] : []));

    /// <summary>Whether it was confirmed as it is now: another doubt asks again.</summary>
    internal bool IsConfirmed => ToConfirm.Length > 0 && this["yakin"].Length > 0 && ToConfirm.Split(' ').All(this["yakin"].Split(' ').Contains);

    /// <summary>Whether it can be saved.</summary>
    internal bool IsReady => _faults.Count == 0 && (ToConfirm.Length == 0 || IsConfirmed);

    /// <summary>A field as it was typed.</summary>
    internal string this[string field] => _form?[Name(field)].ToString().Trim() ?? "";

    /// <summary>The name of a field in the form.</summary>
    internal string Name(string field) => $"{field}-{_child}";

    /// <summary>The position as chosen or, where nothing was chosen, by age.</summary>
    internal string Chosen => this["posisi"] is { Length: > 0 } chosen ? chosen : Row.Due.Position == Position.Lying ? "T" : "B";

    /// <summary>Notes why the register refused it.</summary>
    internal void Refuse(string words) => _faults.Add(words);

    /// <summary>The measurement to be entered. Its id follows from the form's key, so that a form that comes twice is the same sheet.</summary>
    internal FieldMeasurement? Measurement(string key, DateTime at) => Measured is not { } m ? null : new FieldMeasurement
    {
        Id = Id(key, "ukur"),
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
        if (this["pmt"] == "1") yield return Given(ChildServiceKind.SupplementaryFood);
        foreach (var vaccine in Row.Vaccines.Where(v => this["im-" + v.Code] == "1")) yield return Given(ChildServiceKind.Immunisation, vaccine.Code);

        ChildService Given(ChildServiceKind kind, string? detail = null, bool yes = true) => new(Id(key, $"{kind}{detail}"), Row.Due.Child.Id, day, at, kind, yes, detail);
    }

    private Guid Id(string key, string what)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"sheet {key} {_child} {what}")))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }

    private int? Measure(string field, string words, int decimals)
    {
        var typed = this[field];
        if (typed.Length == 0) return null;
        if (DecimalText.TryRead(Encoding.UTF8.GetBytes(typed), decimals, out var scaled) && scaled is > 0 and < int.MaxValue) return (int)scaled;
        _faults.Add($"{words} \"{typed}\" bukan angka. Tulis seperti 9,2.");
        return null;
    }
}
