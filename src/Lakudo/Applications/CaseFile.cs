using Lakudo.Applications.Clocks;
using Lakudo.Applications.Documents;
using Lakudo.Applications.Personal;
using Lakudo.Calendar;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>One file as those who work on it see it: applicant, checklist, clock, documents, history.</summary>
/// <remarks>The NIK is masked here; <see cref="RevealNik"/> shows it and journals that. An inspector sees a masked name, and every look is journaled.</remarks>
public sealed class CaseFile(LakudoDb db, Commit commit, PersonalData personal, WorkingDayCalendar calendar, IssuingOffice office)
{
    /// <summary>A requirement and what was handed in for it.</summary>
    public sealed record RequirementRow(Guid Id, string Text, FileRow[] Files);

    /// <summary>A handed-in file.</summary>
    public sealed record FileRow(Guid Id, UploadKind Kind, int Bytes, bool ByStaff, DateTime At);

    /// <summary>A row of the number register.</summary>
    public sealed record DocumentRow(
        Guid Id, string Number, string Code, DocumentState State, SigningWay? Way, string Signatory, DateOnly IssuedOn, DateOnly? ValidUntil, string? EndReason, bool IsSample);

    /// <summary>Something that happened to it.</summary>
    public sealed record HistoryRow(DateTime At, string Fact, string Role, string? Why);

    /// <summary>How its time is counted.</summary>
    /// <param name="Words">Promise, unit and regime in words.</param>
    /// <param name="DueAt">Until when, UTC; null while the clock stands.</param>
    /// <param name="Provisional">Whether that may move: <em>sementara</em>.</param>
    /// <param name="Calendar">The calendar it was counted on.</param>
    /// <param name="Reason">Why it was counted anew, the last time it was.</param>
    /// <param name="DeemedAt">When silence would be deemed a grant where no sector rule sets a time, UTC; a warning only.</param>
    public sealed record ClockRow(string Words, DateTime? DueAt, bool Provisional, string? Calendar, string? Reason, DateTime? DeemedAt);

    /// <summary>What is known before a signature is made.</summary>
    /// <param name="AsksPassphrase">Whether the official types a passphrase for each.</param>
    /// <param name="IsSimulated">Whether a simulator answers in the signing service's place.</param>
    /// <param name="IsSample">Whether the signature has no legal force.</param>
    public sealed record SigningRow(bool AsksPassphrase, bool IsSimulated, bool IsSample);

    /// <summary>The file.</summary>
    /// <param name="Id">The application.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Secret">The receipt's secret, so that a lost receipt can be printed again; null for whoever may not check the file.</param>
    /// <param name="Agency">The agency's number.</param>
    /// <param name="AgencyName">The agency.</param>
    /// <param name="ServiceCode">The service's code.</param>
    /// <param name="ServiceName">The service.</param>
    /// <param name="WhoIssues">Who makes the document.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Origin">How it came in.</param>
    /// <param name="Name">The applicant.</param>
    /// <param name="Nik">The NIK, masked.</param>
    /// <param name="NikIsStated">Whether no officer has seen the card yet: <em>dinyatakan sendiri</em>.</param>
    /// <param name="Contact">Where the applicant hears of it, masked.</param>
    /// <param name="ReceivedAt">First stamp.</param>
    /// <param name="CompleteAt">Second stamp.</param>
    /// <param name="Clock">How its time is counted.</param>
    /// <param name="WasReturned">Whether it was sent back already, which can be done once.</param>
    /// <param name="Defects">The one list.</param>
    /// <param name="Statement">What the document shall say.</param>
    /// <param name="DecisionReason">Why it was rejected.</param>
    /// <param name="OutsideReference">The outside system's number.</param>
    /// <param name="Requirements">The checklist.</param>
    /// <param name="Documents">Its rows of the number register, the newest first.</param>
    /// <param name="History">What happened, in order.</param>
    /// <param name="Signing">What signing will ask and be worth.</param>
    public sealed record Answer(
        Guid Id, string Number, string? Secret, int Agency, string AgencyName, string ServiceCode, string ServiceName, WhoIssues WhoIssues, ApplicationState State,
        ApplicationOrigin Origin, string Name, string Nik, bool NikIsStated, string? Contact, DateTime ReceivedAt, DateTime? CompleteAt, ClockRow Clock, bool WasReturned,
        string? Defects, string? Statement, string? DecisionReason, string? OutsideReference, RequirementRow[] Requirements, DocumentRow[] Documents, HistoryRow[] History,
        SigningRow Signing);

    /// <summary>Looks. Refused with K-001, A-040.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadApplications) is { } refusal) return refusal;
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (application is null || db.MayNot(caller, Act.ReadApplications, agency: application.AgencyId) is not null) return ApplicationsRefusals.NoSuchApplication;
        var acting = db.ActingFor(caller);
        var masks = Inbox.Masks(acting);
        if (acting.Is(Role.Inspector) && await commit.Note(caller, new ApplicationInspected(id), ct) is { } notJournaled) return notJournaled;

        var service = await db.Services.AsNoTracking().SingleAsync(s => s.Id == application.ServiceId, ct);
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == application.AgencyId, ct);
        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct);
        var documents = await db.IssuedDocuments.AsNoTracking().Where(d => d.ApplicationId == id).OrderByDescending(d => d.Sequence).ToListAsync(ct);
        var name = personal.Open(application.NameSealed);
        return new Answer(
            id, application.Number, caller.MayNot(Act.CheckApplication, agency: agency.Id) is null ? ReceiptSecret.Of(personal, id) : null, agency.Id, agency.Name, service.Code, service.Name,
            application.WhoIssues, application.State, application.Origin, masks ? PersonName.Mask(name) : name, ErasedApplicant.MaskedNik(personal, application),
            application.CardSeenAt is null, application.ContactSealed is { } contact ? Contact.Read(personal.Open(contact)).Value.Masked : null,
            application.ReceivedAt, application.CompleteAt, ClockOf(application, region), application.ReturnedAt is not null, application.Defects,
            masks || application.StatementSealed is null ? null : personal.Open(application.StatementSealed), application.DecisionReason, application.OutsideReference,
            await Requirements(application, ct), [.. documents.Select(Row)], await History(id, documents, ct), new(office.Signer.AsksPassphrase, office.Signer.IsSimulated, office.Signer.IsSample || region.IsSample));
    }

    private ClockRow ClockOf(Application application, Region region)
    {
        DateTime? deemed = null;
        if (application.CompleteAt is { } complete && application.ResultAt is null && ClockRegime.DeemedApproval.Promise is { } promise)
        {
            var due = calendar.Due(Clock.Local(complete, region.TimeZone), promise);
            deemed = Clock.Utc(due.Day, TimeOnly.FromDateTime(due.At), region.TimeZone);
        }

        return new(ClockRegime.ServiceStandard.Write(application.Promise), application.DueAt, application.DueIsProvisional, application.DueCalendar, application.DueReason, deemed);
    }

    private async Task<RequirementRow[]> Requirements(Application application, CancellationToken ct)
    {
        var asked = await db.Requirements.AsNoTracking().Where(r => r.ServiceId == application.ServiceId).OrderBy(r => r.Order).ToListAsync(ct);
        var files = (await db.ApplicationFiles.AsNoTracking().Where(f => f.ApplicationId == application.Id).OrderByDescending(f => f.At).ToListAsync(ct)).ToLookup(f => f.RequirementId);
        return [.. asked.Where(r => !r.IsRetired || files.Contains(r.Id)).Select(r => new RequirementRow(r.Id, r.Text, [.. files[r.Id].Select(f => new FileRow(f.Id, f.Kind, f.Bytes, f.ByStaff, f.At))]))];
    }

    private async Task<HistoryRow[]> History(Guid id, IReadOnlyList<IssuedDocument> documents, CancellationToken ct)
    {
        var subjects = documents.Select(d => d.Id).Append(id).ToArray();
        return [.. await db.JournalEntries.AsNoTracking().Where(e => subjects.Contains(e.Subject)).OrderBy(e => e.Seq).Select(e => new HistoryRow(e.At, e.Fact, e.ByRole, e.Why)).ToListAsync(ct)];
    }

    private DocumentRow Row(IssuedDocument document)
    {
        var content = SignDocument.Content(personal, document);
        return new(document.Id, content.Number, VerificationCode.Read(document.Code).Value.ToString(), document.State, document.Way, content.Signatory.Name, document.IssuedOn, document.ValidUntil,
            document.EndReason, document.IsSample);
    }
}
