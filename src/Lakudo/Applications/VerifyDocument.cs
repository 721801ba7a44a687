using Lakudo.Applications.Documents;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>What anyone is told of a document.</summary>
public enum DocumentStanding
{
    /// <summary>Issued here and in force.</summary>
    Valid,

    /// <summary>Issued here; its validity is over.</summary>
    Expired,

    /// <summary>Issued here and revoked.</summary>
    Revoked,

    /// <summary>No such document was issued here, or its number was voided before it was signed.</summary>
    Unknown,

    /// <summary>The code is known, but what was scanned or uploaded is not what was issued under it.</summary>
    NotAsIssued,
}

/// <summary>Verifies a document for anyone, by code or by the file itself. Says no more of a person than a masked name.</summary>
public sealed class VerifyDocument(LakudoDb db, Clock clock, PersonalData personal)
{
    /// <summary>The answer. Everything after the standing is empty when the document is unknown.</summary>
    /// <param name="Standing">Whether it holds.</param>
    /// <param name="Number">The number.</param>
    /// <param name="Title">What it is.</param>
    /// <param name="Agency">Who issued it.</param>
    /// <param name="Holder">The holder's name, masked.</param>
    /// <param name="IssuedOn">The day on it.</param>
    /// <param name="ValidUntil">The last day of validity.</param>
    /// <param name="Way">How it was signed.</param>
    /// <param name="IsSample">Whether it has no legal force.</param>
    /// <param name="File">What the uploaded file itself shows; null when only a code was asked.</param>
    public sealed record Answer(
        DocumentStanding Standing, string? Number = null, string? Title = null, string? Agency = null, string? Holder = null, DateOnly? IssuedOn = null,
        DateOnly? ValidUntil = null, SigningWay? Way = null, bool IsSample = false, SignatureState? File = null);

    /// <summary>By code, typed or scanned with the start of the content hash. Refused with A-020 when it cannot be a code.</summary>
    public async Task<Outcome<Answer>> ByCode(Caller caller, string? typed, string? scannedHash = null, CancellationToken ct = default)
    {
        var code = VerificationCode.Read(typed);
        if (code.IsRefused) return code.Refusal;
        var document = await Find(caller, code.Value, ct);
        return document is null ? new Answer(DocumentStanding.Unknown) : await Told(document, VerificationLink.Agrees(scannedHash, document.ContentHash), null, ct);
    }

    /// <summary>By the file: the same bytes as were signed, or not. One changed byte anywhere is not the same.</summary>
    public async Task<Answer> ByFile(Caller caller, byte[] pdf, CancellationToken ct = default)
    {
        var findings = SignatureCheck.Look(pdf);
        db.As(Caller.Public(caller.Region));
        var document = await db.IssuedDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.FileHash == findings.FileHash, ct);
        if (document is not null) return await Told(document, true, findings.State, ct);
        document = findings.Code is { } code ? await Find(caller, code, ct) : null;
        return document is null ? new Answer(DocumentStanding.Unknown, File: findings.State) : await Told(document, false, findings.State, ct);
    }

    private async Task<IssuedDocument?> Find(Caller caller, VerificationCode code, CancellationToken ct)
    {
        db.As(Caller.Public(caller.Region));
        return await db.IssuedDocuments.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Code == code.Value && (d.State == DocumentState.Signed || d.State == DocumentState.Revoked), ct);
    }

    private async Task<Answer> Told(IssuedDocument document, bool asIssued, SignatureState? file, CancellationToken ct)
    {
        // Of something that is not what was issued, nothing is told that would make it look genuine.
        if (!asIssued) return new Answer(DocumentStanding.NotAsIssued, File: file);
        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == document.RegionId, ct);
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == document.AgencyId, ct);
        var content = SignDocument.Content(personal, document);
        var standing = document.State is DocumentState.Revoked ? DocumentStanding.Revoked
            : document.ValidUntil < clock.Today(region.TimeZone) ? DocumentStanding.Expired : DocumentStanding.Valid;
        return new Answer(standing, content.Number, content.Title, agency.Name, PersonName.Mask(content.Fields[0].Value), document.IssuedOn, document.ValidUntil,
            document.Way, document.IsSample, file);
    }
}
