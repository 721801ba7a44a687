using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>The file of a signed document: for the applicant by number and secret, for staff by the application. Each time is journaled before the bytes leave.</summary>
public sealed class SignedFile(LakudoDb db, Commit commit, PersonalData personal, FileVault vault)
{
    /// <summary>The file and the name it is saved under.</summary>
    public sealed record Answer(Stream Content, UploadKind Kind, string FileName);

    /// <summary>For staff who may read the application. Refused with K-001, A-008, A-040, A-050 while nothing is signed.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid application, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadApplicant) is { } refusal) return refusal;
        var agency = await db.Applications.Where(a => a.Id == application).Select(a => (int?)a.AgencyId).SingleOrDefaultAsync(ct);
        if (agency is null || db.MayNot(caller, Act.ReadApplicant, agency: agency) is not null) return ApplicationsRefusals.NoSuchApplication;
        return await Of(caller, application, alsoPaper: true, ct);
    }

    /// <summary>
    /// For the applicant: the electronic original. One signed on paper is handed over as paper, so its scan is not given. Refused with.
    /// </summary>
    public async Task<Outcome<Answer>> ForApplicant(Caller caller, string? number, string? secret, CancellationToken ct = default)
    {
        var wanted = (number ?? "").Trim().ToUpperInvariant();
        var id = await db.As(Caller.Public(caller.Region)).Applications.Where(a => a.Number == wanted).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);
        if (id is not { } application || !ReceiptSecret.Fits(personal, application, secret)) return ApplicationsRefusals.NoSuchApplication;
        return await Of(caller, application, alsoPaper: false, ct);
    }

    private async Task<Outcome<Answer>> Of(Caller caller, Guid application, bool alsoPaper, CancellationToken ct)
    {
        var document = await db.IssuedDocuments.AsNoTracking()
            .Where(d => d.ApplicationId == application && d.State == DocumentState.Signed && (alsoPaper || d.Way == SigningWay.Electronic))
            .Select(d => new { d.Id, d.StoredName, d.Code, d.Way }).SingleOrDefaultAsync(ct);
        if (document?.StoredName is null) return ApplicationsRefusals.NoSuchDocument;
        var content = vault.Open(document.StoredName);
        if (content.IsRefused) return content.Refusal;
        if (await commit.Note(caller, new DocumentDownloaded(document.Id), ct) is { } unsaid)
        {
            await content.Value.DisposeAsync();
            return unsaid;
        }

        var kind = await KindOf(content.Value, ct);
        return new Answer(content.Value, kind, $"{VerificationCode.Read(document.Code).Value}.{kind.ToString().ToLowerInvariant()}");
    }

    /// <summary>What is signed by certificate is a PDF; a scan of paper may be a picture.</summary>
    private static async Task<UploadKind> KindOf(Stream content, CancellationToken ct)
    {
        var head = new byte[4];
        await content.ReadExactlyAsync(head, ct);
        content.Position = 0;
        return head[0] switch { (byte)'%' => UploadKind.Pdf, 0xFF => UploadKind.Jpeg, _ => UploadKind.Png };
    }
}
