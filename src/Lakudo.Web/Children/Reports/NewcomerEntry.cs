using Lakudo.Children;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Web.Children.Reports;

/// <summary>A row of the grid for a child that nobody knows here yet, as the paper has room for it: who it is, whether its mother agreed, and its first measurement.</summary>
public sealed class NewcomerEntry
{
    /// <summary>So many rows, as on paper.</summary>
    internal const int Rows = 3;

    private const string AnotherChild = "anak-lain";
    private static readonly string[] Identity = ["nama", "jk", "lahir", "ibu", "nik", "kia", "setuju"];
    private readonly TypedRow _typed;
    private readonly DateOnly _day;
    private readonly DateOnly? _birth;

    /// <param name="number">Which of the rows, from 1.</param>
    /// <param name="shown">The number that it carries, after the children of the register.</param>
    /// <param name="form">What was sent; null where the grid is shown for the first time.</param>
    /// <param name="day">The day of the posyandu.</param>
    internal NewcomerEntry(int number, int shown, IFormCollection? form, DateOnly day)
    {
        (Shown, _day, _typed) = (shown, day, new TypedRow(form, $"baru{number}"));
        var (weight, height, arm, head) = (_typed.Number("bb", "Berat", 3), _typed.Number("tb", "Tinggi", 2), _typed.Number("lila", "LiLA", 2), _typed.Number("lk", "Lingkar kepala", 2));
        _birth = _typed.Day("lahir", "Tanggal lahir");
        IsEmpty = Identity.All(f => this[f].Length == 0) && (weight ?? height ?? arm ?? head) is null && Faults.Count == 0;
        if (IsEmpty) return;
        Check();
        var months = _birth is { } birth && birth <= day ? CompletedMonths.Between(birth, day) : null;
        var position = this["posisi"] switch { "T" => Position.Lying, "B" => Position.Standing, _ => months < 24 ? Position.Lying : Position.Standing };
        Measured = (weight ?? height ?? arm ?? head) is null
            ? null
            : new PastMeasurement { Id = Guid.Empty, Day = day, Weight = weight, Height = height, Position = height is null ? null : position, Arm = arm, Head = head };
        Doubts = Measured is null || months is null ? [] : Plausibility.Of(new ChildHistory(SexTyped, _birth!.Value, []), Measured);
    }

    internal int Shown { get; }

    /// <summary>Whether nothing was typed.</summary>
    internal bool IsEmpty { get; }

    /// <summary>The measurement as read; null where none was typed.</summary>
    internal PastMeasurement? Measured { get; }

    internal IReadOnlyList<Doubt> Doubts { get; } = [];

    internal IReadOnlyList<string> Faults => _typed.Faults;

    /// <summary>Whether the register says that it looks like a child it knows.</summary>
    internal bool LooksLikeAnother { get; private set; }

    /// <summary>Whether the clerk said that it is another child than the one it looks like.</summary>
    internal bool IsSaidToBeAnother => this["lain"] == AnotherChild;

    internal string ToConfirm => string.Join(' ', Doubts);

    internal bool IsConfirmed => _typed.HasConfirmed(ToConfirm);

    internal bool IsReady => IsEmpty || (Faults.Count == 0 && (ToConfirm.Length == 0 || IsConfirmed));

    internal string this[string field] => _typed[field];

    /// <summary>The words by which a clerk knows the row.</summary>
    internal string Title => this["nama"].Length > 0 ? this["nama"] : $"Anak baru no. {Shown}";

    private Sex? SexTyped => this["jk"] switch { "L" => Sex.Male, "P" => Sex.Female, _ => null };

    internal string Name(string field) => _typed.Name(field);

    /// <summary>Notes why the register refused it.</summary>
    internal void Refuse(EntryNote note)
    {
        LooksLikeAnother = note.Code == ChildrenRefusals.LooksLikeOneHere.Code || note.Code == ChildrenRefusals.LooksLikeOneElsewhere.Code;
        _typed.Refuse($"{note.Text} ({note.Code})");
    }

    /// <summary>The id of the child. It follows from the form's key and from the name as typed: another name is another child.</summary>
    internal Guid Id(string key) => _typed.Id(key, "anak " + this["nama"]);

    /// <summary>The child to be registered. Call for a row that is ready and not empty only.</summary>
    internal NewChild Child(string key, DateTime at) => new()
    {
        Id = Id(key),
        At = at,
        Name = this["nama"],
        Sex = SexTyped!.Value,
        Birth = _birth!.Value,
        MotherName = this["ibu"],
        MotherNik = this["nik"] is { Length: > 0 } nik ? nik : null,
        HasConsent = this["setuju"] == "1",
    };

    /// <summary>Its first measurement; null where none was typed.</summary>
    internal FieldMeasurement? Measurement(string key, DateTime at) => Measured is not { } m ? null : new FieldMeasurement
    {
        Id = _typed.Id(key, "ukur " + this["nama"]),
        Child = Id(key),
        Day = m.Day,
        At = at,
        Weight = m.Weight,
        Height = m.Height,
        Position = m.Position,
        Arm = m.Arm,
        Head = m.Head,
        Confirmed = Doubts.Count == 0 ? null : Doubts,
    };

    /// <summary>What was said of the family's book; null where nothing was.</summary>
    internal ChildService? Book(string key, DateTime at) => this["kia"] is ("1" or "0") and var said
        ? new ChildService(_typed.Id(key, $"{ChildServiceKind.KiaBook} {this["nama"]}"), Id(key), _day, at, ChildServiceKind.KiaBook, said == "1")
        : null;

    private void Check()
    {
        if (this["nama"].Length == 0) _typed.Refuse("Isi nama anak. Bayi yang belum bernama: \"By. Ny.\" lalu nama ibu.");
        if (SexTyped is null) _typed.Refuse("Pilih laki-laki atau perempuan.");
        if (_birth is null && this["lahir"].Length == 0) _typed.Refuse("Isi tanggal lahir.");
        if (_birth > _day) _typed.Refuse("Tanggal lahir sesudah hari posyandu ini.");
        if (_birth is { } born && born <= _day && CompletedMonths.Between(born, _day) >= CompletedMonths.UnderFive) _typed.Refuse("Anak sudah lima tahun atau lebih; lembar ini untuk di bawah lima tahun.");
        if (this["ibu"].Length == 0) _typed.Refuse("Isi nama ibu.");
        if (this["setuju"] != "1") _typed.Refuse("Tanda \"ibu setuju dicatat\" belum ada. Tanpa persetujuan ibu anak tidak didaftarkan.");
    }
}
