using Lakudo.Applications;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Backups;

/// <summary>What happens to the archives on bad days.</summary>
[Collection("programs")]
public sealed class MakeBackupTests(BothPrograms programs) : IDisposable
{
    private readonly string _stick = Directory.CreateTempSubdirectory("lakudo-stick-").FullName;
    private readonly string _data = Directory.CreateTempSubdirectory("lakudo-data-").FullName;

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    public void Dispose()
    {
        Directory.Delete(_stick, recursive: true);
        Directory.Delete(_data, recursive: true);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_disk_that_fills_up_during_a_backup_leaves_the_old_archive_and_no_half_of_a_new_one(Vendor vendor)
    {
        await using var lakudo = Prepare(vendor);
        var first = await lakudo.Make().Run(_stick);
        Assert.False(first.IsRefused, first.Refusal?.English);
        lakudo.Time.Move(TimeSpan.FromDays(1));
        var full = await lakudo.Make(path => new FullDisk(ArchiveFile.Create(path), 60_000)).Run(_stick);
        Assert.Equal("B-011", full.Refusal?.Code);
        Assert.Equal([first.Value.Archive!, first.Value.Archive + ".sha256"], Directory.GetFiles(_stick).Order());
        Assert.False(Directory.Exists(Path.Combine(lakudo.Settings.Data, "backup-work")));
        var state = BackupState.Read(lakudo.Settings);
        Assert.Equal((first.Value.VerifiedAt, true), (state.VerifiedAt, state.Failure!.Contains("B-011", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_killed_backup_left_is_swept_and_two_do_not_run_at_once(Vendor vendor)
    {
        await using var lakudo = Prepare(vendor);
        await File.WriteAllTextAsync(Path.Combine(_stick, KeptArchives.Name(lakudo.Clock.Now.AddDays(-1)) + ".partial"), "half");
        Directory.CreateDirectory(Path.Combine(lakudo.Settings.Data, "backup-work"));
        await File.WriteAllTextAsync(Path.Combine(lakudo.Settings.Data, "backup-work", "lakudo.db"), "half");
        await using (new FileStream(Path.Combine(lakudo.Settings.Data, "backup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal("B-014", (await lakudo.Make().Run(_stick)).Refusal?.Code);
        }

        var made = await lakudo.Make().Run(_stick);
        Assert.False(made.IsRefused, made.Refusal?.English);
        Assert.DoesNotContain(Directory.GetFiles(_stick), f => f.EndsWith(".partial", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(lakudo.Settings.Data, "backup-work")));
    }

    [Fact]
    public async Task Old_archives_go_only_after_a_newer_one_was_read_back()
    {
        await using var lakudo = Prepare(Vendor.Sqlite);
        var old = Enumerable.Range(1, 60).Select(d => Path.Combine(_stick, KeptArchives.Name(lakudo.Clock.Now.AddDays(-d)))).ToList();
        foreach (var file in old) await File.WriteAllTextAsync(file, "lama");
        await File.WriteAllTextAsync(Path.Combine(_stick, "foto.jpg"), "keluarga");

        // A disk that tells of success and keeps something else is found by reading back.
        var lying = await lakudo.Make(path => new LyingDisk(ArchiveFile.Create(path))).Run(_stick);
        Assert.Equal("B-012", lying.Refusal?.Code);
        Assert.All(old, file => Assert.True(File.Exists(file)));

        var made = await lakudo.Make().Run(_stick);
        Assert.False(made.IsRefused, made.Refusal?.English);
        Assert.InRange(KeptArchives.In(_stick).Count, 8, 15);
        Assert.Equal(made.Value.Archive, KeptArchives.In(_stick)[0].Path);
        Assert.True(File.Exists(Path.Combine(_stick, "foto.jpg")));
    }

    [Fact]
    public async Task Without_key_folder_or_database_it_says_what_is_missing()
    {
        await using var lakudo = Prepare(Vendor.Sqlite);
        Assert.Equal("B-017", (await lakudo.Make().Run(Path.Combine(_stick, "tidak-ada"))).Refusal?.Code);
        Assert.Equal("B-002", InitBackup.Run(new KeyFiles(lakudo.Settings), lakudo.Clock, replace: false).Refusal?.Code);
        File.Delete(new KeyFiles(lakudo.Settings).PathOf(MakeBackup.KeyFile));
        Assert.Equal("B-001", (await lakudo.Make().Run(_stick)).Refusal?.Code);
        InitBackup.Run(new KeyFiles(lakudo.Settings), lakudo.Clock, replace: false);
        lakudo.Settings.Database = $"sqlite:{Path.Combine(_data, "hilang.db")}";
        Assert.Equal("B-013", (await lakudo.Make().Run(_stick)).Refusal?.Code);
        Assert.False(File.Exists(Path.Combine(_data, "hilang.db")));
    }

    [Fact]
    public async Task A_damaged_database_is_named_and_not_backed_up_over_a_good_one()
    {
        await using var lakudo = Prepare(Vendor.Sqlite);
        var copy = Path.Combine(_data, "rusak.db");
        await using (var source = new SqliteConnection($"Data Source={programs[Vendor.Sqlite].Place};Pooling=False"))
        await using (var target = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            await source.OpenAsync();
            await target.OpenAsync();
            source.BackupDatabase(target);
        }

        await using (var file = File.OpenWrite(copy))
        {
            file.Position = 4096 * 12;
            await file.WriteAsync(new byte[4096 * 8]);
        }

        lakudo.Settings.Database = $"sqlite:{copy}";
        Assert.Equal("B-013", (await lakudo.Make().Run(_stick)).Refusal?.Code);
        Assert.Empty(Directory.GetFiles(_stick));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_the_installation_itself_checks_the_store_and_steps_registers_on(Vendor vendor)
    {
        await using var scope = programs[vendor].Services.CreateAsyncScope();
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not Role.System))
        {
            var caller = new Caller(1, Guid.CreateVersion7(), [new Assignment(role, 1)]);
            Assert.Equal("K-001", (await scope.ServiceProvider.GetRequiredService<SkipNumbers>().Run(caller, new(1, "uji"))).Refusal?.Code);
            Assert.Equal("K-001", (await scope.ServiceProvider.GetRequiredService<DocumentStoreCheck>().Run(caller)).Refusal?.Code);
            Assert.Equal("K-001", (await scope.ServiceProvider.GetRequiredService<RegionNumbers>().Run(caller)).Refusal?.Code);
        }

        Assert.Equal("A-058", (await scope.ServiceProvider.GetRequiredService<SkipNumbers>().Run(Caller.System(1), new(-1, "uji"))).Refusal?.Code);
        Assert.True((await scope.ServiceProvider.GetRequiredService<DocumentStoreCheck>().Run(Caller.System(1))).Value.IsWhole);
    }

    [Fact]
    public async Task The_report_says_late_until_an_archive_was_verified()
    {
        await using var lakudo = Prepare(Vendor.Sqlite);
        var report = new BackupReport(lakudo.Settings, new BackupSettings { Folder = _stick }, new KeyFiles(lakudo.Settings), lakudo.Clock);
        Assert.True(report.Look() is { Late: true, Age: null, FolderThere: true, RecoveryKey.Length: 19 });
        await lakudo.Make().Run(_stick);
        Assert.True(report.Look() is { Late: false, Archives: 1 });
        lakudo.Time.Move(TimeSpan.FromHours(27));
        Assert.True(report.Look().Late);
    }

    private Prepared Prepare(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var settings = new Settings { Data = _data, Database = vendor is Vendor.Sqlite ? $"sqlite:{lakudo.Place}" : $"postgres:{lakudo.Place}" };
        var prepared = new Prepared(settings, lakudo.Services.CreateAsyncScope());
        InitBackup.Run(new KeyFiles(settings), prepared.Clock, replace: false);
        return prepared;
    }

    private sealed record Prepared(Settings Settings, AsyncServiceScope Scope) : IAsyncDisposable
    {
        public MovableTime Time { get; } = new();

        public Clock Clock => new(Time);

        public MakeBackup Make(Func<string, Stream>? create = null) =>
            new(Settings, new KeyFiles(Settings), Clock) { Create = create ?? ArchiveFile.Create };

        public ValueTask DisposeAsync() => Scope.DisposeAsync();
    }

    /// <summary>Takes so many bytes, then has no space left.</summary>
    private sealed class FullDisk(Stream to, long room) : PassingStream(to)
    {
        private long _room = room;

        public override void Write(byte[] buffer, int offset, int count)
        {
            if ((_room -= count) < 0) throw new IOException("No space left on device");
            base.Write(buffer, offset, count);
        }
    }

    /// <summary>Keeps one bit other than told.</summary>
    private sealed class LyingDisk(Stream to) : PassingStream(to)
    {
        private long _written;

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (_written > 50) buffer[offset] ^= 4;
            _written += count;
            base.Write(buffer, offset, count);
        }
    }

    private class PassingStream(Stream to) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => to.Length;

        public override long Position { get => to.Position; set => throw new NotSupportedException(); }

        public override void Flush() => to.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => to.Write(buffer, offset, count);

        protected override void Dispose(bool disposing)
        {
            to.Dispose();
            base.Dispose(disposing);
        }
    }
}
