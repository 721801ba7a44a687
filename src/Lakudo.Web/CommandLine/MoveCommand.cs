using System.CommandLine;
using Lakudo.Kernel;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo move</c>: from SQLite to PostgreSQL.</summary>
public static class MoveCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var to = new Option<string>("--to") { Required = true, Description = "postgres:CONNECTION of an empty database." };
        var command = new Command("move", "Move the database from SQLite to PostgreSQL; the server must be stopped. Example: lakudo move --to \"postgres:Host=/run/postgresql;Username=lakudo;Database=lakudo\"") { to };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (result, ct) =>
        {
            if (!result.GetValue(to)!.StartsWith("postgres:", StringComparison.Ordinal))
            {
                await Console.Error.WriteLineAsync("Tujuan harus berbentuk postgres:SAMBUNGAN.");
                return 2;
            }

            var settings = Offline.Configuration(result.UnmatchedTokens).GetSection("Lakudo").Get<Settings>() ?? new Settings();
            var moved = await new MoveDatabase(settings).Run(result.GetValue(to)!["postgres:".Length..], ct);
            if (moved.IsRefused) return await BackupCommand.Refused(moved.Refusal);
            foreach (var table in moved.Value.Where(t => t.Rows > 0)) Console.WriteLine(string.Create(Formats.Indonesian, $"{table.Name,-40} {table.Rows,12:N0} baris sama"));
            Console.WriteLine($"Semua {moved.Value.Count} tabel sama. Ubah pengaturan Lakudo:Database menjadi tujuan itu; berkas SQLite tetap ada sebagai cadangan. Map data (files, keys) tidak berpindah.");
            return 0;
        });
        return command;
    }
}
