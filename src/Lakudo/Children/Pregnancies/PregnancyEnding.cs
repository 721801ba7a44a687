using Lakudo.Kernel;

namespace Lakudo.Children.Pregnancies;

/// <summary>How a pregnancy came to its end in the register.</summary>
public enum PregnancyEnd : byte
{
    /// <summary>The child, or the children, were born.</summary>
    Born = 1,

    /// <summary>It ended without a birth that the register follows.</summary>
    Otherwise = 2,

    /// <summary>The woman moved out of the region.</summary>
    MovedAway = 3,
}

/// <summary>A pregnancy ended: from that day the posyandu does not look for her any more. One that was taken back stays, with why. One pregnancy has one that holds.</summary>
internal sealed class PregnancyEnding : IRegional
{
    private PregnancyEnding()
    {
    }

    public PregnancyEnding(int regionId, Guid id, Guid pregnancyId, PregnancyEnd kind, DateOnly on, string? note, Guid by, DateTime at) =>
        (RegionId, Id, PregnancyId, Kind, On, Note, By, At) = (regionId, id, pregnancyId, kind, on, note, by, at);

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PregnancyId { get; private set; }

    public PregnancyEnd Kind { get; private set; }

    public DateOnly On { get; private set; }

    public string? Note { get; private set; }

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? TakenBackAt { get; private set; }

    public Guid? TakenBackBy { get; private set; }

    public string? TakenBackReason { get; private set; }

    public void TakeBack(Guid by, DateTime at, string reason) => (TakenBackBy, TakenBackAt, TakenBackReason) = (by, at, reason);

    /// <summary>Takes the words out, and of the day all but the month, as of a child's day of birth.</summary>
    public void Forget() => (Note, TakenBackReason, On) = (null, null, new DateOnly(On.Year, On.Month, 1));
}

/// <summary>A child of the register that was born of a pregnancy; of twins there are two. It holds the entry as it was named: where entries are merged, readers follow it.</summary>
internal sealed class BornChild : IRegional
{
    private BornChild()
    {
    }

    public BornChild(int regionId, Guid pregnancyId, Guid childId, Guid by, DateTime at) => (RegionId, PregnancyId, ChildId, By, At) = (regionId, pregnancyId, childId, by, at);

    public int RegionId { get; private set; }

    public Guid PregnancyId { get; private set; }

    public Guid ChildId { get; private set; }

    public Guid By { get; private set; }

    public DateTime At { get; private set; }
}
