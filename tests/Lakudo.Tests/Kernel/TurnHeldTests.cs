using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Kernel;

/// <summary>What once stopped every writer of an installation: a save outside the transaction of the turn that its own flow held.</summary>
public sealed class TurnHeldTests
{
    private static readonly Clock Clock = new(TimeProvider.System);
    private static readonly Caller Somebody = Caller.System(1);

    /// <summary>Without the rule the test would wait for ever; so it fails after this.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    private sealed record Outer;

    private sealed record Inner;

    [Theory, MemberData(nameof(Both))]
    public async Task A_save_outside_its_verbs_transaction_is_a_fault_at_once_and_nobody_waits_behind_it(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        await using var db = Intercepted(database);
        var commit = new Commit(db, Clock, database.Lane);

        var fault = await Assert.ThrowsAsync<WriterTurnHeldException>(() => commit.Once<Done>(Somebody, new Outer(), async ct =>
        {
            await using var other = Intercepted(database).As(Somebody);
            other.Areas.Add(Somewhere());
            await other.SaveChangesAsync(ct);
            return new Done();
        }, default).WaitAsync(Soon));

        Assert.Contains(typeof(Outer).FullName!, fault.Message, StringComparison.Ordinal);
        Assert.Contains("outside a transaction", fault.Message, StringComparison.Ordinal);
        Assert.False((await commit.Once<Done>(Somebody, new Inner(), _ => Task.FromResult<Outcome<Done>>(new Done()), default)).IsRefused);
        await using var after = database.Open().As(Somebody);
        Assert.Equal(0, await after.Areas.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_verb_inside_a_verb_is_a_fault_that_names_both(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        await using var db = Intercepted(database);
        var commit = new Commit(db, Clock, database.Lane);

        var fault = await Assert.ThrowsAsync<WriterTurnHeldException>(() => commit.Once(Somebody, new Outer(), ct => commit.Once<Done>(Somebody, new Inner(), _ => Task.FromResult<Outcome<Done>>(new Done()), ct), default).WaitAsync(Soon));

        Assert.Contains(typeof(Outer).FullName!, fault.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(Inner).FullName!, fault.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Saves_of_libraries_one_after_the_other_take_a_turn_each(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        await using var db = Intercepted(database).As(Somebody);
        db.Areas.Add(Somewhere());
        await db.SaveChangesAsync();
        db.Areas.Remove(await db.Areas.SingleAsync());
        await db.SaveChangesAsync();

        (await database.Lane.Enter(WriterPriority.Ordinary)).Dispose();
    }

    private static Area Somewhere() => new(1, 1, AreaLevel.District, null, "1", "Satu", new DateOnly(2026, 1, 1));

    private static LakudoDb Intercepted(TestDatabase database) =>
        new(new DbContextOptionsBuilder<LakudoDb>(database.Options).AddInterceptors(new LaneInterceptor(database.Lane)).Options);
}
