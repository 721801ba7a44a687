// How long a backup and a restore take, and how large the archive is: an installation of generated files (random bytes, which do not shrink, like
// scans and PDF) and a database filled with generated rows. Run: dotnet run -c Release --project bench/Backup -- 1000
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Lakudo.Kernel;
using Lakudo.Web.Backups;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

var megabytes = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
var root = Directory.CreateTempSubdirectory("lakudo-bench-").FullName;
try
{
    var stick = Directory.CreateDirectory(Path.Combine(root, "stick")).FullName;
    string[] old = [$"--Lakudo:Data={Path.Combine(root, "old")}"];
    string sheet;
    BackupState made;
    await using (var services = Offline.Services(old))
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LakudoDb>().Database.MigrateAsync();
        await scope.ServiceProvider.GetRequiredService<FoundRegion>().Run(Caller.System(1), new("74.14", "Kabupaten Contoh", "Asia/Makassar", true, new DateOnly(2025, 1, 1), []));
        var settings = services.GetRequiredService<Settings>();
        Fill(settings, megabytes);
        sheet = InitBackup.GroupsOf(InitBackup.Run(services.GetRequiredService<KeyFiles>(), services.GetRequiredService<Clock>(), replace: false).Value);
        made = (await scope.ServiceProvider.GetRequiredService<MakeBackup>().Run(stick)).Value;
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"backup   {made.Seconds,7:N1} s   archive {made.Size / 1e6,9:N1} MB   (written, then read back and opened)"));
    SqliteConnection.ClearAllPools();
    var watch = Stopwatch.StartNew();
    string[] fresh = [$"--Lakudo:Data={Path.Combine(root, "new")}"];
    var restored = await new RestoreBackup(new Settings { Data = Path.Combine(root, "new") }, fresh).Run(made.Archive!, sheet, 100);
    if (restored.IsRefused) throw new InvalidOperationException(restored.Refusal.English);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"restore  {watch.Elapsed.TotalSeconds,7:N1} s   (unpacked, compared, checked)"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at this rate 10 GB: backup {made.Seconds * 10_000 / megabytes / 60:N1} min, restore {watch.Elapsed.TotalMinutes * 10_000 / megabytes:N1} min"));
}
finally
{
    Directory.Delete(root, recursive: true);
}

static void Fill(Settings settings, int megabytes)
{
    // Three quarters are files of 250 kB, as scans and signed PDF are; one quarter is the database.
    var bytes = new byte[250_000];
    for (var i = 0; i < megabytes * 3; i++)
    {
        RandomNumberGenerator.Fill(bytes);
        var folder = Directory.CreateDirectory(Path.Combine(settings.Files, (i % 256).ToString("x2", CultureInfo.InvariantCulture))).FullName;
        File.WriteAllBytes(Path.Combine(folder, RandomNumberGenerator.GetHexString(32, lowercase: true)), bytes);
    }

    using var connection = new SqliteConnection($"Data Source={settings.SqlitePath}");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = $"CREATE TABLE bench_rows (id INTEGER PRIMARY KEY, words TEXT, box BLOB); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {megabytes * 1000 / 4}) INSERT INTO bench_rows SELECT i, hex(randomblob(200)), randomblob(550) FROM n";
    command.ExecuteNonQuery();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{megabytes * 3:N0} generated files of 250 kB and a SQLite file of {new FileInfo(settings.SqlitePath).Length / 1e6:N0} MB; {Environment.ProcessorCount} processors"));
}
