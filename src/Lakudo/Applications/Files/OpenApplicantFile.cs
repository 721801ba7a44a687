using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Files;

/// <summary>Opens a file that an applicant handed in. Identity cards and family cards are personal data: every opening is journaled before the bytes leave (UU 27/2022).</summary>
public sealed class OpenApplicantFile(LakudoDb db, Commit commit, FileVault vault)
{
    /// <summary>Which file.</summary>
    /// <param name="Application">The application.</param>
    /// <param name="File">The file.</param>
    public sealed record Command(Guid Application, Guid File);

    /// <summary>The file's bytes and kind.</summary>
    public sealed record Answer(Stream Content, UploadKind Kind);

    private sealed record Found(string StoredName, UploadKind Kind);

    /// <summary>Opens it. Refused with K-001, A-008, A-040.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var found = await commit.Once<Found>(caller with { Key = null }, command, async token =>
        {
            var application = await db.ApplicationFor(caller, Act.ReadApplicant, command.Application, token);
            if (application.IsRefused) return application.Refusal;
            if (await db.ApplicationFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == command.File && f.ApplicationId == command.Application, token) is not { } file) return ApplicationsRefusals.NoSuchApplication;
            commit.Record(caller, new ApplicationFileOpened(command.Application, file.Id));
            return new Found(file.StoredName, file.Kind);
        }, ct);
        if (found.IsRefused) return found.Refusal;
        var content = vault.Open(found.Value.StoredName);
        return content.Then<Answer>(stream => new Answer(stream, found.Value.Kind));
    }
}
