using System.Security.Cryptography;
using Lakudo.Kernel;

namespace Lakudo.Applications.Documents;

/// <summary>Files of citizens and issued documents, under random names in a directory that no web server serves.</summary>
/// <remarks>
/// A file appears under its name only when all its bytes are on the disk. What a verb stores before its commit fails stays behind
/// without a record;
/// <see cref="Delete"/> is called by the verb then, and what even that misses holds no name that anybody knows.
/// </remarks>
public sealed class FileVault
{
    private readonly string _directory;
    private readonly Func<string, Stream> _create;
    private readonly PersonalData? _personal;

    /// <summary>Opens the vault and makes its directory.</summary>
    /// <param name="directory">Where the files lie.</param>
    /// <param name="webRoot">The directory that the web front serves, if any.</param>
    /// <param name="personal">What seals files of citizens; without it none is sealed.</param>
    /// <exception cref="InvalidOperationException">The vault would lie inside the web root.</exception>
    public FileVault(string directory, string? webRoot = null, PersonalData? personal = null)
        : this(directory, webRoot, OwnerOnly.CreateFile)
    {
        _personal = personal;
    }

    internal FileVault(string directory, string? webRoot, Func<string, Stream> create)
    {
        _directory = Path.GetFullPath(directory);
        _create = create;
        if (webRoot is not null && (_directory + "/").StartsWith(Path.GetFullPath(webRoot).TrimEnd('/') + "/", StringComparison.Ordinal))
            throw new InvalidOperationException($"The files of citizens must not lie inside the web root: {_directory}");
        OwnerOnly.CreateDirectory(_directory);
    }

    /// <summary>Stores a file of a citizen under a new random name, sealed under the newest key of personal data.</summary>
    /// <returns>As <see cref="Put"/>.</returns>
    public Task<Outcome<string>> PutSealed(ReadOnlyMemory<byte> content, CancellationToken cancel) => Put(_personal is null ? content : SealedFile.Make(content.Span, _personal), cancel);

    /// <summary>Seals a file that was stored before files were sealed. Answers whether it was not sealed yet; a reader who has it open
    /// reads on.</summary>
    public async Task<Outcome<bool>> Seal(string name, CancellationToken cancel)
    {
        if (_personal is null || !IsName(name) || !File.Exists(PathOf(name))) return false;
        var path = PathOf(name);
        var draft = path + ".seal";
        try
        {
            await using (var now = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            {
                if (SealedFile.Is(now)) return false;
            }

            // What a power cut left behind.
            File.Delete(draft);
            await using (var file = _create(draft))
            {
                await file.WriteAsync(SealedFile.Make(await File.ReadAllBytesAsync(path, cancel), _personal), cancel);
                if (file is FileStream onDisk) onDisk.Flush(flushToDisk: true);
            }

            // Erased meanwhile: it must not come back.
            if (File.Exists(path)) File.Move(draft, path, overwrite: true);
            else File.Delete(draft);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            return ApplicationsRefusals.StorageUnavailable;
        }
    }

    /// <summary>Stores bytes under a new random name, as they are.</summary>
    /// <returns>The name, or <see cref="ApplicationsRefusals.StorageUnavailable"/> when the disk is full or cannot be written.</returns>
    public async Task<Outcome<string>> Put(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var name = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var path = PathOf(name);
        var draft = path + ".new";
        try
        {
            OwnerOnly.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var file = _create(draft))
            {
                await file.WriteAsync(content, cancel);
                if (file is FileStream onDisk) onDisk.Flush(flushToDisk: true);
            }

            File.Move(draft, path);
            return name;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            return ApplicationsRefusals.StorageUnavailable;
        }
    }

    /// <summary>Opens a stored file for reading; a sealed one in clear.</summary>
    /// <param name="name">What <see cref="Put"/> gave; anything else is not found, also a path.</param>
    public Outcome<Stream> Open(string name)
    {
        if (!IsName(name) || !File.Exists(PathOf(name))) return ApplicationsRefusals.FileMissing;
        var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, FileOptions.Asynchronous | FileOptions.SequentialScan);
        if (!SealedFile.Is(file)) return file;
        using (file) return SealedFile.Open(file, _personal) is { } plain ? new MemoryStream(plain, writable: false) : ApplicationsRefusals.FileSealUnopened;
    }

    /// <summary>Reads a stored file whole.</summary>
    public async Task<Outcome<byte[]>> Read(string name, CancellationToken cancel)
    {
        var opened = Open(name);
        if (opened.IsRefused) return opened.Refusal;
        await using var file = opened.Value;
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancel);
        return content;
    }

    /// <summary>Removes a stored file; one that is not there is no error.</summary>
    public void Delete(string name)
    {
        if (IsName(name) && File.Exists(PathOf(name))) File.Delete(PathOf(name));
    }

    private static bool IsName(string name) => name.Length == 32 && name.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    // 256 folders, so that none grows to hundreds of thousands of entries.
    private string PathOf(string name) => Path.Combine(_directory, name[..2], name);
}
