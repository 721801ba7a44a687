using System.Security.Cryptography;

namespace Lakudo.Web.Host;

/// <summary>Private keys live in files of mode 0600 outside the database. What is missing is made at the first start.</summary>
/// <param name="settings">Where the folder is.</param>
public sealed class KeyFiles(Settings settings)
{
    /// <summary>Reads a secret of random bytes, making it at first.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="length">How many bytes a new one has.</param>
    public byte[] Secret(string name, int length = 32) => File.Exists(PathOf(name)) ? File.ReadAllBytes(PathOf(name)) : Write(name, RandomNumberGenerator.GetBytes(length));

    /// <summary>Writes a secret file that nobody else can read.</summary>
    public byte[] Write(string name, byte[] content)
    {
        Folder();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(PathOf(name), options);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
        return content;
    }

    /// <summary>The path of a key file.</summary>
    public string PathOf(string name) => Path.Combine(settings.Keys, name);

    /// <summary>The folder, made with mode 0700.</summary>
    public DirectoryInfo Folder() => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(settings.Keys)
        : Directory.CreateDirectory(settings.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
