using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Kernel;

namespace Lakudo.Web.Backups;

/// <summary>An archive: header, then a tar, deflated, encrypted in chunks. Written and read as a stream, whatever its size.</summary>
internal static class ArchiveFile
{
    /// <summary>Bytes of the list of contents: two million files.</summary>
    private const long LargestList = 256 * 1024 * 1024;

    /// <summary>One file to put in.</summary>
    /// <param name="Name">Its place in the archive.</param>
    /// <param name="Path">Where it lies.</param>
    internal sealed record Source(string Name, string Path);

    /// <summary>Writes an archive to its last byte on the disk, and closes it.</summary>
    /// <returns>The content key, by which it can be read back at once; it is kept nowhere.</returns>
    internal static byte[] Write(Stream to, RecoveryKey key, BackupAbout about, IEnumerable<Source> sources, CancellationToken ct)
    {
        var (content, oneTime) = key.NewContentKey();
        var header = new SealedHeader(key.Id, oneTime);
        using var file = to;
        file.Write(header.Bytes());
        using (var sealing = new SealingStream(file, content, header.Hash()))
        {
            using (var deflate = new ZLibStream(sealing, CompressionLevel.Fastest, leaveOpen: true))
            using (var tar = new TarWriter(deflate, TarEntryFormat.Pax, leaveOpen: true))
            {
                Put(tar, BackupAbout.Name, JsonSerializer.SerializeToUtf8Bytes(about));
                var contents = new BackupContents([]);
                foreach (var source in sources)
                {
                    ct.ThrowIfCancellationRequested();
                    using var data = new HashedFile(source.Path);
                    tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, source.Name) { DataStream = data });
                    contents.Files.Add(new(source.Name, data.Position, data.Sha256()));
                }

                Put(tar, BackupContents.Name, JsonSerializer.SerializeToUtf8Bytes(contents));
            }

            sealing.Finish();
        }

        if (file is FileStream onDisk) onDisk.Flush(flushToDisk: true);
        return content;
    }

    /// <summary>
    /// Reads an archive to its end and compares every file with the list of contents. Refused with B-006 when it is none, B-007 when anything is changed,
    /// missing, added or cut.
    /// </summary>
    /// <param name="path">The archive.</param>
    /// <param name="key">Gives the content key for a header; may refuse.</param>
    /// <param name="look">Told of the first entry; may refuse to go on.</param>
    /// <param name="unpack">Where a file is to be written, or null to read it only.</param>
    /// <param name="room">How many bytes may be written; B-032 beyond it.</param>
    internal static Outcome<BackupAbout> Read(string path, Func<SealedHeader, Outcome<byte[]>> key, Func<BackupAbout, Refusal?>? look = null, Func<string, Stream>? unpack = null, long room = long.MaxValue)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        return Read(file, key, look, unpack, room);
    }

    /// <summary>The same for an archive that is read from anywhere.</summary>
    internal static Outcome<BackupAbout> Read(Stream file, Func<SealedHeader, Outcome<byte[]>> key, Func<BackupAbout, Refusal?>? look = null, Func<string, Stream>? unpack = null, long room = long.MaxValue)
    {
        var limit = new ExpansionLimit(room);
        var header = SealedHeader.Read(file);
        if (header.IsRefused) return header.Refusal;
        var content = key(header.Value);
        if (content.IsRefused) return content.Refusal;
        try
        {
            using var opening = new OpeningStream(file, content.Value, header.Value.Hash());
            using var inflate = new ZLibStream(opening, CompressionMode.Decompress, leaveOpen: true);
            using var tar = new TarReader(inflate, leaveOpen: true);
            var found = new List<BackupContents.Entry>();
            var about = Json<BackupAbout>(tar.GetNextEntry(), BackupAbout.Name);
            if (look?.Invoke(about) is { } refusal) return refusal;
            BackupContents? contents = null;
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.Name == BackupContents.Name) contents = Json<BackupContents>(entry, BackupContents.Name);
                else found.Add(Take(entry, unpack, limit));
            }

            inflate.CopyTo(Stream.Null);
            opening.CopyTo(Stream.Null);
            return contents is not null && contents.Files.SequenceEqual(found) ? about : BackupRefusals.ArchiveDamaged.With("daftar isi tidak cocok");
        }
        catch (FileTooLargeException) when (limit.Used > room)
        {
            return BackupRefusals.NoRoom.With(room / (1024 * 1024));
        }
        catch (Exception e) when (e is CryptographicException or FileTooLargeException or InvalidDataException or EndOfStreamException or JsonException or FormatException)
        {
            return BackupRefusals.ArchiveDamaged.With(e.Message);
        }
    }

    /// <summary>A new file that only its owner reads.</summary>
    internal static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static void Put(TarWriter tar, string name, byte[] json)
    {
        using var data = new MemoryStream(json);
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = data });
    }

    private static T Json<T>(TarEntry? entry, string name) => entry?.Name == name && entry.DataStream is { } data
        ? JsonSerializer.Deserialize<T>(new CountedStream(data, new ExpansionLimit(LargestList))) ?? throw new InvalidDataException(name)
        : throw new InvalidDataException($"{name} missing");

    private static BackupContents.Entry Take(TarEntry entry, Func<string, Stream>? unpack, ExpansionLimit limit)
    {
        // A name must not lead out of the folder it is unpacked into, and an archive of ours holds nothing but files.
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || entry.Name.Split('/').Any(part => part is "" or "." or "..") || entry.Name.Contains('\\')
            || !BackupContents.Folders.Any(folder => entry.Name.StartsWith(folder, StringComparison.Ordinal))) throw new InvalidDataException($"{entry.Name}: not a file of a backup");

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var to = unpack?.Invoke(entry.Name) ?? Stream.Null;
        var buffer = new byte[1 << 18];
        var size = 0L;
        for (int read; entry.DataStream is { } data && (read = data.Read(buffer)) > 0; size += read)
        {
            limit.Add(read);
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }

        if (to is FileStream onDisk) onDisk.Flush(flushToDisk: true);
        return new(entry.Name, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
