using Lakudo.Kernel;
using Lakudo.Privacy.Requests;
using Lakudo.Testing;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
using Lakudo.Web.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Backups;

/// <summary>Archives on another machine, against OpenSSH's own server.</summary>
[Collection("programs")]
public sealed class SftpTests(BothPrograms programs) : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lakudo-sftp-").FullName;

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    private string Data => Path.Combine(_root, "data");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory, MemberData(nameof(Both))]
    public async Task An_archive_goes_there_is_read_back_from_there_and_restores_and_old_ones_go(Vendor vendor)
    {
        using var server = new SshServer(Path.Combine(_root, "nas"));
        var (settings, keys, time) = Prepare(vendor, server);
        var sheet = InitBackup.GroupsOf(InitBackup.Run(keys, new Clock(time), replace: false).Value);
        await File.WriteAllTextAsync(Path.Combine(server.Archives, KeptArchives.Name(new DateTime(2026, 1, 1, 1, 0, 0, DateTimeKind.Utc)) + ".partial"), "half");
        await File.WriteAllTextAsync(Path.Combine(server.Archives, "milik-orang.txt"), "lain");
        var made = await Make(settings, keys, time, server).Run(server.Address);
        Assert.False(made.IsRefused, made.Refusal?.English);
        var archive = Path.Combine(server.Archives, KeptArchives.Name(new Clock(time).Now));
        Assert.Equal(server.Address + "/" + Path.GetFileName(archive), made.Value.Archive);
        Assert.Equal(new FileInfo(archive).Length, made.Value.Size);
        var sum = await File.ReadAllTextAsync(archive + ".sha256");
        Assert.StartsWith(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(archive))), sum, StringComparison.Ordinal);
        for (var day = 0; day < 9; day++)
        {
            time.Move(TimeSpan.FromDays(1));
            Assert.False((await Make(settings, keys, time, server).Run(server.Address)).IsRefused);
        }

        // Ten mornings: the seven newest, and the oldest weeks' own.
        Assert.InRange(Directory.GetFiles(server.Archives, "*.lakudo").Length, 7, 9);
        Assert.True(File.Exists(Path.Combine(server.Archives, "milik-orang.txt")));
        Assert.DoesNotContain(Directory.GetFiles(server.Archives), f => f.EndsWith(".partial", StringComparison.Ordinal));

        await using var place = await TestDatabase.Empty(vendor);
        var target = new Settings { Data = Path.Combine(_root, "baru"), Database = place.Setting };
        var newest = Directory.GetFiles(server.Archives, "*.lakudo").Order().Last();
        var restored = await new RestoreBackup(target, [$"--Lakudo:Database={place.Setting}", $"--Lakudo:Data={target.Data}"]).Run(newest, sheet, 0);
        Assert.False(restored.IsRefused, restored.Refusal?.English);
    }

    [Fact]
    public async Task Another_machine_under_the_same_address_gets_nothing_until_an_officer_says_so()
    {
        using var server = new SshServer(Path.Combine(_root, "nas"));
        var (settings, keys, time) = Prepare(Vendor.Sqlite, server);
        InitBackup.Run(keys, new Clock(time), replace: false);
        Assert.False((await Make(settings, keys, time, server).Run(server.Address)).IsRefused);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(keys.PathOf("backup-hosts")));
        server.Reinstall();
        time.Move(TimeSpan.FromDays(1));
        var refused = (await Make(settings, keys, time, server).Run(server.Address)).Refusal;
        Assert.Equal("B-030", refused?.Code);
        Assert.Contains("backup-hosts", refused!.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(server.Archives, "*.lakudo"));
        Assert.Contains("B-030", BackupState.Read(settings).Failure, StringComparison.Ordinal);
        await File.WriteAllTextAsync(keys.PathOf("backup-hosts"), "");
        Assert.False((await Make(settings, keys, time, server).Run(server.Address)).IsRefused);
    }

    [Fact]
    public async Task What_is_wrong_with_address_key_folder_or_line_is_said_and_old_archives_stay()
    {
        using var server = new SshServer(Path.Combine(_root, "nas"));
        var (settings, keys, time) = Prepare(Vendor.Sqlite, server);
        InitBackup.Run(keys, new Clock(time), replace: false);
        foreach (var address in new[] { "sftp://127.0.0.1/x", "sftp://root:sandi@127.0.0.1/x", "sftp://root@127.0.0.1/", "sftp://" })
        {
            Assert.Equal("B-028", (await Make(settings, keys, time, server).Run(address)).Refusal?.Code);
        }

        Assert.Equal("B-029", (await new MakeBackup(settings, keys, new Clock(time), new() { SftpKey = Path.Combine(_root, "tiada") }).Run(server.Address)).Refusal?.Code);
        Assert.Equal("B-031", (await Make(settings, keys, time, server).Run(server.Address + "-tiada")).Refusal?.Code);
        var other = Path.Combine(_root, "lain");
        using (var made = System.Diagnostics.Process.Start("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", other])) await made.WaitForExitAsync();
        Assert.Equal("B-031", (await new MakeBackup(settings, keys, new Clock(time), new() { SftpKey = other }).Run(server.Address)).Refusal?.Code);
        Assert.False((await Make(settings, keys, time, server).Run(server.Address)).IsRefused);
        server.Stop();
        Assert.Equal("B-031", (await Make(settings, keys, time, server).Run(server.Address)).Refusal?.Code);
        Assert.Single(Directory.GetFiles(server.Archives, "*.lakudo"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_list_of_erasures_lies_beside_the_archives_there_and_an_installation_restored_from_them_fetches_it(Vendor vendor)
    {
        using var server = new SshServer(Path.Combine(_root, "nas"));
        var (settings, keys, _) = Prepare(vendor, server);
        var services = programs[vendor].Services;
        ErasureLists Lists(Settings of) => new(services.GetRequiredService<IServiceScopeFactory>(), of, new BackupSettings { Folder = server.Address, SftpKey = server.UserKey }, services.GetRequiredService<PersonalData>(), keys);
        var line = new RepeatErasures.Line(Guid.CreateVersion7(), PersonKeyKind.Contact, System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc));
        await using (var scope = services.CreateAsyncScope()) Assert.False((await scope.ServiceProvider.GetRequiredService<RepeatErasures>().Run(Caller.System(1), [line])).IsRefused);
        var first = Lists(settings);
        Assert.Null(await first.Save(1));
        var there = Path.Combine(server.Archives, ErasureLists.Name);
        Assert.Contains($"{line.Id:N}", await File.ReadAllTextAsync(there), StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(first.Own), await File.ReadAllTextAsync(there));

        // The line broke while it was replaced: the draft is whole, and a restored installation takes it.
        File.Move(there, there + ".new");
        var restored = Lists(new Settings { Data = Directory.CreateDirectory(Path.Combine(_root, "baru")).FullName, Database = settings.Database });
        Assert.Null(await restored.Fetch());
        Assert.Equal(await File.ReadAllTextAsync(first.Own), await File.ReadAllTextAsync(restored.Own));
        Assert.Equal(0, await restored.Repeat());

        server.Stop();
        File.Delete(restored.Own);
        Assert.Equal("B-031", (await restored.Fetch())?.Code);
        Assert.Equal("B-031", (await Lists(settings).Save(1))?.Code);
        Assert.True(File.Exists(first.Own));
    }

    private static MakeBackup Make(Settings settings, KeyFiles keys, MovableTime time, SshServer server) => new(settings, keys, new Clock(time), new BackupSettings { Folder = server.Address, SftpKey = server.UserKey });

    private (Settings Settings, KeyFiles Keys, MovableTime Time) Prepare(Vendor vendor, SshServer server)
    {
        var lakudo = programs[vendor];
        var settings = new Settings { Data = Data, Database = $"{(vendor is Vendor.Sqlite ? "sqlite" : "postgres")}:{lakudo.Place}" };
        var keys = new KeyFiles(settings);
        keys.Folder();
        File.Copy(Path.Combine(lakudo.Data, "keys", "personal-data.key"), keys.PathOf("personal-data.key"));
        // The documents the database names must lie beside it, as they do on a server.
        using var copy = System.Diagnostics.Process.Start("cp", ["-r", Path.Combine(lakudo.Data, "files"), Path.Combine(Data, "files")]);
        copy.WaitForExit();
        return (settings, keys, new MovableTime());
    }
}
