namespace Lakudo.Testing;

/// <summary>The one private PostgreSQL that the tests of a run share; it is removed when the test program ends. A directory that a killed run left is swept by the next.</summary>
public static class PostgresCluster
{
    private static PostgresServer? _server;

    public static string Connection(string database, bool pooled = true) => _server!.Connection(database, pooled);

    /// <param name="durable">Whether every commit reaches the disk, as benchmarks want; tests do without.</param>
    public static async Task Start(bool durable = false)
    {
        _server = new PostgresServer(Path.Combine(Path.GetTempPath(), $"lakudo-pg-{Environment.ProcessId}"), durable);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => _server.Dispose();
        await Execute("SELECT 1");
    }

    public static Task Execute(string sql) => _server!.Execute(sql);
}
