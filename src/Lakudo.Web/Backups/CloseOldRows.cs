using Lakudo.Children.Phones;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Migrations.Sqlite;
using Lakudo.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.Backups;

/// <summary>
/// Earlier releases stored first answers in clear, hashes without a key, and the keys of authenticators as they are. After the schema was brought up to date these are keyed or
/// sealed, and what they left in free pages is written over.
/// </summary>
/// <remarks>Run while no server uses the database, and run again it finds nothing. Archives that were made before still hold such rows; they are encrypted to the recovery key.</remarks>
public static class CloseOldRows
{
    /// <summary>Closes them. Answers how many rows they were.</summary>
    public static async Task<int> Run(IServiceProvider services, CancellationToken ct = default)
    {
        // An installation that lost its key must hear so at its start, and not get another.
        if (!File.Exists(services.GetRequiredService<KeyFiles>().PathOf("personal-data.key"))) return 0;
        var db = services.GetRequiredService<LakudoDb>();
        var rows = await services.GetRequiredService<CloseStoredAnswers>().Run(ct);
        rows += await services.GetRequiredService<KeyBatchHashes>().Run(ct);
        rows += await services.GetRequiredService<SealAccountSecrets>().Run(ct);
        if (rows == 0) return 0;
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        if (db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)) await SqliteErased.Overwrite(connection, ct);
        else await PostgresErased.Overwrite(connection, ct);
        await db.Database.CloseConnectionAsync();
        return rows;
    }
}
