using Lakudo.Kernel;

namespace Lakudo.Children.Cases;

/// <summary>Where a child is sent.</summary>
public enum ReferralPlace : byte
{
    /// <summary>To the puskesmas.</summary>
    Puskesmas = 1,

    /// <summary>To a hospital.</summary>
    Hospital = 2,
}

/// <summary>A child was sent to a puskesmas or hospital with a letter, and an answer is waited for.</summary>
internal sealed class Referral : IRegional, IFollowsChild
{
    private Referral()
    {
    }

    public Referral(int regionId, Guid id, Guid childId, Guid posyanduId, CaseGrounds grounds, ReferralPlace to, string toName, string reason, DateOnly on, DateOnly answerBy, Guid by, DateTime at)
    {
        (RegionId, Id, ChildId, WrittenFor, PosyanduId, Grounds) = (regionId, id, childId, childId, posyanduId, grounds);
        (To, ToName, Reason, On, AnswerBy, By, At) = (to, toName, reason, on, answerBy, by, at);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ChildId { get; private set; }

    public Guid WrittenFor { get; private set; }

    /// <summary>Where it was measured then.</summary>
    public Guid PosyanduId { get; private set; }

    /// <summary>What the measurements said that day.</summary>
    public CaseGrounds Grounds { get; private set; }

    public ReferralPlace To { get; private set; }

    /// <summary>The name of the puskesmas or hospital.</summary>
    public string ToName { get; private set; } = "";

    /// <summary>Why, as it stands in the letter.</summary>
    public string Reason { get; private set; } = "";

    public DateOnly On { get; private set; }

    /// <summary>Until when an answer is waited for; after it the referral is overdue.</summary>
    public DateOnly AnswerBy { get; private set; }

    /// <summary>The account that sent it.</summary>
    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>When the case was closed, or the child was sent on elsewhere; null while it is open.</summary>
    public DateTime? EndedAt { get; private set; }

    public void End(DateTime at) => EndedAt ??= at;

    public void Follow(Guid childId) => ChildId = childId;

    public void Forget() => (ToName, Reason) = ("", "");
}

/// <summary>What came back of a referral. A later answer stands beside an earlier one.</summary>
internal sealed class ReferralAnswer : IRegional, IFollowsChild
{
    private ReferralAnswer()
    {
    }

    public ReferralAnswer(Referral referral, Guid id, bool arrived, DateOnly on, string? finding, string? given, DateOnly? comeBackOn, Guid by, DateTime at)
    {
        (RegionId, Id, ReferralId, ChildId, WrittenFor) = (referral.RegionId, id, referral.Id, referral.ChildId, referral.WrittenFor);
        (Arrived, On, Finding, Given, ComeBackOn, By, At) = (arrived, on, finding, given, comeBackOn, by, at);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ReferralId { get; private set; }

    public Guid ChildId { get; private set; }

    public Guid WrittenFor { get; private set; }

    /// <summary>Whether the child came there.</summary>
    public bool Arrived { get; private set; }

    /// <summary>The day it came, or on which it was known that it did not.</summary>
    public DateOnly On { get; private set; }

    public string? Finding { get; private set; }

    public string? Given { get; private set; }

    /// <summary>When it should come again; null for not needed.</summary>
    public DateOnly? ComeBackOn { get; private set; }

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public void Follow(Guid childId) => ChildId = childId;

    public void Forget() => (Finding, Given) = (null, null);
}
