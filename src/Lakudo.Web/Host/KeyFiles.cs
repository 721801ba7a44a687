using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Lakudo.Web.Host;

/// <summary>Private keys live in files of mode 0600 outside the database. What is missing is made at the first start.</summary>
/// <param name="settings">Where the folder is.</param>
public sealed class KeyFiles(Settings settings)
{
    /// <summary>Reads a secret of random bytes, making it at first.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="length">How many bytes a new one has.</param>
    public byte[] Secret(string name, int length = 32) => ReadOrMake(name, () => RandomNumberGenerator.GetBytes(length));

    /// <summary>Reads a key file, making it at first. Of several nodes that start at once on a new folder one makes it and the others read it.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="make">Makes its content.</param>
    public byte[] ReadOrMake(string name, Func<byte[]> make)
    {
        if (!File.Exists(PathOf(name)))
        {
            try
            {
                return Write(name, make());
            }
            catch (IOException) when (File.Exists(PathOf(name)))
            {
                // Another node was quicker.
            }
        }

        return File.ReadAllBytes(PathOf(name));
    }

    /// <summary>A ring of secrets, oldest first: <c>NAME.key</c>, made at first, then <c>NAME.2.key</c>, <c>NAME.3.key</c>, … as far as they go without a gap.</summary>
    public IReadOnlyList<byte[]> Ring(string name)
    {
        var ring = new List<byte[]> { Secret($"{name}.key") };
        while (File.Exists(PathOf(Link(name, ring.Count + 1)))) ring.Add(Secret(Link(name, ring.Count + 1)));
        return ring;
    }

    /// <summary>Adds a new secret to a ring; the program seals with it from its next start. Answers its number.</summary>
    public int Rotate(string name)
    {
        var number = Ring(name).Count + 1;
        Write(Link(name, number), RandomNumberGenerator.GetBytes(32));
        return number;
    }

    private static string Link(string name, int number) => $"{name}.{number}.key";

    /// <summary>Writes a secret file that nobody else can read. It appears with all its content or not at all, and never in the place of another.</summary>
    /// <exception cref="IOException">There is one of this name.</exception>
    public byte[] Write(string name, byte[] content)
    {
        Folder();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var unfinished = PathOf($"{name}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}.new");
        try
        {
            using (var stream = new FileStream(unfinished, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            Reveal(unfinished, PathOf(name));
        }
        finally
        {
            File.Delete(unfinished);
        }

        return content;
    }

    /// <summary>Gives a finished file its name. On Unix by a second link, which fails where there is one of that name; File.Move looks first and renames then, and between the two another node may be.</summary>
    private static void Reveal(string unfinished, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            File.Move(unfinished, path, overwrite: false);
        }
        else if (Link(unfinished, path) != 0)
        {
            throw new IOException($"The key file could not be made (errno {Marshal.GetLastPInvokeError()}).");
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string another);

    /// <summary>The path of a key file.</summary>
    public string PathOf(string name) => Path.Combine(settings.Keys, name);

    /// <summary>The folder, made with mode 0700.</summary>
    public DirectoryInfo Folder() => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(settings.Keys)
        : Directory.CreateDirectory(settings.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
