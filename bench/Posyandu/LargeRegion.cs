using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using Lakudo.Children.Cases;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Pregnancies;
using Lakudo.Children.Quality;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Migrations.Sqlite;
using Lakudo.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lakudo.Bench.Posyandu;

/// <summary>
/// A large region: posyandu of 50 children with 60 measurements each, 100 posyandu to a puskesmas. One posyandu is entered by the verb; the others are its copies, made in the database under ids of their own.
/// Then a nutritionist works, by the verbs behind her pages.
/// </summary>
internal static class LargeRegion
{
    private const int ChildrenInPosyandu = 50;
    private const int Measurements = 60;
    private const int PosyanduInPuskesmas = 100;
    private const int CadresOfPosyandu = 5;
    private static readonly string[] _copied = ["children_mother", "children_child", "children_measurement"];

    /// <summary>Fills and measures one database.</summary>
    public static async Task Measure(Vendor vendor, int posyandu)
    {
        await using var database = await TestDatabase.Create(vendor);
        using var personal = new PersonalData(RandomNumberGenerator.GetBytes(32));
        var clock = new Clock(new MovableTime());
        async Task<T> Run<T>(Func<LakudoDb, Commit, Task<Outcome<T>>> run)
        {
            await using var db = database.Open();
            var outcome = await run(db, new Commit(db, clock, database.Lane));
            return outcome.IsRefused ? throw new InvalidOperationException(outcome.Refusal.Message) : outcome.Value;
        }

        var system = Caller.System(1);
        var nutritionist = new Caller(1, Guid.CreateVersion7(), [new Assignment(Role.Nutritionist, 1)]);
        var (first, cadre) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var places = Enumerable.Range(0, posyandu).Select(k => k == 0 ? first : Copy(first, k)).ToList();
        await Run((db, commit) => new FoundRegion(db, commit).Run(system, new("74.14", "Bench", "Asia/Makassar", true, new(2025, 1, 1), [new(AreaLevel.District, "74.14.01", "A"), new(AreaLevel.Village, "74.14.01.2001", "B")])));
        await Run((db, commit) => new SetUpNetwork(db, commit).Run(system, new([.. Enumerable.Range(1, ((posyandu - 1) / PosyanduInPuskesmas) + 1).Select(n => new SetUpNetwork.PuskesmasRow(n, $"P{n}"))],
            [.. places.Select((p, i) => new SetUpNetwork.PosyanduRow(p, $"Posyandu {i}", 2, (i / PosyanduInPuskesmas) + 1, 5))])));
        await Run((db, commit) => new AppointHealthWorkers(db, commit, clock).Run(system, new([
            .. places.SelectMany(p => Enumerable.Range(1, CadresOfPosyandu).Select(n => new AppointHealthWorkers.Row(p == first && n == 1 ? cadre : Guid.CreateVersion7(), Profession.Cadre, $"Wa {n}", Posyandu: [p]))),
            new(Guid.CreateVersion7(), Profession.Nutritionist, "N", nutritionist.Id, Puskesmas: [1])])));
        var children = await Enter(clock, first, cadre, (command) => Run((db, commit) => new EnterSheet(db, commit, clock, personal).Run(system, command)));
        var watch = Stopwatch.StartNew();
        var rows = await Multiply(vendor, database.Place, first, posyandu);
        await Count(vendor, database);
        Console.WriteLine($"{vendor}: {posyandu * ChildrenInPosyandu:N0} children, {rows:N0} measurements, filled in {watch.Elapsed.TotalSeconds:N0} s{(vendor == Vendor.Sqlite ? $", file of {new FileInfo(database.Place).Length / 1e9:N1} GB" : "")}");

        var chance = new Random(7);
        Guid Somewhere() => places[chance.Next(Math.Min(PosyanduInPuskesmas, posyandu))];
        Guid Anybody() => places.IndexOf(Somewhere()) is var k && k == 0 ? children[0] : Copy(children[chance.Next(ChildrenInPosyandu)], k);
        await Time("a child's record", 200, () => Run((db, commit) => new ChildRecord(db, commit, clock).Run(nutritionist, Anybody())));
        await Time("a posyandu's month", 200, () => Run((db, commit) => new ChildList(db, commit, clock).Run(nutritionist, Somewhere())));
        await Time("100 posyandu with counts", 20, () => Run((db, _) => new PosyanduList(db, clock).Run(nutritionist)));
        await Time("what is to be validated", 20, () => Run((db, commit) => new ValidationList(db, commit, clock).Run(nutritionist)));
        await Time("what waits today", 20, () => Run((db, commit) => new DeskToday(db, clock, new CaseList(db, commit, clock), new UnseenList(db, commit, clock), new PregnancyList(db, commit, clock)).Run(nutritionist)));
        await Time("cases and referrals", 20, () => Run((db, commit) => new CaseList(db, commit, clock).Run(nutritionist)));
        await Time("who is not seen", 20, () => Run((db, commit) => new UnseenList(db, commit, clock).Run(nutritionist)));
        await Time("quality, 100 posyandu, 3 months", 5, () => Run((db, commit) => new MeasurementQuality(db, commit, clock).Run(nutritionist, new(3))));
    }

    /// <summary>Has SQLite count its rows, as the serving program does every ten minutes; PostgreSQL does it by itself.</summary>
    internal static async Task Count(Vendor vendor, TestDatabase database)
    {
        if (vendor != Vendor.Sqlite) return;
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        var begun = Stopwatch.GetTimestamp();
        await SqliteStatistics.Refresh(db.Database.GetDbConnection());
        Console.WriteLine($"  statistics in {Stopwatch.GetElapsedTime(begun).TotalSeconds:N1} s");
    }

    private static async Task<List<Guid>> Enter(Clock clock, Guid posyandu, Guid cadre, Func<EnterSheet.Command, Task<EnterSheet.Answer>> enter)
    {
        var (today, chance) = (clock.Today(TimeZoneInfo.Utc), new Random(1));
        var children = Enumerable.Range(0, ChildrenInPosyandu).Select(i => new NewChild
        {
            Id = Guid.CreateVersion7(), At = clock.Now, Name = $"Anak {i}", Sex = i % 2 == 0 ? Sex.Male : Sex.Female, Birth = today.AddDays(-100 - (i * 34)), MotherName = $"Ibu {i}", HasConsent = true,
        }).ToList();
        foreach (var some in children.Chunk(25))
        {
            var measured = some.SelectMany(c => Enumerable.Range(1, Measurements).Select(n => c.Birth.AddDays((today.DayNumber - c.Birth.DayNumber) * n / Measurements)).Select(day => new FieldMeasurement
            {
                Id = Guid.CreateVersion7(), Child = c.Id, Day = day, At = clock.Now, Weight = Grown(GrowthIndex.WeightForAge, c, day, chance, 1_000), Height = Grown(GrowthIndex.LengthForAge, c, day, chance, 100),
                Position = day.DayNumber - c.Birth.DayNumber < 731 ? Position.Lying : Position.Standing,
            }));
            var answer = await enter(new(posyandu, cadre, some, [.. measured], []));
            if (answer.Refusals.Count > 0) throw new InvalidOperationException(answer.Refusals[0].Text);
        }

        return [.. children.Select(c => c.Id)];
    }

    private static int Grown(GrowthIndex index, NewChild child, DateOnly day, Random chance, int unit) =>
        (int)(WhoStandards.ByAge(index, child.Sex, Age.FromDays(day.DayNumber - child.Birth.DayNumber))!.Value.MeasureAt(-1.2 + (chance.NextDouble() * 0.2)) * unit);

    /// <summary>The id of the k-th copy.</summary>
    private static Guid Copy(Guid of, int k) => Guid.Parse(string.Concat(of.ToString().AsSpan(0, 28), $"ffff{k:x4}"));

    private static async Task<long> Multiply(Vendor vendor, string place, Guid posyandu, int copies)
    {
        await using DbConnection connection = vendor == Vendor.Sqlite ? new SqliteConnection($"Data Source={place}") : new NpgsqlConnection(place + ";Command Timeout=0");
        await connection.OpenAsync();
        var numbers = vendor == Vendor.Sqlite ? $"WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < {copies - 1}) " : "";
        var source = vendor == Vendor.Sqlite ? "n" : $"generate_series(1, {copies - 1}) AS n(k)";
        string Of(string column) => vendor == Vendor.Sqlite ? $"unhex(substr(hex(t.\"{column}\"), 1, 24) || 'FFFF' || printf('%04X', n.k))" : $"(left(t.\"{column}\"::text, 28) || 'ffff' || lpad(to_hex(n.k), 4, '0'))::uuid";
        var indexes = await Rows(connection, vendor == Vendor.Sqlite
            ? "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('children_child', 'children_measurement', 'children_mother')"
            : "SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ('children_child', 'children_measurement', 'children_mother') AND indexdef NOT LIKE '%UNIQUE%'");
        foreach (var (name, _) in indexes) await Do(connection, $"DROP INDEX \"{name}\"");
        foreach (var table in _copied)
        {
            var columns = (await Rows(connection, vendor == Vendor.Sqlite ? $"SELECT name, '' FROM pragma_table_info('{table}')" : $"SELECT column_name, '' FROM information_schema.columns WHERE table_name = '{table}'")).Select(c => c.Name).ToList();
            var values = string.Join(", ", columns.Select(c => c is "Id" or "ChildId" or "WrittenFor" or "MotherId" or "PosyanduId" ? Of(c) : $"t.\"{c}\""));
            await Do(connection, $"{numbers}INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {values} FROM (SELECT * FROM {table} ORDER BY \"Id\") AS t CROSS JOIN {source} WHERE true ORDER BY t.\"Id\", n.k");
        }

        foreach (var (_, sql) in indexes) await Do(connection, sql);
        if (vendor == Vendor.Postgres) await Do(connection, "VACUUM ANALYZE");
        return long.Parse((await Rows(connection, "SELECT CAST(count(*) AS TEXT), '' FROM children_measurement"))[0].Name);
    }

    private static async Task Do(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<(string Name, string Sql)>> Rows(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync()) rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    internal static async Task Time<T>(string what, int times, Func<Task<T>> run)
    {
        await run();
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await run();
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        took.Sort();
        Console.WriteLine($"  {what,-34} median {took[took.Count / 2],7:N1} ms, 95 of 100 {took[(took.Count - 1) * 95 / 100],7:N1} ms, worst {took[^1],7:N1} ms");
    }
}
