using System.Diagnostics;
using System.Text.RegularExpressions;
using Lakudo.Testing;
using Npgsql;

namespace Lakudo.Bench.Hall;

/// <summary>How often the disk is told to keep what was written.</summary>
internal static partial class Fsyncs
{
    /// <summary>Syncs of the write-ahead log since PostgreSQL started; 0 for SQLite.</summary>
    public static async Task<long> OfPostgres(Vendor vendor)
    {
        if (vendor != Vendor.Postgres)
        {
            return 0;
        }

        await using var connection = new NpgsqlConnection(PostgresCluster.Connection("postgres", pooled: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT wal_sync FROM pg_stat_wal", connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }

    /// <summary>Counts the system calls of a process under load with strace. That slows it, so the share per commit is what tells, not the commits a second.</summary>
    public static async Task<string> OfProcess(int process, Func<Task> load, Func<Task<long>> commits)
    {
        Process? strace;
        try
        {
            strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-c", "-e", "trace=fsync,fdatasync", "-p", $"{process}"]) { RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "not measured: strace is not installed";
        }

        await Task.Delay(1_000);
        var before = await commits();
        var watch = Stopwatch.StartNew();
        await load();
        var (made, took) = (await commits() - before, watch.Elapsed.TotalSeconds);
        using (var stop = Process.Start("kill", ["-INT", $"{strace!.Id}"]))
        {
            await stop.WaitForExitAsync();
        }

        var table = await strace.StandardError.ReadToEndAsync();
        await strace.WaitForExitAsync();
        var calls = Line().Matches(table).Sum(m => long.Parse(m.Groups[1].Value));
        return calls == 0 ? "not measured: strace may not look at the process" : $"{calls / took:N0}/s, {calls / (double)Math.Max(1, made):N2} per commit (under strace, {made / took:N0} commits/s)";
    }

    [GeneratedRegex(@"^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s+(?:\d+\s+)?f(?:data)?sync\s*$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
