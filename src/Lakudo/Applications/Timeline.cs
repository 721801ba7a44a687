using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>What an applicant sees by number and secret, without an account: the stamps, the promise, what is to be done. No name and no NIK.</summary>
public sealed class Timeline(LakudoDb db, PersonalData personal)
{
    /// <summary>How it stands.</summary>
    /// <param name="Number">The number.</param>
    /// <param name="Service">The service.</param>
    /// <param name="Agency">Who decides.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Promise">The time promised, as printed.</param>
    /// <param name="ReceivedAt">First stamp, UTC.</param>
    /// <param name="CompleteAt">Second stamp.</param>
    /// <param name="DueAt">Until when it is promised.</param>
    /// <param name="DueIsProvisional">Whether that is <em>sementara</em>.</param>
    /// <param name="ReturnedAt">When it was sent back.</param>
    /// <param name="Defects">The one list.</param>
    /// <param name="DecidedAt">When it was decided or issued outside.</param>
    /// <param name="DecisionReason">Why it was rejected.</param>
    /// <param name="OutsideReference">The outside system's number.</param>
    /// <param name="HandedOverAt">When it was handed over.</param>
    /// <param name="DocumentCode">The verification code, once signed.</param>
    public sealed record Answer(
        string Number, string Service, string Agency, ApplicationState State, string Promise, DateTime ReceivedAt, DateTime? CompleteAt, DateTime? DueAt,
        bool DueIsProvisional, DateTime? ReturnedAt, string? Defects, DateTime? DecidedAt, string? DecisionReason, string? OutsideReference,
        DateTime? HandedOverAt, string? DocumentCode);

    /// <summary>Looks. A wrong number and a wrong secret get the same A-040, so that numbers cannot be tried out.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, string number, string secret, CancellationToken ct = default)
    {
        db.As(Caller.Public(caller.Region));
        var wanted = (number ?? "").Trim().ToUpperInvariant();
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Number == wanted, ct);
        if (application is null || !ReceiptSecret.Fits(personal, application.Id, secret)) return ApplicationsRefusals.NoSuchApplication;
        var service = await db.Services.AsNoTracking().SingleAsync(s => s.Id == application.ServiceId, ct);
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == application.AgencyId, ct);
        var code = await db.IssuedDocuments.AsNoTracking()
            .Where(d => d.ApplicationId == application.Id && (d.State == DocumentState.Signed || d.State == DocumentState.Revoked)).Select(d => d.Code).FirstOrDefaultAsync(ct);
        return new Answer(application.Number, service.Name, agency.Name, application.State, application.Promise.ToString(), application.ReceivedAt, application.CompleteAt,
            application.DueAt, application.DueIsProvisional, application.ReturnedAt, application.Defects, application.DecidedAt, application.DecisionReason,
            application.OutsideReference, application.HandedOverAt, code);
    }
}
