using Lakudo.Calendar;
using Lakudo.Catalogue;
using Lakudo.Kernel;

namespace Lakudo.Applications;

/// <summary>One person's application for one service. Private to the agency that decides.</summary>
internal sealed class Application : IOfAgency
{
    private Application()
    {
    }

    internal Application(int regionId, Guid id, Service service, string number, Applicant who, ApplicationOrigin origin, DateTime receivedAt)
    {
        (RegionId, Id, AgencyId, ServiceId, WhoIssues) = (regionId, id, service.AgencyId, service.Id, service.WhoIssues);
        (PromiseAmount, PromiseUnit, Origin) = (service.PromiseAmount, service.PromiseUnit, origin);
        (Number, NameSealed, NikSealed, NikFingerprint, ReceivedAt) = (number, who.NameSealed, who.NikSealed, who.NikFingerprint, receivedAt);
        (ContactSealed, ContactFingerprint) = (who.ContactSealed, who.ContactFingerprint);
    }

    /// <summary>Who applies, sealed.</summary>
    internal sealed record Applicant(byte[] NameSealed, byte[] NikSealed, byte[] NikFingerprint, byte[]? ContactSealed, byte[]? ContactFingerprint);

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public int AgencyId { get; private set; }

    public Guid ServiceId { get; private set; }

    public WhoIssues WhoIssues { get; private set; }

    public string Number { get; private set; } = "";

    public ApplicationOrigin Origin { get; private set; }

    /// <summary>The number in the hall it was filed from.</summary>
    public Guid? TicketId { get; private set; }

    public byte[] NameSealed { get; private set; } = [];

    public byte[] NikSealed { get; private set; } = [];

    public byte[] NikFingerprint { get; private set; } = [];

    /// <summary>Where the applicant wants to hear of it; null when none was given.</summary>
    public byte[]? ContactSealed { get; private set; }

    /// <summary>By which a contact is found; null also beside contacts that were kept before 0.2.</summary>
    public byte[]? ContactFingerprint { get; private set; }

    /// <summary>When the applicant's data was erased; what is left is a number, its stamps and its state.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>When an officer saw the identity card. Until then the NIK is <em>dinyatakan sendiri</em>.</summary>
    public DateTime? CardSeenAt { get; private set; }

    public ApplicationState State { get; private set; }

    /// <summary>What was promised when it was filed; a later change of the standard does not move it.</summary>
    public int PromiseAmount { get; private set; }

    public TimeUnit PromiseUnit { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    public DateTime? CompleteAt { get; private set; }

    public DateTime? DueAt { get; private set; }

    public bool DueIsProvisional { get; private set; }

    public string? DueCalendar { get; private set; }

    /// <summary>Why the due moment was counted anew, the last time it was.</summary>
    public string? DueReason { get; private set; }

    public DateTime? ReturnedAt { get; private set; }

    public string? Defects { get; private set; }

    public byte[]? StatementSealed { get; private set; }

    /// <summary>The account that verified; it may not decide.</summary>
    public Guid? VerifiedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecisionReason { get; private set; }

    public string? OutsideReference { get; private set; }

    /// <summary>When the result was there: document signed, issued outside, or rejected. The time taken runs from complete to here.</summary>
    public DateTime? ResultAt { get; private set; }

    public DateTime? HandedOverAt { get; private set; }

    public int Revision { get; private set; }

    public TimePromise Promise => new(PromiseAmount, PromiseUnit);

    internal void CameFrom(Guid? ticket) => TicketId = ticket;

    internal void CardSeen(DateTime at) => CardSeenAt ??= at;

    internal Refusal? MarkComplete(DateTime at, DateTime dueAt, DueMoment due)
    {
        if (State is not ApplicationState.Received) return NotNow();
        (CompleteAt, DueAt, DueIsProvisional, DueCalendar, DueReason) = (at, dueAt, due.Provisional, due.Calendar, null);
        return To(ApplicationState.Complete);
    }

    /// <summary>Puts another due moment in the place of the one counted on an earlier calendar.</summary>
    internal void Recount(DateTime dueAt, DueRevision revision)
    {
        (DueAt, DueIsProvisional, DueCalendar, DueReason) = (dueAt, revision.To.Provisional, revision.To.Calendar, revision.Reason);
        Revision++;
    }

    /// <summary>Notes that a later calendar was looked at and changed nothing.</summary>
    internal void StandsOn(string calendar) => DueCalendar = calendar;

    /// <summary>Stops the clock: it starts anew with the corrected file, as it is counted from a complete one.</summary>
    internal Refusal? Return(DateTime at, string defects)
    {
        if (State is not (ApplicationState.Received or ApplicationState.Complete)) return NotNow();
        if (ReturnedAt is not null) return ApplicationsRefusals.AlreadyReturned;
        (ReturnedAt, Defects, CompleteAt, DueAt, DueIsProvisional, DueCalendar) = (at, defects, null, null, false, null);
        return To(ApplicationState.Returned);
    }

    internal Refusal? Resubmit() => State is ApplicationState.Returned ? To(ApplicationState.Received) : NotNow();

    internal Refusal? Verify(byte[] statement, Guid? by)
    {
        if (State is not ApplicationState.Complete) return NotNow();
        (StatementSealed, VerifiedBy) = (statement, by);
        return To(ApplicationState.Verified);
    }

    internal Refusal? Decide(bool grant, string? reason, Guid? by, DateTime at)
    {
        if (WhoIssues is not WhoIssues.Local) return ApplicationsRefusals.IssuedElsewhere;
        if (State is not ApplicationState.Verified) return NotNow();
        if (by is not null && by == VerifiedBy) return ApplicationsRefusals.OwnVerification;
        (DecidedAt, DecisionReason, ResultAt) = (at, reason, grant ? null : at);
        return To(grant ? ApplicationState.Approved : ApplicationState.Rejected);
    }

    internal Refusal? Issued(DateTime at)
    {
        if (State is not ApplicationState.Approved) return NotNow();
        ResultAt = at;
        return To(ApplicationState.Ready);
    }

    internal Refusal? IssuedOutside(string reference, DateTime at)
    {
        if (WhoIssues is not WhoIssues.National) return ApplicationsRefusals.IssuedHere;
        if (State is not (ApplicationState.Complete or ApplicationState.Verified)) return NotNow();
        (OutsideReference, DecidedAt, ResultAt) = (reference, at, at);
        return To(ApplicationState.Ready);
    }

    internal Refusal? HandOver(DateTime at)
    {
        if (State is not ApplicationState.Ready) return NotNow();
        HandedOverAt = at;
        return To(ApplicationState.HandedOver);
    }

    /// <summary>Puts right what is wrong of the applicant; null leaves a part as it is.</summary>
    internal void Correct(byte[]? name, (byte[] Sealed, byte[] Fingerprint)? nik, (byte[] Sealed, byte[] Fingerprint)? contact)
    {
        NameSealed = name ?? NameSealed;
        (NikSealed, NikFingerprint) = nik ?? (NikSealed, NikFingerprint);
        if (contact is { } right) (ContactSealed, ContactFingerprint) = right;
        Revision++;
    }

    /// <summary>Takes the way to the applicant away; nothing more can be told.</summary>
    internal void ForgetContact()
    {
        (ContactSealed, ContactFingerprint) = (null, null);
        Revision++;
    }

    /// <summary>Takes the person out of it. The fingerprint stays where a document is kept by law, so that its holder can still find it.</summary>
    internal void Anonymise(byte[] nameSealed, byte[] nikSealed, bool keepFingerprint, DateTime at)
    {
        (NameSealed, NikSealed, NikFingerprint) = (nameSealed, nikSealed, keepFingerprint ? NikFingerprint : []);
        (StatementSealed, Defects, DecisionReason, OutsideReference, ErasedAt) = (null, null, null, null, at);
        ForgetContact();
    }

    internal Refusal NotNow() => ApplicationsRefusals.NotNow.With(State.Word());

    private Refusal? To(ApplicationState state)
    {
        State = state;
        Revision++;
        return null;
    }
}
