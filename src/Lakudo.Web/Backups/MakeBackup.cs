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
public sealed class MakeBackup(Settings settings, KeyFiles keys, Clock clock, BackupSettings? backup = null)
{
    /// <summary>The public half of the recovery key, in the folder of keys.</summary>
    public const string KeyFile = "recovery.pub";

    private const string Unfinished = ".partial";

    private const string Sum = ".sha256";

    /// <summary>How the archive's file is made; a test puts a disk here that fills up.</summary>
    internal Func<string, Stream> Create { get; init; } = ArchiveFile.Create;

    /// <summary>The program's version.</summary>
    internal static string Version => typeof(MakeBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>
    /// Makes one into a folder that exists or to <c>sftp://user@host/folder</c>. Refused with B-001, B-009 to B-014, B-017 or B-028 to B-031; a refusal leaves no unfinished archive and every old one.
    /// </summary>
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
        if (!SftpPlace.IsMeant(folder) && !Directory.Exists(folder)) return BackupRefusals.NoFolder.With(folder);
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
            IArchivePlace? place = null;
            try
            {
                var found = SftpPlace.IsMeant(folder) ? SftpPlace.Connect(folder, backup ?? new(), keys) : new FolderPlace(folder, Create);
                if (found.IsRefused) return found.Refusal;
                place = found.Value;
                Clear(work, place);
                OwnFolder(work);
                return await Make(place, work, at, ct);
            }
            catch (Exception e) when (e is System.Data.Common.DbException)
            {
                return KernelRefusals.StoreUnavailable;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or Renci.SshNet.Common.SshException)
            {
                return BackupRefusals.CannotWrite.With(e.Message);
            }
            finally
            {
                Sweep(place, KeptArchives.Name(at) + Unfinished);
                if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
            }
        }
    }

    private async Task<Outcome<BackupState>> Make(IArchivePlace place, string work, DateTime at, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var snapshot = await new DatabaseSnapshot(settings).Take(work, ct);
        if (snapshot.IsRefused) return snapshot.Refusal;
        using var key = RecoveryKey.FromPublic(await File.ReadAllTextAsync(keys.PathOf(KeyFile), ct));
        var about = new BackupAbout(Version, settings.IsSqlite ? "sqlite" : "postgres", snapshot.Value.Migration, at, snapshot.Value.Tables);
        var name = KeptArchives.Name(at);
        var content = await Task.Run(() => ArchiveFile.Write(place.Create(name + Unfinished), key, about, Sources(snapshot.Value.File), ct), ct);
        // The content key is still in memory, so the archive is proven to open, byte by byte, without the private half.
        using var hash = SHA256.Create();
        var size = 0L;
        await using (var back = place.Open(name + Unfinished))
        await using (var hashed = new CryptoStream(back, hash, CryptoStreamMode.Read))
        {
            var read = await Task.Run(() => ArchiveFile.Read(hashed, _ => content), ct);
            CryptographicOperations.ZeroMemory(content);
            if (read.IsRefused) return BackupRefusals.NotVerified.With(read.Refusal.Message);
            await hashed.CopyToAsync(Stream.Null, ct);
            size = back.Length;
        }

        await using (var sum = place.Create(name + Sum))
        {
            // In the form of sha256sum, so that a copy elsewhere is checked without Lakudo.
            await sum.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(hash.Hash!)}  {name}\n"), ct);
        }

        place.Rename(name + Unfinished, name);
        foreach (var old in KeptArchives.Superfluous(KeptArchives.Among(place.Names())))
        {
            place.Delete(KeptArchives.Name(old));
            place.Delete(KeptArchives.Name(old) + Sum);
        }

        return new BackupState(at, place.PathOf(name), size, Stopwatch.GetElapsedTime(started).TotalSeconds, at, null);
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
    private static void Clear(string work, IArchivePlace place)
    {
        if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        foreach (var left in place.Names().Where(n => n.StartsWith("lakudo-", StringComparison.Ordinal) && n.EndsWith($".lakudo{Unfinished}", StringComparison.Ordinal)).ToList()) place.Delete(left);
    }

    /// <summary>Takes away what was not finished, and lets go of the place. Where the line is cut it stays, and the next backup takes it away.</summary>
    private static void Sweep(IArchivePlace? place, string unfinished)
    {
        try
        {
            place?.Delete(unfinished);
        }
        catch (Exception e) when (e is Renci.SshNet.Common.SshException or IOException or ObjectDisposedException)
        {
            // Nothing can be taken away there now.
        }

        place?.Dispose();
    }

    internal static void OwnFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
