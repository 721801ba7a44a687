using Lakudo.Kernel;

namespace Lakudo.Children.Cases;

/// <summary>Why a child is no longer one of its posyandu.</summary>
public enum LeavingKind : byte
{
    /// <summary>The family moved out of the region.</summary>
    MovedAway = 1,

    /// <summary>The child died.</summary>
    Died = 2,

    /// <summary>Nobody knows where it is.</summary>
    NotFound = 3,
}

/// <summary>A child left: from that day it is not one of the posyandu's children any more. One that was taken back stays, with why.</summary>
internal sealed class Leaving : IRegional, IFollowsChild
{
    private Leaving()
    {
    }

    public Leaving(int regionId, Guid id, Guid childId, LeavingKind kind, DateOnly on, string reason, Guid by, DateTime at)
    {
        (RegionId, Id, ChildId, WrittenFor) = (regionId, id, childId, childId);
        (Kind, On, Reason, By, At) = (kind, on, reason, by, at);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ChildId { get; private set; }

    public Guid WrittenFor { get; private set; }

    public LeavingKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? TakenBackAt { get; private set; }

    public Guid? TakenBackBy { get; private set; }

    public string? TakenBackReason { get; private set; }

    public void TakeBack(Guid by, DateTime at, string reason) => (TakenBackBy, TakenBackAt, TakenBackReason) = (by, at, reason);

    public void Follow(Guid childId) => ChildId = childId;

    public void Forget() => (Reason, TakenBackReason) = ("", null);
}
