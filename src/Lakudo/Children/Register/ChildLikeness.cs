using Lakudo.Growth;

namespace Lakudo.Children.Register;

/// <summary>What tells one child from another without a NIK of its own.</summary>
/// <param name="Name">The child's name.</param>
/// <param name="Sex">Boy or girl, or null.</param>
/// <param name="Birth">Day of birth.</param>
/// <param name="BirthOrder">Which child of its mother, or null.</param>
/// <param name="Mother">The mother's name.</param>
/// <param name="MotherId">The mother's row: the same NIK is the same row.</param>
/// <param name="HasMotherNik">Whether the mother's NIK is known.</param>
/// <param name="NikFingerprint">Keyed hash of the child's own NIK, or null.</param>
/// <param name="Household">The household it belongs to, or null.</param>
internal sealed record ChildTraits(HeardName Name, Sex? Sex, DateOnly Birth, int? BirthOrder, HeardName Mother, Guid MotherId, bool HasMotherNik, byte[]? NikFingerprint, Guid? Household = null);

/// <summary>How likely two entries are one child, in points. People decide; the points only say whom to show.</summary>
/// <remarks>Weights are our own, tried on the sample: twins (same mother and day, other name) stay below the line, one child written twice with a mother of two spellings comes above it.
/// One household counts only where the mothers' rows differ, for one mother is one household anyhow, and not where order or sex say that there are two children: twins whose mother stands there twice.</remarks>
internal static class ChildLikeness
{
    /// <summary>From here on two entries are shown as likely one child.</summary>
    public const int Likely = 60;

    /// <summary>Below this not even one household makes two entries likely one child; only above it is worth asking where they live.</summary>
    public const int Open = Likely - SameHousehold;

    /// <summary>By so many days births may differ to be compared at all.</summary>
    public const int DaysApart = 3;

    /// <summary>What one household adds where the mothers' rows differ.</summary>
    public const int SameHousehold = 20;

    private const int OwnNik = 100, MothersNik = 30, SameDay = 25, NearDay = 12, SameOrder = 5, OtherOrder = -15, OtherSex = -35, OtherMotherNik = -25;
    private const double ChildsName = 35, MothersName = 20, NamesApart = 0.55;

    /// <summary>0 to 100 and above.</summary>
    public static int Of(ChildTraits one, ChildTraits other)
    {
        if (one.NikFingerprint is { } nik && other.NikFingerprint is { } nikOfOther) return nik.AsSpan().SequenceEqual(nikOfOther) ? OwnNik : 0;
        var days = Math.Abs(one.Birth.DayNumber - other.Birth.DayNumber);
        if (days > DaysApart) return 0;
        // Twins: all agrees but the name.
        if (one.Name.LikenessTo(other.Name, NamesApart) is not (> 0 and var names)) return 0;
        var points = (days == 0 ? SameDay : NearDay) + (ChildsName * names);
        points += one.MotherId == other.MotherId ? MothersNik + MothersName : MothersName * one.Mother.LikenessTo(other.Mother);
        if (one.MotherId != other.MotherId && one.HasMotherNik && other.HasMotherNik) points += OtherMotherNik;
        var isOtherSex = one.Sex is { } sex && other.Sex is { } otherSex && sex != otherSex;
        var isOtherOrder = one.BirthOrder is { } order && other.BirthOrder is { } otherOrder && order != otherOrder;
        if (isOtherSex) points += OtherSex;
        if (isOtherOrder) points += OtherOrder;
        else if (one.BirthOrder is not null && other.BirthOrder is not null) points += SameOrder;
        if (one.MotherId != other.MotherId && one.Household is { } house && house == other.Household && !isOtherSex && !isOtherOrder) points += SameHousehold;
        return (int)Math.Round(Math.Max(0, points));
    }
}
