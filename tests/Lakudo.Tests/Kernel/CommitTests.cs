using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Kernel;

public sealed class CommitTests
{
    private static readonly Clock Clock = new(TimeProvider.System);
    private static readonly Caller Somebody = Caller.System(1);

    private sealed record Renamed(Guid Subject, int To) : IFact;

    private sealed record Rename(int To);

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_key_gives_the_first_answer_again_and_changes_nothing(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        var caller = Somebody with { Key = "k-1" };

        var first = await Count(database, caller, new Rename(1));
        var second = await Count(database, caller, new Rename(1));

        Assert.Equal(1, first.Value);
        Assert.Equal(1, second.Value);
        Assert.Equal(1, (await Verify(database)).Entries);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Looks_at_several_things_are_journaled_in_one_commit_and_a_fact_outside_a_verb_is_never_lost_silently(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        await using var db = database.Open();
        var commit = new Commit(db, Clock, database.Lane);
        Assert.Throws<InvalidOperationException>(() => commit.Record(Somebody, new Renamed(Guid.Empty, 1)));
        Assert.Null(await commit.Note(Somebody, [(new Renamed(Guid.Empty, 1), null), (new Renamed(Guid.Empty, 2), "satu lagi")], default));
        Assert.Null(await commit.Note(Somebody, [], default));
        Assert.Equal(2, (await Verify(database)).Entries);
        Assert.Equal([null, "satu lagi"], await db.JournalEntries.OrderBy(e => e.Seq).Select(e => e.Why).ToListAsync());
        Assert.Throws<InvalidOperationException>(() => commit.Record(Somebody, new Renamed(Guid.Empty, 3)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_key_used_for_another_request_is_refused(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        var caller = Somebody with { Key = "k-1" };
        await Count(database, caller, new Rename(1));

        var other = await Count(database, caller, new Rename(2));

        Assert.Equal("K-003", other.Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_refused_verb_leaves_no_row_no_fact_and_no_answer(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        await using var db = database.Open();
        var commit = new Commit(db, Clock, database.Lane);

        var outcome = await commit.Once<int>(Somebody with { Key = "k" }, new Rename(1), _ =>
        {
            db.Areas.Add(new Area(1, 1, AreaLevel.District, null, "1", "Satu", new DateOnly(2026, 1, 1)));
            commit.Record(Somebody, new Renamed(Guid.Empty, 1));
            return Task.FromResult<Outcome<int>>(KernelRefusals.NotFound);
        }, default);

        Assert.True(outcome.IsRefused);
        await using var after = database.Open().As(Somebody);
        Assert.Equal(0, await after.Areas.CountAsync());
        Assert.Equal(0, await after.StoredAnswers.CountAsync());
        Assert.Equal(0, (await Verify(database)).Entries);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Verbs_at_once_leave_one_unbroken_chain(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.False((await Count(database, Somebody with { Key = $"{n}-{i}" }, new Rename(i))).IsRefused);
            }
        })));

        Assert.Equal(new JournalCheck.Answer(40, null), await Verify(database));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_changed_journal_row_is_found(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        for (var i = 0; i < 5; i++)
        {
            await Count(database, Somebody with { Key = $"{i}" }, new Rename(i));
        }

        await using (var db = database.Open().As(Somebody))
        {
            await db.JournalEntries.Where(e => e.Seq == 3).ExecuteUpdateAsync(s => s.SetProperty(e => e.Data, "{}"));
        }

        Assert.Equal(3, (await Verify(database)).FirstBroken);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_cut_off_journal_tail_is_found(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        for (var i = 0; i < 3; i++)
        {
            await Count(database, Somebody with { Key = $"{i}" }, new Rename(i));
        }

        await using (var db = database.Open().As(Somebody))
        {
            await db.JournalEntries.Where(e => e.Seq == 3).ExecuteDeleteAsync();
        }

        Assert.Equal(3, (await Verify(database)).FirstBroken);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_journal_is_read_only_by_those_who_may(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        await using var db = database.Open();

        var citizen = await new JournalCheck(db).Run(Caller.Public(1));

        Assert.Equal("K-001", citizen.Refusal?.Code);
    }

    private static async Task<Outcome<int>> Count(TestDatabase database, Caller caller, Rename command)
    {
        await using var db = database.Open();
        var commit = new Commit(db, Clock, database.Lane);
        return await commit.Once<int>(caller, command, async ct =>
        {
            commit.Record(caller, new Renamed(Ids.New(Clock), command.To));
            return 1 + await db.JournalEntries.CountAsync(ct);
        }, default);
    }

    private static async Task<JournalCheck.Answer> Verify(TestDatabase database)
    {
        await using var db = database.Open();
        return (await new JournalCheck(db).Run(Somebody)).Value;
    }
}
