using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Backups;

/// <summary>How it stands with the backups, for <c>doctor</c>, health and pages. Reads files only; the database may be gone.</summary>
public sealed class BackupReport(Settings settings, BackupSettings backup, KeyFiles keys, Clock clock)
{
    /// <summary>The answer.</summary>
    /// <param name="RecoveryKey">Name of the recovery key, as on its sheet; null when there is none.</param>
    /// <param name="Folder">Where nightly archives go; empty for nowhere.</param>
    /// <param name="FolderThere">Whether that folder is there now; another machine counts as there, its last failure says otherwise.</param>
    /// <param name="SameDisk">Whether it is on the disk of the data: then one broken disk takes both.</param>
    /// <param name="Last">The last archives.</param>
    /// <param name="Age">How old the last verified one is; null when there is none.</param>
    /// <param name="Archives">How many archives lie in the folder; null where that is another machine, which is not asked here.</param>
    /// <param name="Late">Whether more than 26 hours passed since a verified one, or there is none.</param>
    public sealed record Answer(string? RecoveryKey, string Folder, bool FolderThere, bool SameDisk, BackupState Last, TimeSpan? Age, int? Archives, bool Late);

    /// <summary>Looks.</summary>
    public Answer Look()
    {
        var state = BackupState.Read(settings);
        var afar = SftpPlace.IsMeant(backup.Folder);
        var there = afar || (backup.Folder.Length > 0 && Directory.Exists(backup.Folder));
        var age = clock.Now - state.VerifiedAt;
        return new(NameOfKey(), backup.Folder, there, there && !afar && DiskOf(backup.Folder) == DiskOf(settings.Data), state, age, afar ? null : there ? KeptArchives.In(backup.Folder).Count : 0, age is null || age > TimeSpan.FromHours(26));
    }

    private string? NameOfKey()
    {
        if (!File.Exists(keys.PathOf(MakeBackup.KeyFile))) return null;
        using var key = RecoveryKey.FromPublic(File.ReadAllText(keys.PathOf(MakeBackup.KeyFile)));
        return key.Name;
    }

    /// <summary>The mount a path lies on: the longest that its full name begins with.</summary>
    private static string DiskOf(string path)
    {
        var full = Path.GetFullPath(path).TrimEnd('/') + "/";
        return DriveInfo.GetDrives().Select(d => d.Name.TrimEnd('/') + "/").Where(d => full.StartsWith(d, StringComparison.Ordinal)).MaxBy(d => d.Length) ?? "/";
    }
}
