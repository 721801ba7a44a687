using Lakudo.Kernel;

namespace Lakudo.Web.Host;

/// <summary>Why a node does not start as part of a cluster.</summary>
public static class ClusterRefusals
{
    /// <summary>Several nodes need one database that all of them reach.</summary>
    public static readonly Refusal NeedsPostgres = new("S-001", RefusalKind.Conflict,
        "Beberapa node (Lakudo:Cluster:Address) memerlukan PostgreSQL; basis data ini SQLite. Kosongkan Lakudo:Cluster:Address, atau pindahkan data dengan lakudo move dan setel Lakudo:Database=postgres:….",
        "Several nodes (Lakudo:Cluster:Address) need PostgreSQL; this database is SQLite. Leave Lakudo:Cluster:Address empty, or move the data with lakudo move and set Lakudo:Database=postgres:….");

    /// <summary>The address is not one that another node could reach. {0}: what was set.</summary>
    public static readonly Refusal AddressWrong = new("S-002", RefusalKind.Invalid,
        "Lakudo:Cluster:Address harus alamat IP dan port node ini sebagaimana dicapai node lain, misalnya 10.0.0.11:11111; tertulis {0}.",
        "Lakudo:Cluster:Address must be the IP address and port at which the other nodes reach this one, for example 10.0.0.11:11111; it says {0}.");
}
