using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Testing;
using Lakudo.Web.Backups;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Host;
using Lakudo.Web.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Operations;

/// <summary>Everything the doctor looks at is broken once, and its line is seen.</summary>
public sealed class DoctorTests : IDisposable
{
    private static readonly DateTime Now = new(2026, 11, 25, 1, 0, 0, DateTimeKind.Utc);
    private readonly string _data = Directory.CreateTempSubdirectory("lakudo-doctor-").FullName;

    private string Keys => Path.Combine(_data, "keys");

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_missing_database_is_said_and_neither_it_nor_a_key_is_made_by_asking()
    {
        var findings = await Look("sqlite");

        Assert.Equal(Health.Bad, findings["Basis data"].Health);
        Assert.Contains("tidak ada", findings["Basis data"].Found, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_data));
        Assert.False(findings.ContainsKey("Kotak keluar"));
    }

    [Theory]
    [InlineData(0, "rusak atau bukan basis data")]
    [InlineData(24_000, "rusak")]
    public async Task A_damaged_database_file_is_said_and_left_as_it_is(int at, string words)
    {
        await using var database = await TestDatabase.Create(Vendor.Sqlite);
        var file = Path.Combine(_data, "lakudo.db");
        File.Copy(database.Place, file);
        await using (var stream = File.OpenWrite(file))
        {
            stream.Position = at;
            stream.Write(Enumerable.Repeat((byte)0x5A, 8_192).ToArray());
        }

        var before = await File.ReadAllBytesAsync(file);
        var findings = await Look("sqlite");

        Assert.Equal(Health.Bad, findings["Basis data"].Health);
        Assert.Contains(words, findings["Basis data"].Found, StringComparison.Ordinal);
        Assert.Contains("simpan berkas itu apa adanya", findings["Basis data"].ToDo, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_database_of_another_schema_is_said_whether_older_or_newer()
    {
        await File.WriteAllBytesAsync(Path.Combine(_data, "lakudo.db"), []);
        // An empty file is an empty database: no schema and not yet in WAL mode.
        Assert.Equal(Health.Bad, (await Look("sqlite"))["Pengaturan SQLite"].Health);

        await using var database = await TestDatabase.Create(Vendor.Sqlite);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database.Place};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """INSERT INTO "__EFMigrationsHistory" VALUES ('20990101000000_Later', '10.0.0')""";
            await command.ExecuteNonQueryAsync();
        }

        var finding = (await Look(database.Setting))["Bentuk data"];
        Assert.Equal(Health.Bad, finding.Health);
        Assert.Contains("lebih baru dari program ini", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_PostgreSQL_that_is_gone_or_laxly_set_is_said()
    {
        Assert.Equal(Health.Bad, (await Look("postgres:Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2"))["Basis data"].Health);

        var sound = new PostgresCondition(170004, true, true, true, true, Now, 3, 100);
        var clock = new Clock(new Fixed(Now));
        Assert.All(DatabaseChecks.Postgres(sound, clock), f => Assert.Equal(Health.Good, f.Health));
        Assert.Contains(DatabaseChecks.Postgres(sound with { Fsync = false }, clock), f => f.Health == Health.Bad && f.Found.Contains("fsync", StringComparison.Ordinal));
        Assert.Contains(DatabaseChecks.Postgres(sound with { SynchronousCommit = false }, clock), f => f.Health == Health.Bad && f.Found.Contains("synchronous_commit", StringComparison.Ordinal));
        Assert.Contains(DatabaseChecks.Postgres(sound with { Checksums = false }, clock), f => f.Health == Health.Warning);
        Assert.Contains(DatabaseChecks.Postgres(sound with { Now = Now.AddSeconds(40) }, clock), f => f.Subject == "Jam basis data" && f.Health == Health.Warning);

        await using var database = await TestDatabase.Create(Vendor.Postgres);
        var findings = await Look(database.Setting);
        Assert.StartsWith("PostgreSQL ", findings["Basis data"].Found, StringComparison.Ordinal);
        Assert.Equal(Health.Good, findings["Bentuk data"].Health);
    }

    [Fact]
    public void Lost_keys_and_keys_that_others_can_read_are_said()
    {
        Assert.Equal(Health.Warning, Key("Kunci", hasData: false).Health);
        Assert.Equal(Health.Bad, Key("Kunci", hasData: true).Health);

        var files = new KeyFiles(new Settings { Data = _data });
        foreach (var name in new[] { "personal-data.key", "tokens-signing.pem", "tokens-encryption.pem" }) files.Write(name, [1]);
        Assert.Equal(Health.Good, Key("Kunci", hasData: true).Health);
        Assert.Equal(Health.Good, Key("Hak baca kunci", hasData: true).Health);

        File.SetUnixFileMode(files.PathOf("personal-data.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var open = Key("Hak baca kunci", hasData: true);
        Assert.Equal(Health.Bad, open.Health);
        Assert.Contains("personal-data.key", open.Found, StringComparison.Ordinal);
        Assert.Contains("chmod 600", open.ToDo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-400, -1, Health.Bad, "kedaluwarsa")]
    [InlineData(-300, 12, Health.Warning, "tinggal 12 hari")]
    [InlineData(2, 900, Health.Bad, "belum mulai berlaku")]
    [InlineData(-300, 400, Health.Good, "berlaku sampai")]
    public void A_signing_certificate_that_ends_is_said(int from, int until, Health health, string words)
    {
        Directory.CreateDirectory(Keys);
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Dinas Contoh", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Now.AddDays(from), Now.AddDays(until).AddMinutes(1));
        File.WriteAllText(Path.Combine(Keys, "signing.crt"), certificate.ExportCertificatePem());

        var finding = Key("Sertifikat tanda tangan", hasData: true);
        Assert.Equal(health, finding.Health);
        Assert.Contains(words, finding.Found, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(Keys, "signing.crt"), "bukan sertifikat");
        Assert.Equal(Health.Bad, Key("Sertifikat tanda tangan", hasData: true).Health);
    }

    [Fact]
    public void A_full_disk_a_clock_gone_back_and_a_machine_without_zones_are_said()
    {
        Assert.Equal(Health.Bad, MachineChecks.Disk(400_000_000, 40_000_000_000).Health);
        Assert.Equal(Health.Warning, MachineChecks.Disk(3_000_000_000, 40_000_000_000).Health);
        Assert.Equal(("12,3 GB bebas dari 40,0 GB", Health.Good), (MachineChecks.Disk(12_300_000_000, 40_000_000_000).Found, MachineChecks.Disk(12_300_000_000, 40_000_000_000).Health));

        var clock = new Clock(new Fixed(Now));
        Assert.Equal(Health.Good, MachineChecks.ClockTime(clock, Now.AddHours(-1), true).Health);
        Assert.Equal(Health.Bad, MachineChecks.ClockTime(clock, Now.AddHours(1), true).Health);
        Assert.Equal(Health.Warning, MachineChecks.ClockTime(clock, null, false).Health);
        Assert.Equal(Health.Warning, MachineChecks.ClockTime(new Clock(new SampleTime(Now)), null, true).Health);

        Assert.Equal(Health.Bad, MachineChecks.Zones(["Asia/Tidakada"]).Health);
        Assert.Equal(Health.Good, MachineChecks.Zones(["Asia/Makassar"]).Health);
    }

    [Theory]
    [InlineData("https://mpp.example.go.id", Health.Good)]
    [InlineData("http://localhost:5080", Health.Warning)]
    [InlineData("http://mpp.example.go.id", Health.Bad)]
    public void Without_HTTPS_the_passkeys_and_the_phone_app_are_named(string address, Health health)
    {
        var finding = MachineChecks.Address(new Settings { PublicAddress = address });
        Assert.Equal(health, finding.Health);
        Assert.Contains("posyandu", finding.Found + finding.ToDo, StringComparison.Ordinal);
        Assert.Equal(Health.Bad, MachineChecks.Simulators(on: true, real: true).Health);
        Assert.Equal(Health.Good, MachineChecks.Simulators(on: true, real: false).Health);
    }

    [Fact]
    public void A_silent_device_a_failing_message_and_a_calendar_that_ends_are_said()
    {
        DevicesSeen.Row[] devices = [new("Anjungan 1", DeviceKind.Kiosk, Now.AddHours(-2)), new("Papan depan", DeviceKind.Board, Now.AddDays(-3)), new("Papan samping", DeviceKind.Board, null)];
        var lines = WorkChecks.Devices(devices, Now).ToList();
        Assert.Equal([Health.Good, Health.Warning], lines.Select(l => l.Health));
        Assert.Equal("tidak terlihat: Papan depan (3 hari), Papan samping (belum pernah)", lines[1].Found);

        var calm = new InstallationState.Answer([], 2, 0, Now.AddSeconds(-3), null, null);
        Assert.Equal(Health.Good, WorkChecks.Outbox(calm, Now).Health);
        Assert.Equal(Health.Bad, WorkChecks.Outbox(calm with { OldestDue = Now.AddMinutes(-9) }, Now).Health);
        Assert.Contains("SocketException", WorkChecks.Outbox(calm with { Failing = 1, LastFault = "SocketException" }, Now).Found, StringComparison.Ordinal);

        Assert.Equal(Health.Warning, WorkChecks.Calendar([2026], new(2026, 10, 1)).Health);
        Assert.Equal(Health.Good, WorkChecks.Calendar([2026], new(2026, 9, 30)).Health);
        Assert.Equal(Health.Good, WorkChecks.Calendar([2026, 2027], new(2026, 12, 1)).Health);
        Assert.Equal(Health.Bad, WorkChecks.Calendar([2026], new(2027, 1, 1)).Health);
    }

    [Fact]
    public void A_backup_that_is_missing_late_failed_or_on_the_same_disk_is_said()
    {
        var last = new BackupState(Now.AddHours(-8), "/media/usb/a.lakudo", 1, 1, Now.AddHours(-8), null);
        var sound = new BackupReport.Answer("AB12", "/media/usb", true, false, last, TimeSpan.FromHours(8), 19, false);
        Assert.Equal(Finding.Good("Cadangan", "yang terakhir terbaca utuh 8 jam lalu, 19 arsip di /media/usb"), WorkChecks.Backup(sound, real: true));
        Assert.Equal(Health.Warning, WorkChecks.Backup(sound with { SameDisk = true }, real: true).Health);
        BackupReport.Answer[] wrong =
        [
            sound with { RecoveryKey = null }, sound with { Folder = "" }, sound with { FolderThere = false }, sound with { Late = true, Age = TimeSpan.FromHours(50) },
            sound with { Last = last with { Failure = "Disk penuh." } },
        ];
        Assert.All(wrong, report => Assert.Equal((Health.Bad, Health.Warning), (WorkChecks.Backup(report, real: true).Health, WorkChecks.Backup(report, real: false).Health)));
        Assert.Contains("50 jam", WorkChecks.Backup(wrong[3], real: true).Found, StringComparison.Ordinal);
        Assert.Contains("Disk penuh.", WorkChecks.Backup(wrong[4], real: true).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_IT_officer_and_the_region_s_administrator_sees_it()
    {
        await using var database = await TestDatabase.Create(Vendor.Sqlite);
        await using var services = Services(database.Setting);
        await using var scope = services.CreateAsyncScope();
        foreach (var role in Enum.GetValues<Role>().Except([Role.ItOfficer, Role.RegionAdmin, Role.System]))
        {
            var caller = new Caller(1, Guid.CreateVersion7(), [new Assignment(role, 1)]);
            Assert.Equal("K-001", (await services.GetRequiredService<Doctor>().Run(caller, thorough: false)).Refusal?.Code);
            Assert.Equal("K-001", (await scope.ServiceProvider.GetRequiredService<InstallationState>().Run(caller)).Refusal?.Code);
            Assert.Equal("K-001", (await scope.ServiceProvider.GetRequiredService<DevicesSeen>().Run(caller)).Refusal?.Code);
            Assert.Equal(role is not (Role.Kiosk or Role.CounterDevice or Role.Board), (await scope.ServiceProvider.GetRequiredService<NoteDeviceSeen>().Run(caller, null)).IsRefused);
        }
    }

    private Finding Key(string subject, bool hasData) => KeyChecks.All(Keys, Now, hasData, real: true).Single(f => f.Subject == subject);

    private ServiceProvider Services(string database) => Offline.Services([$"--Lakudo:Data={_data}", $"--Lakudo:Database={database}"]);

    private async Task<ImmutableDictionary<string, Finding>> Look(string database)
    {
        await using var services = Services(database);
        return (await services.GetRequiredService<Doctor>().Run(Caller.System(1), thorough: true)).Value.ToImmutableDictionary(f => f.Subject);
    }

    private sealed class Fixed(DateTime now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
