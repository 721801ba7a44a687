using Lakudo.Calendar;
using Lakudo.Catalogue;
using Lakudo.Kernel;

namespace Lakudo.Applications;

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    /// <summary>Taken in; nobody has said yet whether it is complete.</summary>
    Received,

    /// <summary>Sent back with one list of defects; the clock stands.</summary>
    Returned,

    /// <summary>Declared complete; the clock runs.</summary>
    Complete,

    /// <summary>Verified; waits for the signing official or the outside system.</summary>
    Verified,

    /// <summary>Granted; the document is to be numbered and signed.</summary>
    Approved,

    /// <summary>Refused with a reason.</summary>
    Rejected,

    /// <summary>The document is signed, or the outside system has issued it.</summary>
    Ready,

    /// <summary>The applicant has it.</summary>
    HandedOver,
}

/// <summary>One person's application for one service. Private to the agency that decides.</summary>
internal sealed class Application : IOfAgency
{
    private Application()
    {
    }

    internal Application(int regionId, Guid id, Service service, string number, byte[] nameSealed, byte[] nikSealed, byte[] nikFingerprint, DateTime receivedAt)
    {
        (RegionId, Id, AgencyId, ServiceId, WhoIssues) = (regionId, id, service.AgencyId, service.Id, service.WhoIssues);
        (PromiseAmount, PromiseUnit) = (service.PromiseAmount, service.PromiseUnit);
        (Number, NameSealed, NikSealed, NikFingerprint, ReceivedAt) = (number, nameSealed, nikSealed, nikFingerprint, receivedAt);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public int AgencyId { get; private set; }

    public Guid ServiceId { get; private set; }

    public WhoIssues WhoIssues { get; private set; }

    public string Number { get; private set; } = "";

    public byte[] NameSealed { get; private set; } = [];

    public byte[] NikSealed { get; private set; } = [];

    public byte[] NikFingerprint { get; private set; } = [];

    public ApplicationState State { get; private set; }

    /// <summary>What was promised when it was filed; a later change of the standard does not move it.</summary>
    public int PromiseAmount { get; private set; }

    public TimeUnit PromiseUnit { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    public DateTime? CompleteAt { get; private set; }

    public DateTime? DueAt { get; private set; }

    public bool DueIsProvisional { get; private set; }

    public string? DueCalendar { get; private set; }

    public DateTime? ReturnedAt { get; private set; }

    public string? Defects { get; private set; }

    public byte[]? StatementSealed { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecisionReason { get; private set; }

    public string? OutsideReference { get; private set; }

    public DateTime? HandedOverAt { get; private set; }

    public int Revision { get; private set; }

    public TimePromise Promise => new(PromiseAmount, PromiseUnit);

    internal Refusal? MarkComplete(DateTime at, DateTime dueAt, DueMoment due)
    {
        if (State is not ApplicationState.Received) return NotNow();
        (CompleteAt, DueAt, DueIsProvisional, DueCalendar) = (at, dueAt, due.Provisional, due.Calendar);
        return To(ApplicationState.Complete);
    }

    /// <summary>Stops the clock: it starts anew with the corrected file, as it is counted from a complete one.</summary>
    internal Refusal? Return(DateTime at, string defects)
    {
        if (State is not (ApplicationState.Received or ApplicationState.Complete)) return NotNow();
        if (ReturnedAt is not null) return ApplicationsRefusals.AlreadyReturned;
        (ReturnedAt, Defects, CompleteAt, DueAt, DueIsProvisional, DueCalendar) = (at, defects, null, null, false, null);
        return To(ApplicationState.Returned);
    }

    internal Refusal? Resubmit() => State is ApplicationState.Returned ? To(ApplicationState.Received) : NotNow();

    internal Refusal? Verify(byte[] statement)
    {
        if (State is not ApplicationState.Complete) return NotNow();
        StatementSealed = statement;
        return To(ApplicationState.Verified);
    }

    internal Refusal? Decide(bool grant, string? reason, DateTime at)
    {
        if (WhoIssues is not WhoIssues.Local) return ApplicationsRefusals.IssuedElsewhere;
        if (State is not ApplicationState.Verified) return NotNow();
        (DecidedAt, DecisionReason) = (at, reason);
        return To(grant ? ApplicationState.Approved : ApplicationState.Rejected);
    }

    internal Refusal? Issued() => State is ApplicationState.Approved ? To(ApplicationState.Ready) : NotNow();

    internal Refusal? IssuedOutside(string reference, DateTime at)
    {
        if (WhoIssues is not WhoIssues.National) return ApplicationsRefusals.IssuedHere;
        if (State is not (ApplicationState.Complete or ApplicationState.Verified)) return NotNow();
        (OutsideReference, DecidedAt) = (reference, at);
        return To(ApplicationState.Ready);
    }

    internal Refusal? HandOver(DateTime at)
    {
        if (State is not ApplicationState.Ready) return NotNow();
        HandedOverAt = at;
        return To(ApplicationState.HandedOver);
    }

    internal Refusal NotNow() => ApplicationsRefusals.NotNow.With(State.Word());

    private Refusal? To(ApplicationState state)
    {
        State = state;
        Revision++;
        return null;
    }
}

/// <summary>The Indonesian words of <see cref="ApplicationState"/>.</summary>
public static class ApplicationStateWords
{
    /// <summary>The word on screens and receipts.</summary>
    public static string Word(this ApplicationState state) => state switch
    {
        ApplicationState.Received => "diterima",
        ApplicationState.Returned => "dikembalikan untuk diperbaiki",
        ApplicationState.Complete => "lengkap, sedang diproses",
        ApplicationState.Verified => "terverifikasi, menunggu keputusan",
        ApplicationState.Approved => "disetujui, menunggu tanda tangan",
        ApplicationState.Rejected => "ditolak",
        ApplicationState.Ready => "siap diserahkan",
        _ => "selesai",
    };
}
