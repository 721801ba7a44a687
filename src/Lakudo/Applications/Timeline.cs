using Lakudo.Applications.Clocks;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>What an applicant sees by number and secret, without an account: the stamps, the promise, what is to be done. No name and no NIK.</summary>
public sealed class Timeline(LakudoDb db, PersonalData personal)
{
    /// <summary>A requirement, and how many files were handed in for it.</summary>
    public sealed record RequirementRow(Guid Id, string Text, int Files);

    /// <summary>How it stands.</summary>
    /// <param name="Id">The application.</param>
    /// <param name="Number">The number.</param>
    /// <param name="Service">The service.</param>
    /// <param name="ServiceCode">The service's code.</param>
    /// <param name="Agency">Who decides.</param>
    /// <param name="WhoIssues">Who makes the document.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Promise">The time promised, as printed.</param>
    /// <param name="Regime">The promise with its unit and the rule it is counted by.</param>
    /// <param name="ReceivedAt">First stamp, UTC.</param>
    /// <param name="CompleteAt">Second stamp.</param>
    /// <param name="DueAt">Until when it is promised.</param>
    /// <param name="DueIsProvisional">Whether that is <em>sementara</em>.</param>
    /// <param name="DueReason">Why it was counted anew, the last time it was.</param>
    /// <param name="ReturnedAt">When it was sent back.</param>
    /// <param name="Defects">The one list.</param>
    /// <param name="DecidedAt">When it was decided or issued outside.</param>
    /// <param name="DecisionReason">Why it was rejected.</param>
    /// <param name="OutsideReference">The outside system's number.</param>
    /// <param name="HandedOverAt">When it was handed over.</param>
    /// <param name="DocumentCode">The verification code, once signed.</param>
    /// <param name="HasFile">Whether the signed file itself can be fetched: an electronic original.</param>
    /// <param name="Requirements">What the service asks for.</param>
    public sealed record Answer(
        Guid Id, string Number, string Service, string ServiceCode, string Agency, WhoIssues WhoIssues, ApplicationState State, string Promise, string Regime, DateTime ReceivedAt,
        DateTime? CompleteAt, DateTime? DueAt, bool DueIsProvisional, string? DueReason, DateTime? ReturnedAt, string? Defects, DateTime? DecidedAt, string? DecisionReason,
        string? OutsideReference, DateTime? HandedOverAt, string? DocumentCode, bool HasFile, RequirementRow[] Requirements);

    /// <summary>Looks. A wrong number and a wrong secret get the same A-040, so that numbers cannot be tried out.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, string? number, string? secret, CancellationToken ct = default)
    {
        db.As(Caller.Public(caller.Region));
        var wanted = (number ?? "").Trim().ToUpperInvariant();
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Number == wanted, ct);
        if (application is null || !ReceiptSecret.Fits(personal, application.Id, secret)) return ApplicationsRefusals.NoSuchApplication;
        var service = await db.Services.AsNoTracking().SingleAsync(s => s.Id == application.ServiceId, ct);
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == application.AgencyId, ct);
        var document = await db.IssuedDocuments.AsNoTracking()
            .Where(d => d.ApplicationId == application.Id && (d.State == DocumentState.Signed || d.State == DocumentState.Revoked)).OrderByDescending(d => d.Sequence)
            .Select(d => new { d.Code, d.State, d.Way }).FirstOrDefaultAsync(ct);
        var files = await db.ApplicationFiles.AsNoTracking().Where(f => f.ApplicationId == application.Id).GroupBy(f => f.RequirementId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var requirements = await db.Requirements.AsNoTracking().Where(r => r.ServiceId == service.Id && !r.IsRetired).OrderBy(r => r.Order).ToListAsync(ct);
        return new Answer(application.Id, application.Number, service.Name, service.Code, agency.Name, application.WhoIssues, application.State, application.Promise.ToString(),
            ClockRegime.ServiceStandard.Write(application.Promise), application.ReceivedAt, application.CompleteAt, application.DueAt, application.DueIsProvisional, application.DueReason,
            application.ReturnedAt, application.Defects, application.DecidedAt, application.DecisionReason, application.OutsideReference, application.HandedOverAt,
            document is null ? null : Documents.VerificationCode.Read(document.Code).Value.ToString(),
            document is { State: DocumentState.Signed, Way: Documents.SigningWay.Electronic },
            [.. requirements.Select(r => new RequirementRow(r.Id, r.Text, files.GetValueOrDefault(r.Id)))]);
    }
}
