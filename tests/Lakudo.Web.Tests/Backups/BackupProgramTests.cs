using System.Diagnostics;
using System.Security.Cryptography;
using Lakudo.Testing;
using Lakudo.Web.Identity;
using Microsoft.Data.Sqlite;

namespace Lakudo.Web.Tests.Backups;

/// <summary>The commands as an officer types them, on the built program in processes of its own, some of which are killed.</summary>
[Collection("programs")]
public sealed class BackupProgramTests(BothPrograms programs) : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lakudo-officer-").FullName;

    private string Data => Path.Combine(_root, "data");

    private string Stick => Path.Combine(_root, "stick");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Killed_at_any_moment_a_backup_leaves_only_whole_archives_and_the_next_one_restores()
    {
        await Installed();
        var sheet = Path.Combine(_root, "sheet");
        await File.WriteAllTextAsync(sheet, (await Run("backup", "init")).Told);
        for (var i = 0; i < 60; i++) await File.WriteAllBytesAsync(Path.Combine(Data, "files", $"{i:d32}"), RandomNumberGenerator.GetBytes(1_000_000));
        var rounds = Environment.GetEnvironmentVariable("LAKUDO_LONG") == "1" ? 20 : 3;
        var random = new Random(int.TryParse(Environment.GetEnvironmentVariable("LAKUDO_SEED"), out var seed) ? seed : 7);
        for (var i = 0; i < rounds; i++)
        {
            using var process = Start("backup", "run", "--to", Stick);
            await Task.Delay(random.Next(300, 2500));
            process.Kill();
            await process.WaitForExitAsync();
        }

        var made = await Run("backup", "run", "--to", Stick);
        Assert.True(made.Code == 0, made.Told);
        Assert.All(Directory.GetFiles(Stick), f => Assert.Matches(@"\.lakudo(\.sha256)?$", f));
        Assert.False(Directory.Exists(Path.Combine(Data, "backup-work")));
        var archives = Directory.GetFiles(Stick, "*.lakudo").Order().ToList();
        foreach (var (archive, n) in archives.Select((a, n) => (a, n)))
        {
            var restored = await Run("restore", archive, "--sheet", sheet, $"--Lakudo:Data={Path.Combine(_root, $"new{n}")}");
            Assert.True(restored.Code == 0, restored.Told);
            Assert.Contains("jurnal utuh", restored.Told, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await Run("restore", archives[0], "--sheet", sheet)).Code);
    }

    [Fact]
    public async Task Rotating_checking_and_upgrading_say_what_they_did()
    {
        await Installed();
        Assert.Contains("nomor 2", (await Run("keys", "rotate")).Told, StringComparison.Ordinal);
        Assert.Contains("cocok", (await Run("keys", "check")).Told, StringComparison.Ordinal);
        Assert.Contains("sudah sesuai", (await Run("upgrade", "--to", Stick)).Told, StringComparison.Ordinal);
        var status = await Run("backup", "status");
        Assert.Equal(1, status.Code);
        Assert.Contains("backup init", status.Told, StringComparison.Ordinal);
        Assert.Contains("B-001", (await Run("backup", "run", "--to", Stick)).Told, StringComparison.Ordinal);
        File.Delete(Path.Combine(Data, "lakudo.db"));
        var served = await Run("serve", "--urls=http://127.0.0.1:0");
        Assert.Equal(1, served.Code);
        Assert.Contains("B-021", served.Told, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Data, "lakudo.db")));
        await File.WriteAllTextAsync(Path.Combine(Data, "backup.json"), "{}");
        Assert.Contains("B-021", (await Run("migrate")).Told, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Data, "lakudo.db")));
    }

    private async Task Installed()
    {
        Directory.CreateDirectory(Stick);
        Directory.CreateDirectory(Path.Combine(Data, "keys"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var lakudo = programs[Vendor.Sqlite];
        File.Copy(Path.Combine(lakudo.Data, "keys", "personal-data.key"), Path.Combine(Data, "keys", "personal-data.key"));
        await Shell("cp", "-r", Path.Combine(lakudo.Data, "files"), Path.Combine(Data, "files"));
        await using var source = new SqliteConnection($"Data Source={lakudo.Place};Pooling=False");
        await using var copy = new SqliteConnection($"Data Source={Path.Combine(Data, "lakudo.db")};Pooling=False");
        await source.OpenAsync();
        await copy.OpenAsync();
        source.BackupDatabase(copy);
    }

    private Process Start(params string[] command)
    {
        var tests = typeof(BackupProgramTests).Assembly.Location;
        string[] dotnet =
        [
            "dotnet", "exec", "--runtimeconfig", Path.ChangeExtension(tests, "runtimeconfig.json"), "--depsfile", Path.ChangeExtension(tests, "deps.json"), typeof(ClientsCommand).Assembly.Location,
            .. command, .. command.Any(c => c.StartsWith("--Lakudo:Data=", StringComparison.Ordinal)) ? Array.Empty<string>() : [$"--Lakudo:Data={Data}"],
        ];
        return Process.Start(new ProcessStartInfo(dotnet[0], dotnet[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _root })!;
    }

    private async Task<(int Code, string Told)> Run(params string[] command)
    {
        using var process = Start(command);
        // A server that starts although it must not would run for ever.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await using var stop = patience.Token.Register(() => process.Kill());
        var words = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(words));
    }

    private static async Task Shell(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
