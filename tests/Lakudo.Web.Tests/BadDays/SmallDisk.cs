using System.Diagnostics;

namespace Lakudo.Web.Tests.BadDays;

/// <summary>A real file system of a few megabytes in memory, that can be filled to its last block and made read-only.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _filler;

    public SmallDisk(int megabytes)
    {
        Folder = Directory.CreateTempSubdirectory("lakudo-disk-").FullName;
        _filler = Path.Combine(Folder, "filler");
        Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "tmpfs", Folder);
    }

    public string Folder { get; }

    /// <summary>Takes every block that is left.</summary>
    public void Fill()
    {
        using var filler = new FileStream(_filler, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        try
        {
            for (var block = new byte[4096]; ;) filler.Write(block);
        }
        catch (IOException)
        {
            // Full is what was wanted.
        }
    }

    public void MakeRoom() => File.Delete(_filler);

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Folder);

    public void Dispose()
    {
        Run("umount", Folder);
        Directory.Delete(Folder);
    }

    /// <summary>Gives a folder to another user.</summary>
    public static void Give(string folder, string user) => Run("chown", user, folder);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var wrong = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {wrong.Trim()}. A full and a read-only disk are made by mounting one, which only root may: run the tests as root, in a container if need be. They are not skipped.");
    }
}
