using System.Buffers.Binary;
using System.IO.Compression;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth.Workbooks;

/// <summary>The files inside a workbook. Only those that are asked for are unpacked, and all are counted together; an archive inside is never opened.</summary>
internal sealed class WorkbookParts : IDisposable
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ExpansionLimit _limit;

    /// <summary>Opens the archive.</summary>
    /// <exception cref="InvalidDataException">It is none, two files in it have one name, or it has too many (<see cref="FileTooLargeException"/>).</exception>
    public WorkbookParts(Stream file, ExpansionLimit limit)
    {
        CheckDirectory(file);
        file.Position = 0;
        _archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        _limit = limit;
        foreach (var entry in _archive.Entries)
        {
            // Of two files of one name, programs read different ones.
            if (!_entries.TryAdd(entry.FullName.Replace('\\', '/'), entry)) throw new InvalidDataException($"Two files {entry.FullName}.");
        }
    }

    /// <summary>Unpacks a file of the archive; null when there is none.</summary>
    public Stream? Open(string path) => _entries.TryGetValue(path, out var entry) ? new CountedStream(entry.Open(), _limit) : null;

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    /// <summary>Counts the entries before any is kept. The number that the archive says of itself may be another.</summary>
    private static void CheckDirectory(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, ushort.MaxValue + EndLength)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndLength > tail.Length) throw new InvalidDataException("No archive.");
        var at = (long)BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        var header = new byte[HeaderLength];
        for (var count = 0; at + HeaderLength <= file.Length; count++)
        {
            file.Position = at;
            file.ReadExactly(header);
            if (!header.AsSpan().StartsWith("PK\x01\x02"u8)) return;
            if (count == WorkbookLimits.Parts) throw new FileTooLargeException(KernelRefusals.TooManyParts.With(WorkbookLimits.Parts));
            at += HeaderLength + Short(header, 28) + Short(header, 30) + Short(header, 32);
        }
    }

    private static int Short(byte[] header, int at) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));
}
