using Lakudo.Kernel;

namespace Lakudo.Web.Growth;

/// <summary>A file that appears whole or not at all: written beside its place under another name, and moved there at the end. <c>-</c> is standard output.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string? _place;
    private readonly string? _temporary;
    private bool _isKept;

    private OutputFile(Stream stream, string? place, string? temporary) => (Stream, _place, _temporary) = (stream, place, temporary);

    /// <summary>Where to write.</summary>
    public Stream Stream { get; }

    /// <summary>Opens it; nothing is seen at its place before <see cref="Keep"/>.</summary>
    public static Outcome<OutputFile> Open(string path)
    {
        if (path == "-")
        {
            return new OutputFile(Console.OpenStandardOutput(), null, null);
        }

        try
        {
            // A device or a pipe cannot be replaced by a file.
            if (path.StartsWith("/dev/", StringComparison.Ordinal))
            {
                return new OutputFile(new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0), null, null);
            }

            var place = Path.GetFullPath(File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path);
            if (Directory.Exists(place))
            {
                return GrowthFileRefusals.CannotWrite.With(path);
            }

            var temporary = Path.Combine(Path.GetDirectoryName(place)!, $".{Path.GetFileName(place)}.{Environment.ProcessId}.tmp");
            return new OutputFile(new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 0), place, temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return GrowthFileRefusals.CannotWrite.With(path);
        }
    }

    /// <summary>Moves the finished file to its place.</summary>
    /// <exception cref="IOException">It could not be finished or moved.</exception>
    public void Keep()
    {
        Stream.Flush();
        if (_temporary is null)
        {
            return;
        }

        Stream.Dispose();
        File.Move(_temporary, _place!, overwrite: true);
        _isKept = true;
    }

    /// <summary>Takes away what was not kept.</summary>
    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // The disk is full or the reader of the pipe has gone; whoever wrote has heard of it already.
        }

        if (_temporary is not null && !_isKept)
        {
            File.Delete(_temporary);
        }
    }
}
