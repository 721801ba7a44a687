using System.Security.Cryptography;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Requests;

/// <summary>
/// Makes the copy of everything that is held of a person (UU 27/2022 art. 7, 13, 32): one archive to read and to carry on, with the handed-in files and who looked. Journaled
/// before it leaves; the officer who has seen the identity card hands it over.
/// </summary>
public sealed class ExportPerson(LakudoDb db, Commit commit, Clock clock, PersonalData personal, IEnumerable<IPersonalRecords> modules)
{
    /// <summary>The archive.</summary>
    /// <param name="Content">A ZIP; deleted from the disk when it is closed.</param>
    /// <param name="FileName">Its name, without any personal data.</param>
    public sealed record Answer(Stream Content, string FileName);

    /// <summary>Makes it. Refused with K-001, D-008, D-009.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNotForAll(caller, Act.AnswerDataRequest) is { } refusal) return refusal;
        if (await db.DataRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request) return PrivacyRefusals.NoSuchRequest;
        if (!request.IsOpen) return PrivacyRefusals.RequestClosed;
        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct);
        var search = new PersonSearch(personal, modules);
        var told = await search.Tell(await search.Whole(request.Person, ct), ct);
        var archive = TemporaryFile();
        try
        {
            await PersonArchive.Write(archive, region.Name, Clock.Local(clock.Now, region.TimeZone), told, ct);
            archive.Position = 0;
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(archive, ct));
            if (await commit.Note(caller, new PersonalDataExported(id, told.Count, told.Sum(s => s.Files.Count), hash), ct) is { } notJournaled)
            {
                await archive.DisposeAsync();
                return notJournaled;
            }

            archive.Position = 0;
            return new Answer(archive, $"data-pribadi-{id:N}.zip");
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
    }

    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"lakudo-{RandomNumberGenerator.GetHexString(24, lowercase: true)}.zip"), options);
    }
}
