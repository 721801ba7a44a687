using System.Data.Common;
using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Migrations.Sqlite;
using Lakudo.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.Operations;

/// <summary>What the doctor asks of the database: reachable, whole, set so that nothing answered is lost, and of this program's schema.</summary>
public static class DatabaseChecks
{
    private const string Subject = "Basis data";

    private const string SchemaSubject = "Bentuk data";

    /// <summary>Whether anything can be read from the database after these lines; lax settings keep nobody from reading.</summary>
    public static bool CanBeRead(IEnumerable<Finding> findings) => !findings.Any(f => f is { Health: Health.Bad, Subject: Subject or SchemaSubject });

    /// <summary>Looks.</summary>
    /// <param name="settings">Which database.</param>
    /// <param name="db">A context of it; a missing SQLite file is not made.</param>
    /// <param name="clock">The program's clock, held against PostgreSQL's.</param>
    /// <param name="thorough">Whether every page of a SQLite file is read.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<IReadOnlyList<Finding>> All(Settings settings, LakudoDb db, Clock clock, bool thorough, CancellationToken ct)
    {
        try
        {
            List<Finding> findings = [.. settings.IsSqlite ? await Sqlite(settings.SqlitePath, db, thorough, ct) : Postgres(await PostgresCondition.Read(settings.PostgresConnection, ct), clock)];
            if (CanBeRead(findings))
            {
                findings.Add(await Schema(db, ct));
            }

            return findings;
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException or TimeoutException)
        {
            return
            [
                settings.IsSqlite
                    ? Finding.Bad(Subject, $"{settings.SqlitePath} rusak atau bukan basis data SQLite", "Hentikan layanan (systemctl stop lakudo), simpan berkas itu apa adanya, lalu pulihkan dari cadangan.")
                    : Finding.Bad(Subject, "PostgreSQL tidak dapat dihubungi", "Periksa systemctl status postgresql dan pengaturan Lakudo:Database; lalu psql dengan sambungan yang sama."),
            ];
        }
    }

    /// <summary>The lines of a PostgreSQL server's settings.</summary>
    public static IEnumerable<Finding> Postgres(PostgresCondition server, Clock clock)
    {
        yield return Finding.Good(Subject, $"PostgreSQL {server.Version / 10000}.{server.Version % 10000}, {server.Connections} dari {server.MostConnections} sambungan terpakai");
        string[] lax = [.. new[] { (server.Fsync, "fsync"), (server.FullPageWrites, "full_page_writes"), (server.SynchronousCommit, "synchronous_commit") }.Where(s => !s.Item1).Select(s => s.Item2)];
        yield return lax.Length > 0
            ? Finding.Bad("Pengaturan PostgreSQL", $"{string.Join(", ", lax)} mati; nomor yang sudah diberikan dapat hilang saat listrik padam", $"Setel {string.Join(", ", lax)} = on di postgresql.conf, lalu systemctl reload postgresql.")
            : !server.Checksums ? Finding.Warning("Pengaturan PostgreSQL", "data_checksums mati; disk yang rusak tidak ketahuan", "Saat layanan berhenti, jalankan pg_checksums --enable.")
            : Finding.Good("Pengaturan PostgreSQL", "fsync, full_page_writes, synchronous_commit, dan data_checksums menyala");
        var apart = (server.Now - clock.Now).Duration();
        if (!clock.IsSample && apart > TimeSpan.FromSeconds(5))
        {
            yield return Finding.Warning("Jam basis data", $"berselisih {apart.TotalSeconds.ToString("N0", Formats.Indonesian)} detik dengan server ini", "Setel kedua mesin pada server waktu yang sama: timedatectl set-ntp true.");
        }
    }

    private static async Task<IEnumerable<Finding>> Sqlite(string path, LakudoDb db, bool thorough, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            return [Finding.Bad(Subject, $"{path} tidak ada", "Instalasi baru: jalankan lakudo migrate. Instalasi lama: jangan migrate; pulihkan dari cadangan.")];
        }

        try
        {
            // Asks for the right to write without writing.
            await using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
            {
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Finding.Bad(Subject, $"{path} hanya dapat dibaca", "Periksa pemilik berkas itu, dan apakah disk terpasang baca-saja setelah galat (dmesg, mount). Datanya tidak harus rusak; jangan ditimpa.")];
        }

        var condition = await SqliteCondition.Read(path, thorough, ct);
        await db.Database.OpenConnectionAsync(ct);
        var full = await SqliteCondition.Synchronous(db.Database.GetDbConnection(), ct) == SqliteCondition.Full;
        await db.Database.CloseConnectionAsync();
        var size = (new FileInfo(path).Length / 1e6).ToString("N1", Formats.Indonesian);
        return
        [
            condition.Damage is null
                ? Finding.Good(Subject, $"SQLite {path}, {size} MB{(thorough ? ", isi diperiksa dan utuh" : "")}")
                : Finding.Bad(Subject, $"{path} rusak: {condition.Damage.Split('\n')[0]}", "Hentikan layanan (systemctl stop lakudo), simpan berkas itu apa adanya, lalu pulihkan dari cadangan."),
            condition.JournalMode == "wal" && full
                ? Finding.Good("Pengaturan SQLite", "WAL dan synchronous FULL; yang sudah dijawab tidak hilang saat listrik padam")
                : Finding.Bad("Pengaturan SQLite", $"journal_mode {condition.JournalMode}, synchronous {(full ? "FULL" : "bukan FULL")}", "Mulai layanan sekali agar disetel: systemctl restart lakudo. Bila tetap, disk ini tidak mendukung WAL (misalnya folder jaringan): pindahkan folder data ke disk lokal."),
        ];
    }

    private static async Task<Finding> Schema(LakudoDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return applied.Except(known).Any() ? Finding.Bad(SchemaSubject, "basis data dibuat oleh Lakudo yang lebih baru dari program ini", "Pasang rilis yang sama atau lebih baru. Jangan mulai program lama pada data baru.")
            : known.Except(applied).Any() ? Finding.Bad(SchemaSubject, "belum sesuai program ini", "Buat cadangan, lalu jalankan lakudo migrate.")
            : Finding.Good(SchemaSubject, "sesuai program ini");
    }
}
