using Lakudo.Applications.Documents;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Files;

/// <summary>Takes a file in for one requirement: from the applicant, who shows the receipt's secret, or from staff.</summary>
/// <remarks>The bytes are checked and lie in the vault before the commit; of an upload that is refused, or was taken before under the same key, nothing stays.</remarks>
public sealed class AttachFile(LakudoDb db, Commit commit, Clock clock, PersonalData personal, UploadIntake intake, FileVault vault)
{
    /// <summary>What the file is for.</summary>
    /// <param name="Application">The application.</param>
    /// <param name="Requirement">The requirement it shows.</param>
    /// <param name="Secret">The receipt's secret; staff and agencies' systems need none.</param>
    public sealed record Command(Guid Application, Guid Requirement, string? Secret = null);

    /// <summary>The file as it was taken.</summary>
    /// <param name="File">Its id.</param>
    /// <param name="Hash">SHA-256 of its bytes.</param>
    public sealed record Answer(Guid File, string Hash);

    private sealed record Kept(Guid File, string StoredName, string Hash);

    /// <summary>Takes it. Refused with for the file, K-001, A-040, A-042 once it is being decided, A-048, A-049.</summary>
    /// <param name="caller">Applicant or staff.</param>
    /// <param name="command">What it is for.</param>
    /// <param name="content">The wire.</param>
    /// <param name="fileName">The name it came with; only its ending is read.</param>
    /// <param name="ct">When the sender goes away.</param>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, Stream content, string fileName, CancellationToken ct = default)
    {
        if (await NotHere(caller, command, ct) is { } notHere) return notHere;
        var stored = await intake.Receive(content, fileName, ct);
        if (stored.IsRefused) return stored.Refusal;
        var upload = stored.Value;
        // The random name is no part of the request, so that the same form sent twice is the same request.
        var kept = await commit.Once<Kept>(caller, new { command.Application, command.Requirement, upload.Hash }, async token =>
        {
            if (await NotHere(caller, command, token) is { } refusal) return refusal;
            var application = await db.Applications.SingleAsync(a => a.Id == command.Application, token);
            var byStaff = !db.ActingFor(caller).IsOnly(Role.Public);
            var open = application.State is ApplicationState.Received or ApplicationState.Returned || (byStaff && application.State is ApplicationState.Complete);
            if (!open) return application.NotNow();
            if (!await db.Requirements.AnyAsync(r => r.Id == command.Requirement && r.ServiceId == application.ServiceId && !r.IsRetired, token)) return ApplicationsRefusals.NoSuchRequirement;
            if (await db.ApplicationFiles.CountAsync(f => f.ApplicationId == application.Id, token) >= ApplicationFile.Most) return ApplicationsRefusals.TooManyFiles.With(ApplicationFile.Most);
            var file = new ApplicationFile(application, Ids.New(clock), command.Requirement, upload, byStaff, clock.Now);
            db.ApplicationFiles.Add(file);
            commit.Record(caller, new ApplicationFileAttached(application.Id, command.Requirement, file.Id));
            return new Kept(file.Id, file.StoredName, file.Hash);
        }, ct);
        if (kept.IsRefused || kept.Value.StoredName != upload.StoredName) vault.Delete(upload.StoredName);
        return kept.Then<Answer>(k => new Answer(k.File, k.Hash));
    }

    private async Task<Refusal?> NotHere(Caller caller, Command command, CancellationToken ct)
    {
        if (db.MayNot(caller, Act.AttachFile) is { } refusal) return refusal;
        var agency = await db.Applications.Where(a => a.Id == command.Application).Select(a => (int?)a.AgencyId).SingleOrDefaultAsync(ct);
        if (agency is not null && db.MayNot(caller, Act.AttachFile, agency: agency) is { } elsewhere) return elsewhere;
        if (agency is null || (db.ActingFor(caller).IsOnly(Role.Public) && !ReceiptSecret.Fits(personal, command.Application, command.Secret))) return ApplicationsRefusals.NoSuchApplication;
        return null;
    }
}
