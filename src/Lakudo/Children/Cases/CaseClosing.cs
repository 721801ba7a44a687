using Lakudo.Kernel;

namespace Lakudo.Children.Cases;

/// <summary>How a case ended.</summary>
public enum CaseOutcome : byte
{
    /// <summary>The child is well again.</summary>
    Recovered = 1,

    /// <summary>Counselling or food at the posyandu is enough; no one else is needed.</summary>
    HandledAtPosyandu = 2,

    /// <summary>The measurement was wrong; there was nothing.</summary>
    NotACase = 3,

    /// <summary>The family does not want to go, and it was talked about.</summary>
    FamilyDeclined = 4,

    /// <summary>Somebody else looks after the child from now on.</summary>
    HandedOver = 5,
}

/// <summary>A case was closed. What is measured later may open the next one.</summary>
internal sealed class CaseClosing : IRegional, IFollowsChild
{
    private CaseClosing()
    {
    }

    public CaseClosing(int regionId, Guid id, Guid childId, CaseGrounds grounds, CaseOutcome outcome, string? note, DateOnly on, Guid by, DateTime at)
    {
        (RegionId, Id, ChildId, WrittenFor) = (regionId, id, childId, childId);
        (Grounds, Outcome, Note, On, By, At) = (grounds, outcome, note, on, by, at);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ChildId { get; private set; }

    public Guid WrittenFor { get; private set; }

    public CaseGrounds Grounds { get; private set; }

    public CaseOutcome Outcome { get; private set; }

    public string? Note { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public void Follow(Guid childId) => ChildId = childId;

    public void Forget() => Note = null;
}
