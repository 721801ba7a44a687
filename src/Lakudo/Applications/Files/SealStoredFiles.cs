using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Files;

/// <summary>Seals the files of applicants, and scans of signed paper, that were stored before files were sealed. Runs at every start;
/// where all are sealed it only looks.</summary>
public sealed class SealStoredFiles(LakudoDb db, Commit commit, FileVault vault)
{
    /// <summary>How many were sealed now. Refused with K-001 to all but the installation itself, A-007 when the disk is full; then the
    /// rest is done at the next start.</summary>
    public async Task<Outcome<int>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.RestoreInstallation) is { } refusal) return refusal;
        var handedIn = await db.ApplicationFiles.AsNoTracking().Select(f => f.StoredName).ToListAsync(ct);
        var scans = await db.IssuedDocuments.AsNoTracking().Where(d => d.Way == SigningWay.OnPaper && d.StoredName != null).Select(d => d.StoredName!).ToListAsync(ct);
        var (done, full) = (0, (Refusal?)null);
        foreach (var name in handedIn.Concat(scans))
        {
            var now = await vault.Seal(name, ct);
            full = now.Refusal;
            if (full is not null) break;
            if (now.Value) done++;
        }

        if (done > 0 && await commit.Note(caller, new ApplicationFilesSealed(Guid.Empty, done), ct) is { } unsaid) return unsaid;
        return full is not null ? full : done;
    }
}
