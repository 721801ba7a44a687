namespace Lakudo.Web.Backups;

/// <summary>Where archives lie: a folder of this machine, or one of another. Names are those of files, without a path.</summary>
internal interface IArchivePlace : IDisposable
{
    /// <summary>The full name under which an officer finds a file.</summary>
    string PathOf(string name);

    /// <summary>The names of everything that lies there.</summary>
    IReadOnlyList<string> Names();

    /// <summary>A new file.</summary>
    Stream Create(string name);

    /// <summary>A file to be read; its length is known.</summary>
    Stream Open(string name);

    /// <summary>Gives a file its last name.</summary>
    void Rename(string from, string to);

    /// <summary>Takes a file away; one that is not there is no error.</summary>
    void Delete(string name);
}

/// <summary>A folder of this machine: another disk, a stick, a mounted share.</summary>
/// <param name="folder">It exists.</param>
/// <param name="create">How a file is made.</param>
internal sealed class FolderPlace(string folder, Func<string, Stream> create) : IArchivePlace
{
    public string PathOf(string name) => Path.Combine(folder, name);

    public IReadOnlyList<string> Names() => [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f))];

    public Stream Create(string name) => create(PathOf(name));

    public Stream Open(string name) => new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);

    public void Rename(string from, string to) => File.Move(PathOf(from), PathOf(to));

    public void Delete(string name) => File.Delete(PathOf(name));

    public void Dispose()
    {
    }
}
