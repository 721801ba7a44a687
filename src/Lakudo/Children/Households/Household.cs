using Lakudo.Kernel;

namespace Lakudo.Children.Households;

/// <summary>
/// A family as it lives together: mothers and children of the register, with or without the number of its card. Who belongs to it stands in its <see cref="HouseholdStay"/>s; a household without any is
/// deleted, so that no number stays of nobody.
/// </summary>
internal sealed class Household : IRegional
{
    private Household()
    {
    }

    public Household(int regionId, Guid id, int villageId, Neighbourhood place, SealedNumber? number, DateTime at)
    {
        (RegionId, Id, VillageId, Rt, Rw, OpenedAt) = (regionId, id, villageId, place.Rt, place.Rw, at);
        Number(number);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The village or kelurahan.</summary>
    public int VillageId { get; private set; }

    /// <summary>Rukun tetangga, 1 to 999; null where it is not known.</summary>
    public int? Rt { get; private set; }

    /// <summary>Rukun warga, 1 to 999; null where it is not known.</summary>
    public int? Rw { get; private set; }

    /// <summary>The number of the family card, encrypted; null where it is not known.</summary>
    public byte[]? NumberSealed { get; private set; }

    /// <summary>Keyed hash by which the same number is found; unique in a region.</summary>
    public byte[]? NumberFingerprint { get; private set; }

    public DateTime OpenedAt { get; private set; }

    /// <summary>Its number is known, or another one is, or it is not known after all.</summary>
    public void Number(SealedNumber? number) => (NumberSealed, NumberFingerprint) = (number?.Box, number?.Fingerprint);

    /// <summary>It lives elsewhere, or its RT and RW became known.</summary>
    public void LivesAt(int village, Neighbourhood place) => (VillageId, Rt, Rw) = (village, place.Rt, place.Rw);

    /// <summary>Whether this is its number.</summary>
    public bool Has(byte[] fingerprint) => NumberFingerprint is { } own && own.AsSpan().SequenceEqual(fingerprint);
}

/// <summary>A number that a household had before it was corrected, sealed like the present one: the journal may hold none. Goes with the household.</summary>
internal sealed class HouseholdCorrection : IRegional
{
    private HouseholdCorrection()
    {
    }

    public HouseholdCorrection(int regionId, Guid id, Guid householdId, byte[] beforeSealed, Guid? by, DateTime at, string why) =>
        (RegionId, Id, HouseholdId, BeforeSealed, By, At, Why) = (regionId, id, householdId, beforeSealed, by, at, why);

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid HouseholdId { get; private set; }

    public byte[] BeforeSealed { get; private set; } = [];

    /// <summary>The account.</summary>
    public Guid? By { get; private set; }

    public DateTime At { get; private set; }

    public string Why { get; private set; } = "";
}
