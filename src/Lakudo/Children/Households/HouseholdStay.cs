using Lakudo.Kernel;

namespace Lakudo.Children.Households;

/// <summary>Who stays in a household.</summary>
public enum MemberKind : byte
{
    /// <summary>A child of the register.</summary>
    Child = 1,

    /// <summary>A mother of the register.</summary>
    Mother = 2,
}

/// <summary>A mother or child: a mother often has the id of the child with which she was entered, so the id alone does not say who is meant.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Id">The mother or the child.</param>
public readonly record struct HouseholdPerson(MemberKind Kind, Guid Id);

/// <summary>Why somebody no longer belongs to a household.</summary>
public enum LeavingHousehold : byte
{
    /// <summary>This part of the family moved away.</summary>
    Moved = 1,

    /// <summary>The parents live apart.</summary>
    ParentsApart = 2,

    /// <summary>Another family brings the child up.</summary>
    Fostered = 3,

    /// <summary>Died.</summary>
    Died = 4,

    /// <summary>It was never right.</summary>
    WrittenWrongly = 5,

    /// <summary>Two entries of one household became one.</summary>
    United = 6,
}

/// <summary>
/// That a mother or a child belongs to a household, from when to when. It speaks of the entry for which it was written: when entries of one child are merged, nothing moves; the child belongs where its own
/// entry does, else where one that went into it does (<see cref="HouseholdReach"/>). So a split needs no mending.
/// </summary>
internal sealed class HouseholdStay : IRegional
{
    private HouseholdStay()
    {
    }

    public HouseholdStay(int regionId, Guid id, Guid householdId, HouseholdPerson person, Guid? by, DateTime at) =>
        (RegionId, Id, HouseholdId, Kind, Subject, By, Since) = (regionId, id, householdId, person.Kind, person.Id, by, at);

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid HouseholdId { get; private set; }

    public MemberKind Kind { get; private set; }

    /// <summary>The child's entry or the mother. A mother often has the id of the child with which she was entered, so the kind is part of who it is. At most one stay of either is open.</summary>
    public Guid Subject { get; private set; }

    /// <summary>Who it is of.</summary>
    public HouseholdPerson Person => new(Kind, Subject);

    /// <summary>The account that wrote it down; null where it followed from the mother's.</summary>
    public Guid? By { get; private set; }

    public DateTime Since { get; private set; }

    /// <summary>Null while it lasts.</summary>
    public DateTime? Until { get; private set; }

    public LeavingHousehold? Reason { get; private set; }

    /// <summary>It ends.</summary>
    public void End(LeavingHousehold reason, DateTime at) => (Reason, Until) = (reason, at);
}
