using System.Security.Cryptography;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>Answers whether registers, records and files of a region fit together: after a restore, and whenever it is doubted.</summary>
public sealed class DocumentStoreCheck(LakudoDb db, FileVault vault, PersonalData personal, VerifyDocument verify)
{
    /// <summary>What was found.</summary>
    /// <param name="Registers">How many number registers there are.</param>
    /// <param name="RegistersBehind">How many would give a number again that a document has.</param>
    /// <param name="Documents">Signed documents with a file.</param>
    /// <param name="FilesMissing">Files of documents that are not there.</param>
    /// <param name="FilesChanged">Files of documents that are not what was signed.</param>
    /// <param name="Attachments">Files handed in by applicants.</param>
    /// <param name="AttachmentsMissing">Those that are not there.</param>
    /// <param name="Oldest">Standing of the oldest document signed by certificate, verified anew from its file; null when there is none.</param>
    /// <param name="OldestSignature">What its signature shows.</param>
    /// <param name="SealsOpen">Whether a sealed name opens with the key of personal data; true when none is sealed.</param>
    public sealed record Answer(
        int Registers, int RegistersBehind, int Documents, int FilesMissing, int FilesChanged, int Attachments, int AttachmentsMissing,
        DocumentStanding? Oldest, SignatureState? OldestSignature, bool SealsOpen)
    {
        /// <summary>Whether nothing is wrong.</summary>
        public bool IsWhole => RegistersBehind + FilesMissing + FilesChanged + AttachmentsMissing == 0 && SealsOpen
            && (Oldest is null || (Oldest is DocumentStanding.Valid or DocumentStanding.Expired or DocumentStanding.Revoked && OldestSignature is SignatureState.Intact));
    }

    /// <summary>Reads every document's file. Refused with K-001 to all but the installation itself.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.RestoreInstallation) is { } refusal) return refusal;
        var registers = await db.NumberRegisters.AsNoTracking().ToListAsync(ct);
        var highest = await db.IssuedDocuments.AsNoTracking().GroupBy(d => new { d.ServiceId, d.Year })
            .Select(g => new { g.Key.ServiceId, g.Key.Year, Sequence = g.Max(d => d.Sequence) }).ToListAsync(ct);
        var behind = highest.Count(h => (registers.SingleOrDefault(r => r.Series == h.ServiceId && r.Year == h.Year)?.Last ?? 0) < h.Sequence);

        var (documents, missing, changed) = (0, 0, 0);
        var signed = await db.IssuedDocuments.AsNoTracking().Where(d => d.StoredName != null).OrderBy(d => d.SignedAt)
            .Select(d => new { d.StoredName, d.FileHash, d.Way }).ToListAsync(ct);
        foreach (var document in signed)
        {
            documents++;
            var file = vault.Open(document.StoredName!);
            if (file.IsRefused)
            {
                missing++;
                continue;
            }

            await using var content = file.Value;
            if (!Convert.ToHexString(await SHA256.HashDataAsync(content, ct)).Equals(document.FileHash, StringComparison.OrdinalIgnoreCase)) changed++;
        }

        var (attachments, attachmentsMissing) = (0, 0);
        foreach (var name in await db.ApplicationFiles.AsNoTracking().Select(f => f.StoredName).ToListAsync(ct))
        {
            attachments++;
            var file = vault.Open(name);
            if (file.IsRefused) attachmentsMissing++;
            else await file.Value.DisposeAsync();
        }

        var sealsOpen = Opens(await db.Applications.AsNoTracking().OrderBy(a => a.Id).Select(a => a.NameSealed).FirstOrDefaultAsync(ct));
        var oldest = sealsOpen && signed.FirstOrDefault(d => d.Way is SigningWay.Electronic) is { } first && await vault.Read(first.StoredName!, ct) is { IsRefused: false } pdf
            ? await verify.ByFile(caller, pdf.Value, ct) : null;
        return new Answer(registers.Count, behind, documents, missing, changed, attachments, attachmentsMissing, oldest?.Standing, oldest?.File, sealsOpen);
    }

    private bool Opens(byte[]? box)
    {
        try
        {
            return box is null || personal.Open(box).Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
