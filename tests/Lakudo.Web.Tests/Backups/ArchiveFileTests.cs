using System.Security.Cryptography;
using Lakudo.Kernel;
using Lakudo.Web.Backups;

namespace Lakudo.Web.Tests.Backups;

/// <summary>An archive opens whole or not at all.</summary>
public sealed class ArchiveFileTests : IDisposable
{
    private static readonly BackupAbout About = new("1", "sqlite", "x", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), []);
    private readonly string _folder = Directory.CreateTempSubdirectory("lakudo-archive-").FullName;
    private readonly RecoveryKey _key = RecoveryKey.Make().Key;

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_was_put_in_comes_out_the_same()
    {
        var (archive, data) = Made(3 * SealingStream.ChunkSize);
        var out1 = Path.Combine(_folder, "out");
        var read = ArchiveFile.Read(archive, h => _key.ContentKey(h.OneTime), unpack: _ => File.Create(out1));
        Assert.False(read.IsRefused, read.Refusal?.English);
        Assert.Equal(data, File.ReadAllBytes(out1));
        Assert.False(File.ReadAllBytes(archive).AsSpan().IndexOf(data.AsSpan(100, 64)) >= 0);
    }

    [Fact]
    public void No_more_is_unpacked_than_there_is_room_for_and_no_name_leads_out_of_the_folder()
    {
        var (archive, _) = Made(5_000_000);
        using var unpacked = new MemoryStream();
        Assert.Equal("B-032", ArchiveFile.Read(archive, h => _key.ContentKey(h.OneTime), unpack: _ => unpacked, room: 1_000_000).Refusal?.Code);
        foreach (var name in (string[])["files/../../x", "../x", "/etc/x", "files//x", "lain/x"])
        {
            var outside = Path.Combine(_folder, Guid.CreateVersion7().ToString());
            ArchiveFile.Write(ArchiveFile.Create(outside), _key, About, [new(name, archive)], default);
            var asked = new List<string>();
            var read = ArchiveFile.Read(outside, h => _key.ContentKey(h.OneTime), unpack: n =>
            {
                asked.Add(n);
                return Stream.Null;
            });
            Assert.Equal("B-007", read.Refusal?.Code);
            Assert.Empty(asked);
        }
    }

    [Fact]
    public void A_changed_byte_anywhere_is_refused()
    {
        var (archive, _) = Made(40_000);
        var whole = File.ReadAllBytes(archive);
        for (var at = 0; at < whole.Length; at += Math.Max(1, whole.Length / 300))
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 1;
            Assert.Contains(ReadBytes(changed).Refusal?.Code, new[] { "B-006", "B-007" });
        }
    }

    [Fact]
    public void A_cut_archive_is_refused_wherever_it_was_cut()
    {
        var (archive, _) = Made(2 * SealingStream.ChunkSize);
        var whole = File.ReadAllBytes(archive);
        var header = whole.Length % (SealingStream.ChunkSize + SealingStream.TagSize);
        var start = 18 + ((whole[16] << 8) | whole[17]);
        var chunk = SealingStream.ChunkSize + SealingStream.TagSize;
        foreach (var length in new[] { 0, 5, 17, 40, start, start + 10, start + chunk, start + chunk + 1, start + (2 * chunk), whole.Length - 1, header }.Where(l => l < whole.Length))
        {
            Assert.Contains(ReadBytes(whole[..length]).Refusal?.Code, new[] { "B-006", "B-007" });
        }
    }

    [Fact]
    public void Exchanged_repeated_and_left_out_chunks_are_refused()
    {
        var (archive, _) = Made(3 * SealingStream.ChunkSize);
        var whole = File.ReadAllBytes(archive);
        var start = 18 + ((whole[16] << 8) | whole[17]);
        var chunk = SealingStream.ChunkSize + SealingStream.TagSize;
        byte[] head = whole[..start], first = whole[start..(start + chunk)], second = whole[(start + chunk)..(start + (2 * chunk))], rest = whole[(start + (2 * chunk))..];
        foreach (var wrong in (byte[][])[[.. head, .. second, .. first, .. rest], [.. head, .. first, .. first, .. second, .. rest], [.. head, .. first, .. rest], [.. whole, 0], [.. whole, .. rest]])
        {
            Assert.Equal("B-007", ReadBytes(wrong).Refusal?.Code);
        }
    }

    [Fact]
    public void Whatever_the_length_the_end_is_found()
    {
        var content = RandomNumberGenerator.GetBytes(2 * SealingStream.ChunkSize);
        var key = RandomNumberGenerator.GetBytes(32);
        foreach (var length in new[] { 0, 1, SealingStream.ChunkSize - 1, SealingStream.ChunkSize, SealingStream.ChunkSize + 1, 2 * SealingStream.ChunkSize })
        {
            using var sealedBytes = new MemoryStream();
            using (var sealing = new SealingStream(sealedBytes, key, [1]))
            {
                sealing.Write(content.AsSpan(0, length));
                sealing.Finish();
            }

            sealedBytes.Position = 0;
            using var opened = new MemoryStream();
            using (var opening = new OpeningStream(sealedBytes, key, [1])) opening.CopyTo(opened);
            Assert.True(content.AsSpan(0, length).SequenceEqual(opened.ToArray()));
        }
    }

    [Fact]
    public void Another_sheet_does_not_open_it()
    {
        var (archive, _) = Made(1000);
        using var other = RecoveryKey.Make().Key;
        Assert.Equal("B-007", ArchiveFile.Read(archive, h => other.ContentKey(h.OneTime)).Refusal?.Code);
    }

    private (string Archive, byte[] Data) Made(int size)
    {
        var data = RandomNumberGenerator.GetBytes(size);
        var file = Path.Combine(_folder, "data");
        File.WriteAllBytes(file, data);
        var archive = Path.Combine(_folder, "a.lakudo");
        ArchiveFile.Write(ArchiveFile.Create(archive), _key, About, [new("files/data", file)], default);
        return (archive, data);
    }

    private Outcome<BackupAbout> ReadBytes(byte[] bytes)
    {
        var path = Path.Combine(_folder, "changed");
        File.WriteAllBytes(path, bytes);
        return ArchiveFile.Read(path, h =>
        {
            try
            {
                return _key.ContentKey(h.OneTime);
            }
            catch (CryptographicException)
            {
                return BackupRefusals.NoArchive;
            }
        });
    }
}
