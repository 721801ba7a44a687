using System.Diagnostics;
using Lakudo.Kernel;
using Npgsql;

namespace Lakudo.Testing;

/// <summary>A PostgreSQL of its own on a loopback port, made in a second, that can be stopped and started again on the same port. Its directory is removed when it is disposed.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly string _directory;
    private readonly string _binaries = Find();
    private readonly int _port = LoopbackPort.Free();
    private readonly string _options;
    private bool _runs;

    /// <param name="directory">Where it lives; what lies there is removed first.</param>
    /// <param name="durable">Whether every commit reaches the disk, as benchmarks want; tests do without.</param>
    public PostgresServer(string directory, bool durable = false)
    {
        _directory = directory;
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }

        Directory.CreateDirectory(_directory);
        if (IsRoot)
        {
            Run("chown", ["postgres", _directory]);
        }

        _options = $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_directory} -c fsync={(durable ? "on" : "off")} -c max_connections=100";
        RunAsPostgres("initdb", ["--no-sync", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-D", Data]);
        Start();
    }

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(_directory, "data");

    /// <summary>How a database of it is reached.</summary>
    public string Connection(string database, bool pooled = true) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=12;Pooling={pooled};Include Error Detail=true";

    /// <summary>Starts it, again on the same port.</summary>
    public void Start()
    {
        RunAsPostgres("pg_ctl", ["-D", Data, "-w", "-l", Path.Combine(_directory, "log"), "-o", _options, "start"]);
        _runs = true;
    }

    /// <summary>Stops it as a power failure of the machine it runs on would: nobody is told, nothing is written down.</summary>
    public void Stop()
    {
        RunAsPostgres("pg_ctl", ["-D", Data, "-m", "immediate", "stop"]);
        _runs = false;
    }

    /// <summary>Runs a statement outside the pools.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres", pooled: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        if (_runs)
        {
            Stop();
        }

        Directory.Delete(_directory, recursive: true);
    }

    private static string Find()
    {
        const string root = "/usr/lib/postgresql";
        var newest = Directory.Exists(root) ? Directory.GetDirectories(root).OrderDescending().Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) : null;
        return newest ?? throw new InvalidOperationException("PostgreSQL's initdb is missing: install the package 'postgresql'. Tests run on both databases and skip neither.");
    }

    private void RunAsPostgres(string program, string[] arguments)
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
