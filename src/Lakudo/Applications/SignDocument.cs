using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>Prints a numbered document and signs it electronically.</summary>
/// <remarks>
/// The signing service is asked outside the transaction, so that a slow one holds up nobody. When it refuses or does not answer, the number
/// stays, unsigned, and the same act may be tried again.
/// </remarks>
public sealed class SignDocument(LakudoDb db, Commit commit, Clock clock, PersonalData personal, IssuingOffice office)
{
    /// <summary>What is signed.</summary>
    /// <param name="Document">The numbered document.</param>
    public sealed record Command(Guid Document);

    /// <summary>What came of it.</summary>
    /// <param name="FileHash">SHA-256 of the signed file.</param>
    /// <param name="Level">The PAdES level.</param>
    public sealed record Answer(string FileHash, string Level);

    /// <summary>Signs. Refused with K-001, A-007, A-030 to .</summary>
    /// <param name="caller">The signing official.</param>
    /// <param name="command">What is signed.</param>
    /// <param name="passphrase">What the official typed, where the service asks one; apart from the command, which is kept as a hash.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, Passphrase? passphrase, CancellationToken ct = default)
    {
        var found = await db.DocumentFor(caller, Act.DecideApplication, command.Document, ct);
        if (found.IsRefused) return found.Refusal;
        var document = found.Value;
        if (document.State is not DocumentState.Numbered) return await Keep(caller, command, null, "", ct);
        if (await IssueDocument.OfficialOf(db, caller, document.AgencyId, ct) is not { } official) return ApplicationsRefusals.OfficialMissing;

        var content = Content(personal, document);
        // Whose name stands under it signs it; another official signs after the number was voided and given anew.
        if (official.Signatory != content.Signatory) return ApplicationsRefusals.NotTheSignatory.With(content.Signatory.Name);
        if (content.Unprintable() is { } unprintable) return unprintable;
        var account = official.ServiceAccountSealed is { } box ? personal.Open(box) : "";
        var at = clock.Now;
        var order = new SigningOrder(content.Signatory.Name, account, passphrase, $"Penerbitan {content.Number}", content.Place, at);
        var signed = await office.Signer.Sign(Print(office, document, content, SigningWay.Electronic, at), order, ct);
        if (signed.IsRefused) return signed.Refusal;
        var stored = await office.Vault.Put(signed.Value.Pdf, ct);
        if (stored.IsRefused) return stored.Refusal;
        var kept = await Keep(caller, command, signed.Value, stored.Value, ct);
        if (kept.IsRefused) office.Vault.Delete(stored.Value);
        return kept;
    }

    /// <summary>The document's words, opened.</summary>
    internal static DocumentContent Content(PersonalData personal, IssuedDocument document) =>
        JsonSerializer.Deserialize<DocumentContent>(personal.Open(document.ContentSealed))!;

    /// <summary>The document as PDF, unsigned.</summary>
    internal static byte[] Print(IssuingOffice office, IssuedDocument document, DocumentContent content, SigningWay way, DateTime at)
    {
        var code = VerificationCode.Read(document.Code).Value;
        return DocumentPdf.Print(content, new DocumentFace(code, VerificationLink.For(office.PublicAddress, code, document.ContentHash), way, document.IsSample), at);
    }

    private Task<Outcome<Answer>> Keep(Caller caller, Command command, SignedPdf? signed, string storedName, CancellationToken ct) =>
        commit.Once<Answer>(caller, command, async token =>
        {
            var found = await db.DocumentFor(caller, Act.DecideApplication, command.Document, token);
            if (found.IsRefused) return found.Refusal;
            var document = found.Value;
            if (signed is null) return document.NotNow();
            var application = await db.Applications.SingleAsync(a => a.Id == document.ApplicationId, token);
            var hash = Convert.ToHexStringLower(SHA256.HashData(signed.Pdf));
            if ((document.SignElectronically(signed, storedName, hash, clock.Now) ?? application.Issued(clock.Now)) is { } notNow) return notNow;
            commit.Publish(caller, new DocumentSigned(document.Id, SigningWay.Electronic, hash));
            return new Answer(hash, signed.Level);
        }, ct);
}
