using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Kernel;

/// <summary>What the filter by region and agency becomes in SQL: every index begins with the region, and a condition with an alternative would use none of them.</summary>
public sealed class ScopeSqlTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Within_a_region_it_is_an_equality_that_an_index_can_answer(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        await using var db = database.Open();
        var sql = db.As(Caller.System(1)).JournalEntries.Where(e => e.Seq == 5).ToQueryString();
        Assert.Matches("\"RegionId\" = @", sql);
        Assert.DoesNotContain(" OR ", sql);
        Assert.DoesNotContain("COALESCE", sql);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_one_all_regions_are_seen(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        for (var region = 1; region <= 2; region++)
        {
            await using var db = database.Open();
            Assert.False((await new FoundRegion(db, new Commit(db, new Clock(new MovableTime()), database.Lane)).Run(Caller.System(region), new($"74.{region}", "R", "Asia/Makassar", true, new(2025, 1, 1), []))).IsRefused);
        }

        await using var all = database.Open();
        all.Scope = Scope.Installation;
        Assert.Equal([1, 2], await all.JournalEntries.Select(e => e.RegionId).Distinct().Order().ToListAsync());
        Assert.Equal([2], await all.As(Caller.System(2)).JournalEntries.Select(e => e.RegionId).Distinct().ToListAsync());
    }
}
