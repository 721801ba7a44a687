using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>Signed on paper: prints the sheet for hand and seal, and registers the scan of the signed sheet.</summary>
public sealed class RegisterPaperDocument(LakudoDb db, Commit commit, Clock clock, PersonalData personal, IssuingOffice office)
{
    /// <summary>What is registered.</summary>
    /// <param name="Document">The numbered document.</param>
    /// <param name="Scan">The stored scan; it passed the upload check.</param>
    public sealed record Command(Guid Document, StoredUpload Scan);

    /// <summary>The sheet to be printed, signed and sealed by hand. Refused with K-001, A-050, A-051, A-061.</summary>
    public async Task<Outcome<byte[]>> Sheet(Caller caller, Guid id, CancellationToken ct = default)
    {
        var found = await db.DocumentFor(caller, Act.DecideApplication, id, ct);
        if (found.IsRefused) return found.Refusal;
        var document = found.Value;
        if (document.State is not DocumentState.Numbered) return document.NotNow();
        var content = SignDocument.Content(personal, document);
        return content.Unprintable() is { } unprintable ? unprintable : SignDocument.Print(office, document, content, SigningWay.OnPaper, clock.Now);
    }

    /// <summary>Registers the scan. Refused with K-001, A-042, A-050, A-051.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, command, async token =>
        {
            var found = await db.DocumentFor(caller, Act.DecideApplication, command.Document, token);
            if (found.IsRefused) return found.Refusal;
            var document = found.Value;
            var application = await db.Applications.SingleAsync(a => a.Id == document.ApplicationId, token);
            if ((document.RegisterPaper(command.Scan, clock.Now) ?? application.Issued(clock.Now)) is { } notNow) return notNow;
            commit.Publish(caller, new DocumentSigned(document.Id, SigningWay.OnPaper, command.Scan.Hash));
            return new Done();
        }, ct);
}
