namespace Lakudo.Web.Host;

/// <summary>What an installation is told by its configuration file, its environment or the command line.</summary>
public sealed class Settings
{
    /// <summary>The folder of everything that must be kept: database, uploads, documents and keys.</summary>
    public string Data { get; set; } = "var";

    /// <summary><c>sqlite</c>, <c>sqlite:PATH</c> or <c>postgres:CONNECTION</c>.</summary>
    public string Database { get; set; } = "sqlite";

    /// <summary>The address citizens reach the installation at, as printed in QR codes.</summary>
    public string PublicAddress { get; set; } = "http://localhost:5080";

    /// <summary>Whether simulators of outside services are started with the server. Never on unless asked or in the sample.</summary>
    public bool Simulators { get; set; }

    /// <summary>How many requests a second one address may send on and on; ten times as many at once.</summary>
    public int RequestsPerSecond { get; set; } = 100;

    /// <summary>How many event streams one network may hold open at once.</summary>
    public int StreamsPerNetwork { get; set; } = 500;

    /// <summary>How this node takes part in a cluster; by default it serves alone.</summary>
    public ClusterSettings Cluster { get; set; } = new();

    /// <summary>The folder of private keys, readable only by the program's own user.</summary>
    public string Keys => Path.Combine(Data, "keys");

    /// <summary>The folder of uploads and issued documents, outside the web root.</summary>
    public string Files => Path.Combine(Data, "files");

    /// <summary>Whether the database takes one writer only.</summary>
    public bool IsSqlite => Database.StartsWith("sqlite", StringComparison.Ordinal);

    /// <summary>The SQLite file.</summary>
    public string SqlitePath => Database.StartsWith("sqlite:", StringComparison.Ordinal) ? Database["sqlite:".Length..] : Path.Combine(Data, "lakudo.db");

    /// <summary>The PostgreSQL connection string.</summary>
    public string PostgresConnection => Database.StartsWith("postgres:", StringComparison.Ordinal) ? Database["postgres:".Length..] : "";
}
