using Lakudo.Children.Counts;
using Lakudo.Kernel;

namespace Lakudo.Children.Companions;

/// <summary>What a family is entrusted for.</summary>
public enum CompanionPurpose : byte
{
    /// <summary>Pendampingan keluarga berisiko stunting (Peraturan BKKBN 12/2021, RAN PASTI).</summary>
    FamilyAtRisk = 1,

    /// <summary>A visit at home to a child that has not come for long.</summary>
    NotSeen = 2,

    /// <summary>PMT: whether the supplementary food reaches the child and suits it.</summary>
    SupplementaryFood = 3,

    /// <summary>Going along to the puskesmas or hospital.</summary>
    Referral = 4,

    /// <summary>What the words beside it say.</summary>
    Other = 5,
}

/// <summary>How the mother or guardian agreed that a named companion sees her family (UU 27/2022 art. 22: in writing or recorded).</summary>
public enum ConsentForm : byte
{
    /// <summary>She signed a sheet that the puskesmas keeps.</summary>
    Written = 1,

    /// <summary>She said so to the officer who writes it down.</summary>
    Spoken = 2,
}

/// <summary>Why a companionship ended before its last day, or was closed after it.</summary>
public enum CompanionshipEnding : byte
{
    /// <summary>The puskesmas ended it, with a reason.</summary>
    ByPuskesmas = 1,

    /// <summary>A new decision took its place.</summary>
    Replaced = 2,

    /// <summary>The mother no longer wants a companion.</summary>
    SharingWithdrawn = 3,

    /// <summary>The mother took back that her child's data is kept at all.</summary>
    ConsentWithdrawn = 4,

    /// <summary>No child below five of the family is in the companion's village any more.</summary>
    FamilyGone = 5,

    /// <summary>The companion no longer serves in the village.</summary>
    DutyEnded = 6,
}

/// <summary>
/// A family (a mother and her children below five) entrusted to one named village officer or member of a TPK, for a purpose, until a day, with the mother's consent to just that. It is never prolonged:
/// a new decision with a new consent takes its place.
/// </summary>
internal sealed class Companionship : IRegional
{
    private Companionship()
    {
    }

    public Companionship(VillageOffice office, Guid id, Guid motherId, Guid childId, CompanionPurpose purpose, string words, ConsentForm consent, DateOnly consentOn, DateOnly firstDay, DateOnly lastDay, Guid by, DateTime now)
    {
        (RegionId, Id, OfficeId, AccountId) = (office.RegionId, id, office.Id, office.AccountId);
        (MotherId, ChildId, Purpose, Words) = (motherId, childId, purpose, words);
        (Consent, ConsentOn, FirstDay, LastDay, By, At) = (consent, consentOn, firstDay, lastDay, by, now);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The companion's duty in the village.</summary>
    public Guid OfficeId { get; private set; }

    /// <summary>The companion's account.</summary>
    public Guid AccountId { get; private set; }

    public Guid MotherId { get; private set; }

    /// <summary>The child on whose page it was decided.</summary>
    public Guid ChildId { get; private set; }

    public CompanionPurpose Purpose { get; private set; }

    /// <summary>What is to be done, in the puskesmas' words; may be empty.</summary>
    public string Words { get; private set; } = "";

    public ConsentForm Consent { get; private set; }

    /// <summary>The day on which the mother agreed.</summary>
    public DateOnly ConsentOn { get; private set; }

    public DateOnly FirstDay { get; private set; }

    /// <summary>The last day of the region on which the companion sees the family.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>The account that decided and to whom the mother agreed.</summary>
    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public CompanionshipEnding? Ending { get; private set; }

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForce(DateOnly today) => EndedAt is null && LastDay >= today;

    /// <summary>It is over; an earlier end stays.</summary>
    public void End(CompanionshipEnding why, DateTime now)
    {
        if (EndedAt is null) (EndedAt, Ending) = (now, why);
    }

    /// <summary>A child of the family was erased: words that may tell of it go, and where it was the one decided on another stands there.</summary>
    public void Forget(Guid remaining) => (Words, ChildId) = ("", remaining);
}
