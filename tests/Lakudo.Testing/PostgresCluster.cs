using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Lakudo.Testing;

/// <summary>
/// A private PostgreSQL on a loopback port of its own, made in a second and removed when the test program ends. Its server processes end with
/// the test program, also when that is killed: the cluster's directory is then swept by the next run.
/// </summary>
public static class PostgresCluster
{
    private static string? _directory;
    private static int _port;
    private static string _binaries = "";

    public static string Connection(string database, bool pooled = true) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=12;Pooling={pooled};Include Error Detail=true";

    /// <param name="durable">Whether every commit reaches the disk, as benchmarks want; tests do without.</param>
    public static async Task Start(bool durable = false)
    {
        _binaries = Find();
        _directory = Path.Combine(Path.GetTempPath(), $"lakudo-pg-{Environment.ProcessId}");
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }

        Directory.CreateDirectory(_directory);
        if (IsRoot)
        {
            Run("chown", ["postgres", _directory]);
        }

        _port = FreePort();
        var data = Path.Combine(_directory, "data");
        RunAsPostgres("initdb", ["--no-sync", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-D", data]);
        RunAsPostgres("pg_ctl",
        [
            "-D", data, "-w", "-l", Path.Combine(_directory, "log"), "-o",
            $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_directory} -c fsync={(durable ? "on" : "off")} -c max_connections=100", "start",
        ]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        await Execute("SELECT 1");
    }

    public static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres", pooled: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static void Stop()
    {
        RunAsPostgres("pg_ctl", ["-D", Path.Combine(_directory!, "data"), "-m", "immediate", "stop"]);
        Directory.Delete(_directory!, recursive: true);
    }

    private static string Find()
    {
        const string root = "/usr/lib/postgresql";
        var newest = Directory.Exists(root) ? Directory.GetDirectories(root).OrderDescending().Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) : null;
        return newest ?? throw new InvalidOperationException("PostgreSQL's initdb is missing: install the package 'postgresql'. Tests run on both databases and skip neither.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static void RunAsPostgres(string program, string[] arguments)
    {
        var path = Path.Combine(_binaries, program);
        if (IsRoot)
        {
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private static void Run(string program, string[] arguments)
    {
        // Output goes nowhere: a server started by pg_ctl would otherwise hold the pipe open for as long as it lives.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" </dev/null >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/tmp" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
