using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Backups;

/// <summary>Makes one encrypted archive of database, files and keys while everybody works on, reads it back, and only then lets old ones go.</summary>
/// <remarks>
/// The order makes the moment consistent: the database first, then the files. A file is on the disk before the row that names it is saved, so every
/// file a row of the snapshot names is found; later files are extra and harmless.
/// </remarks>
public sealed class MakeBackup(Settings settings, KeyFiles keys, Clock clock)
{
    /// <summary>The public half of the recovery key, in the folder of keys.</summary>
    public const string KeyFile = "recovery.pub";

    private const string Unfinished = ".partial";

    /// <summary>How the archive's file is made; a test puts a disk here that fills up.</summary>
    internal Func<string, Stream> Create { get; init; } = ArchiveFile.Create;

    /// <summary>The program's version.</summary>
    internal static string Version => typeof(MakeBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Makes one into a folder that exists. Refused with B-001, B-009 to B-014 or B-017; a refusal leaves no unfinished archive and every old one.</summary>
    public async Task<Outcome<BackupState>> Run(string folder, CancellationToken ct = default)
    {
        var tried = clock.Now;
        var outcome = await Locked(folder, tried, ct);
        var state = outcome.IsRefused
            ? BackupState.Read(settings) with { TriedAt = tried, Failure = $"{outcome.Refusal.Message} ({outcome.Refusal.Code})" }
            : outcome.Value;
        if (outcome.Refusal?.Code != BackupRefusals.AlreadyRunning.Code) state.Write(settings);
        return outcome;
    }

    private async Task<Outcome<BackupState>> Locked(string folder, DateTime at, CancellationToken ct)
    {
        if (!File.Exists(keys.PathOf(KeyFile))) return BackupRefusals.NoRecoveryKey;
        if (!Directory.Exists(folder)) return BackupRefusals.NoFolder.With(folder);
        FileStream alone;
        try
        {
            alone = new FileStream(Path.Combine(settings.Data, "backup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return BackupRefusals.AlreadyRunning;
        }

        await using (alone)
        {
            var work = Path.Combine(settings.Data, "backup-work");
            var partial = Path.Combine(folder, KeptArchives.Name(at) + Unfinished);
            try
            {
                Clear(work, folder);
                OwnFolder(work);
                return await Make(folder, partial, work, at, ct);
            }
            catch (Exception e) when (e is System.Data.Common.DbException)
            {
                return KernelRefusals.StoreUnavailable;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return BackupRefusals.CannotWrite.With(e.Message);
            }
            finally
            {
                File.Delete(partial);
                if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
            }
        }
    }

    private async Task<Outcome<BackupState>> Make(string folder, string partial, string work, DateTime at, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var snapshot = await new DatabaseSnapshot(settings).Take(work, ct);
        if (snapshot.IsRefused) return snapshot.Refusal;
        using var key = RecoveryKey.FromPublic(await File.ReadAllTextAsync(keys.PathOf(KeyFile), ct));
        var about = new BackupAbout(Version, settings.IsSqlite ? "sqlite" : "postgres", snapshot.Value.Migration, at, snapshot.Value.Tables);
        var content = await Task.Run(() => ArchiveFile.Write(Create(partial), key, about, Sources(snapshot.Value.File), ct), ct);
        // The content key is still in memory, so the archive is proven to open, byte by byte, without the private half.
        var back = await Task.Run(() => ArchiveFile.Read(partial, _ => content), ct);
        CryptographicOperations.ZeroMemory(content);
        if (back.IsRefused) return BackupRefusals.NotVerified.With(back.Refusal.Message);

        var archive = partial[..^Unfinished.Length];
        await using (var whole = File.OpenRead(partial))
        {
            // In the form of sha256sum, so that a copy elsewhere is checked without Lakudo.
            await File.WriteAllTextAsync(archive + ".sha256", $"{Convert.ToHexStringLower(await SHA256.HashDataAsync(whole, ct))}  {Path.GetFileName(archive)}\n", ct);
        }

        File.Move(partial, archive);
        foreach (var old in KeptArchives.Superfluous(KeptArchives.In(folder).Select(a => a.At)))
        {
            File.Delete(Path.Combine(folder, KeptArchives.Name(old)));
            File.Delete(Path.Combine(folder, KeptArchives.Name(old) + ".sha256"));
        }

        return new BackupState(at, archive, new FileInfo(archive).Length, Stopwatch.GetElapsedTime(started).TotalSeconds, at, null);
    }

    private IEnumerable<ArchiveFile.Source> Sources(string database)
    {
        yield return new(BackupContents.Database + Path.GetFileName(database), database);
        foreach (var (name, root) in new[] { ("keys", settings.Keys), ("files", settings.Files) }.Where(r => Directory.Exists(r.Item2)))
        {
            foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".new", StringComparison.Ordinal)))
            {
                yield return new($"{name}/{Path.GetRelativePath(root, file).Replace('\\', '/')}", file);
            }
        }
    }

    /// <summary>Sweeps what a killed backup left.</summary>
    private static void Clear(string work, string folder)
    {
        if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        foreach (var left in Directory.GetFiles(folder, $"lakudo-*.lakudo{Unfinished}")) File.Delete(left);
    }

    internal static void OwnFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
