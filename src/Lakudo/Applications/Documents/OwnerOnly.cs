namespace Lakudo.Applications.Documents;

/// <summary>Files and directories that only the program's own user may read. Windows has no such modes; there the directory's own rights count.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    internal static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, FileMode | UnixFileMode.UserExecute);
    }

    /// <summary>A new file to write; fails when the name is taken.</summary>
    internal static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = System.IO.FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = FileMode;
        return new FileStream(path, options);
    }

    internal static bool Holds(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & ~FileMode) == 0;
}
