using Lakudo.Growth;

namespace Lakudo.Children.Register;

/// <summary>A part of who a child is.</summary>
public enum IdentityPart : byte
{
    /// <summary>The child's name.</summary>
    Name = 1,

    /// <summary>Boy or girl.</summary>
    Sex = 2,

    /// <summary>Day of birth.</summary>
    Birth = 3,

    /// <summary>The mother's name.</summary>
    Mother = 4,

    /// <summary>The mother's NIK.</summary>
    MotherNik = 5,

    /// <summary>Which child of its mother.</summary>
    BirthOrder = 6,

    /// <summary>The child's own NIK.</summary>
    Nik = 7,
}

/// <summary>Who a line, a form or the register says that a child is. What is null is not said.</summary>
/// <param name="Name">The child's name as written.</param>
/// <param name="Sex">Boy or girl.</param>
/// <param name="Birth">Day of birth.</param>
/// <param name="Mother">The mother's name as written.</param>
/// <param name="MotherNik">Keyed hash of the mother's NIK, as hex.</param>
/// <param name="BirthOrder">Which child of its mother.</param>
/// <param name="Nik">Keyed hash of the child's own NIK, as hex.</param>
internal sealed record SaidIdentity(string Name, Sex? Sex, DateOnly? Birth, string? Mother, string? MotherNik, int? BirthOrder, string? Nik = null);

/// <summary>Where two sources cannot speak of one child. No key is believed against the rest: the same NIK with another name, sex, day of birth, mother or order of birth is a contradiction.</summary>
internal static class Contradiction
{
    private const string MotherOf = "Ibu dari ";

    /// <summary>A mother's name that was put where a file named none.</summary>
    public static string Unknown(string child) => MotherOf + child;

    /// <summary>What contradicts; empty where both may speak of one child. A name in another spelling does not contradict, a day of birth that differs does.</summary>
    public static IReadOnlyList<IdentityPart> Between(SaidIdentity one, SaidIdentity other)
    {
        var found = new List<IdentityPart>();
        if (NewbornName.Contradict(one.Name, other.Name)) found.Add(IdentityPart.Name);
        if (one.Sex is { } sex && other.Sex is { } otherSex && sex != otherSex) found.Add(IdentityPart.Sex);
        if (one.Birth is { } birth && other.Birth is { } otherBirth && birth != otherBirth) found.Add(IdentityPart.Birth);
        if (AreOthers(one.Mother, other.Mother)) found.Add(IdentityPart.Mother);
        if (one.MotherNik is not null && other.MotherNik is not null && one.MotherNik != other.MotherNik) found.Add(IdentityPart.MotherNik);
        if (one.BirthOrder is { } order && other.BirthOrder is { } otherOrder && order != otherOrder) found.Add(IdentityPart.BirthOrder);
        if (one.Nik is not null && other.Nik is not null && one.Nik != other.Nik) found.Add(IdentityPart.Nik);
        return found;
    }

    /// <summary>Whether two names cannot be one grown person's. One that nobody gave says nothing.</summary>
    public static bool AreOthers(string? one, string? other) =>
        IsGiven(one) && IsGiven(other) && !new HeardName(one!).MayBe(new HeardName(other!));

    /// <summary>In words: <c>nama, tanggal lahir</c>.</summary>
    public static string Words(IEnumerable<IdentityPart> parts) => string.Join(", ", parts.Select(WordsOf));

    private static bool IsGiven(string? name) => !string.IsNullOrEmpty(name) && !name.StartsWith(MotherOf, StringComparison.Ordinal);

    private static string WordsOf(IdentityPart part) => part switch
    {
        IdentityPart.Name => "nama",
        IdentityPart.Sex => "jenis kelamin",
        IdentityPart.Birth => "tanggal lahir",
        IdentityPart.Mother => "nama ibu",
        IdentityPart.MotherNik => "NIK ibu",
        IdentityPart.BirthOrder => "anak ke",
        _ => "NIK",
    };
}
