using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Backups;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Operations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.BadDays;

/// <summary>A disk that the kernel made read-only after an error: found at start, said for what it is, and nothing on it touched.</summary>
[Collection("programs")]
public sealed class ReadOnlyDiskTests(BothPrograms programs)
{
    [Fact]
    public async Task A_read_only_database_is_called_read_only_by_start_backup_and_doctor_and_not_damaged()
    {
        using var disk = new SmallDisk(80);
        var file = Path.Combine(disk.Folder, "lakudo.db");
        await using (var source = new SqliteConnection($"Data Source={programs[Vendor.Sqlite].Place};Pooling=False"))
        await using (var copy = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await source.OpenAsync();
            await copy.OpenAsync();
            source.BackupDatabase(copy);
        }

        var before = await File.ReadAllBytesAsync(file);
        Assert.Null(await StartCheck.Sqlite(file, default));
        disk.MakeReadOnly();

        Assert.Equal("B-022", (await StartCheck.Run([$"--Lakudo:Data={disk.Folder}"]))?.Code);
        Assert.Equal("B-022", StartCheck.Alone(new() { Data = disk.Folder }).Refusal?.Code);
        await using var services = Offline.Services([$"--Lakudo:Data={disk.Folder}"]);
        var found = (await services.GetRequiredService<Doctor>().Run(Caller.System(1), thorough: true)).Value.Single(f => f.Subject == "Basis data");
        Assert.Equal((Health.Bad, true), (found.Health, found.Found.Contains("hanya dapat dibaca", StringComparison.Ordinal)));
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }
}
