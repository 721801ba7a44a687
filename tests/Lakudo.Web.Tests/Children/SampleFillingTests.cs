using System.Data.Common;
using Lakudo.Field;
using Lakudo.Testing;
using Lakudo.Web.Sample.Children;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lakudo.Web.Tests.Children;

/// <summary>The sample's other villages, filled by the serving program that is killed in the middle, and without a stop: the same children and women, the same measurements.</summary>
public sealed class SampleFillingTests
{
    private const int Children = 40;

    /// <summary>Everything of the children but the moments at which it was entered.</summary>
    private static readonly string[] _read =
    [
        "SELECT p.\"Id\", p.\"PosyanduId\", m.\"Name\", m.\"Birth\", p.\"LastPeriod\", p.\"DueDate\", p.\"Address\" FROM children_pregnancy p JOIN children_mother m ON m.\"Id\" = p.\"MotherId\" ORDER BY p.\"Id\"",
        "SELECT \"Id\", \"PregnancyId\", \"Day\", \"Weight\", \"Arm\", \"Haemoglobin\", \"IronTablets\", \"AntenatalVisits\", \"DoctorVisits\" FROM children_pregnancy_visit ORDER BY \"Id\"",
        "SELECT \"Id\", \"PosyanduId\", \"Name\", \"Birth\", \"Sex\", \"BirthOrder\", \"BirthWeight\", \"BirthLength\", \"Address\" FROM children_child ORDER BY \"Id\"",
        "SELECT \"Id\", \"ChildId\", \"WorkerId\", \"Day\", \"Weight\", \"Height\", \"Position\", \"Arm\", \"State\", \"Doubts\", \"Mark\", \"LengthForAge\" FROM children_measurement ORDER BY \"Id\"",
        "SELECT \"Id\", \"VillageId\", \"Rt\", \"Rw\", CASE WHEN \"NumberFingerprint\" IS NULL THEN 0 ELSE 1 END FROM children_household ORDER BY \"Id\"",
        "SELECT \"HouseholdId\", \"Kind\", \"Subject\" FROM children_household_stay ORDER BY \"HouseholdId\", \"Kind\", \"Subject\"",
        "SELECT \"Id\", \"ChildId\", \"Day\", \"Kind\", \"Yes\", \"Detail\" FROM children_service ORDER BY \"Id\"",
    ];

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Killed_in_the_middle_it_goes_on_where_it_was_and_the_children_are_the_same(Vendor vendor)
    {
        await using var whole = await RunningLakudo.Start(vendor);
        await whole.Services.GetRequiredService<SampleFilling>().Fill(Children, isPatient: false, default);
        await using var broken = await RunningLakudo.Start(vendor);
        await broken.Stop();
        var begun = await Count(vendor, broken.Place);
        using (var program = await BuiltProgram.Serve(broken.Data, broken.Setting, $"--Sample:Children={Children}"))
        {
            await Until(async () => await Count(vendor, broken.Place) > begun);
            program.Kill();
        }

        var left = await Count(vendor, broken.Place);
        Assert.InRange(left, begun + 1, Children - 1);
        using (await BuiltProgram.Serve(broken.Data, broken.Setting, $"--Sample:Children={Children}"))
        {
            // The households of the last sheet are opened after its children.
            var households = await Count(vendor, whole.Place, "children_household");
            await Until(async () => await Count(vendor, broken.Place) >= Children && await Count(vendor, broken.Place, "children_household") >= households);
        }

        foreach (var query in _read)
        {
            var rows = await Rows(vendor, whole.Place, query);
            Assert.NotEmpty(rows);
            Assert.Equal(rows, await Rows(vendor, broken.Place, query));
        }
    }

    [Fact]
    public void About_85_in_100_families_have_the_book_and_every_posyandu_has_some_without_and_some_never_asked()
    {
        var today = new DateOnly(2026, 11, 25);
        var all = new List<bool?>();
        for (var n = 0; n < 20; n++)
        {
            var place = new SamplePlan.Place(new(SampleIds.Of(today, $"uji {n}"), "Posyandu Uji", 8, 1, 5), "Uji", [], 50, "741401", n);
            bool?[] Books() => [.. Enumerable.Range(0, place.Children).Select(i => new SampleChild(place, i, today).Services.LastOrDefault(s => s.Kind == ChildServiceKind.KiaBook)?.Yes)];
            var books = Books();
            Assert.Equal(books, Books());
            Assert.Equal([null, false, true], books.Distinct().Order());
            all.AddRange(books);
        }

        Assert.InRange(all.Count(b => b == true), 800, 870);
        Assert.InRange(all.Count(b => b == false), 60, 100);
    }

    private static async Task Until(Func<Task<bool>> done)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await done()) return;
            await Task.Delay(100);
        }

        Assert.Fail("The filling did not go on within a minute.");
    }

    private static async Task<int> Count(Vendor vendor, string place, string table = "children_child") => int.Parse((await Rows(vendor, place, $"SELECT count(*) FROM {table}"))[0]);

    private static async Task<List<string>> Rows(Vendor vendor, string place, string query)
    {
        await using DbConnection connection = vendor == Vendor.Sqlite ? new SqliteConnection($"Data Source={place}") : new NpgsqlConnection(place);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        return rows;
    }
}
