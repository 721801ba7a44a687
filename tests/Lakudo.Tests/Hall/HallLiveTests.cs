using Lakudo.Hall;
using Lakudo.Hall.Day;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Hall;

/// <summary>The live day against a real database.</summary>
public sealed class HallLiveTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Two_activations_of_one_day_never_give_a_number_twice(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var second = hall.Activate();

        var replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? hall.First : second).Do(hall.Ask(Take()))));

        Assert.All(replies, r => Assert.Null(r.Refusal));
        Assert.Equal(60, replies.Select(r => r.Ticket!.Label).Distinct().Count());
        await using var db = hall.CreateDbContext();
        Assert.Equal(Enumerable.Range(1, 60), await db.Tickets.OrderBy(t => t.Number).Select(t => t.Number).ToListAsync());
        Assert.Null((await new JournalCheck(db).Run(Caller.System(1))).Value.FirstBroken);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_activation_that_is_late_changes_nothing_by_what_it_believed(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var first = await hall.First.Do(hall.Ask(Take()));
        var second = hall.Activate();
        var called = await second.Do(hall.Ask(new HallCommand.CallNext(1)));

        // The first activation still believes that the ticket waits and the counter is free.
        var late = await hall.First.Do(hall.Ask(new HallCommand.CallNext(1)));

        Assert.Equal(first.Ticket!.Id, called.Ticket!.Id);
        Assert.Equal("H-017", late.Refusal?.Code);
        await using var db = hall.CreateDbContext();
        Assert.Equal(1, await db.JournalEntries.CountAsync(e => e.Fact == "TicketCalled"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_request_that_comes_again_after_the_program_died_gets_the_same_ticket(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var before = await hall.First.Do(hall.Ask(Take(), "the same"));

        // A new activation knows nothing but the database, as after kill -9 between commit and answer.
        var after = await hall.Activate().Do(hall.Ask(Take(), "the same"));

        Assert.Equal(before.Ticket!.Id, after.Ticket!.Id);
        Assert.Equal("A-001", after.Ticket.Label);
        await using var db = hall.CreateDbContext();
        Assert.Equal(1, await db.Tickets.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_key_used_for_another_command_is_refused(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        await hall.First.Do(hall.Ask(Take(), "key"));

        Assert.Equal("K-003", (await hall.First.Do(hall.Ask(new HallCommand.CallNext(1), "key"))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_refused_command_does_not_spoil_its_batch(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);

        var replies = await Task.WhenAll(
            hall.First.Do(hall.Ask(Take())), hall.First.Do(hall.Ask(Take(line: 99))), hall.First.Do(hall.Ask(Take())));

        Assert.Equal([null, "H-005", null], replies.Select(r => r.Refusal?.Code));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_day_loaded_from_the_journal_is_the_day_that_was(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        for (var i = 0; i < 5; i++)
        {
            await hall.First.Do(hall.Ask(Take()));
        }

        var called = await hall.First.Do(hall.Ask(new HallCommand.CallNext(1)));
        await hall.First.Do(hall.Ask(new HallCommand.MarkNoShow(1, called.Ticket!.Id)));
        hall.Time.Move(TimeSpan.FromMinutes(6));

        // The new activation rebuilds the second chance from the stored time it is due.
        var reply = await hall.Activate().Do(hall.Ask(new HallCommand.LetTimePass()));

        var day = await hall.Mirrors.Get(hall.Key);
        Assert.Null(reply.Refusal);
        Assert.Equal(TicketState.Waiting, day.Tickets[called.Ticket.Id].State);
        Assert.Equal(5, day.WaitingCount);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Why_somebody_has_priority_stands_in_the_ticket_row_and_never_in_the_journal(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);

        var taken = (await hall.Take(groups: PriorityGroups.PregnantOrNursing)).Value;

        await using var db = hall.CreateDbContext();
        Assert.Equal(PriorityGroups.PregnantOrNursing, (await db.Tickets.SingleAsync(t => t.Id == taken.Id)).Groups);
        Assert.DoesNotContain(await db.JournalEntries.Select(e => e.Data).ToListAsync(), d => d.Contains("Pregnant", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Calling_keeps_why_somebody_has_priority(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var taken = (await hall.Take(groups: PriorityGroups.Elderly)).Value;

        await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1));

        await using var db = hall.CreateDbContext();
        var row = await db.Tickets.SingleAsync(t => t.Id == taken.Id);
        Assert.Equal((PriorityGroups.Elderly, TicketState.Called), (row.Groups, row.State));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_database_itself_refuses_a_counter_with_two_tickets(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        await hall.Take();
        await hall.Take();
        await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1));
        await using var db = hall.CreateDbContext();
        var other = await db.Tickets.SingleAsync(t => t.State == TicketState.Waiting);
        (other.State, other.Counter) = (TicketState.Called, 1);

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    private static HallCommand.TakeTicket Take(int line = 1) =>
        new(Guid.CreateVersion7(), line, null, TicketOrigin.Kiosk, PriorityGroups.None, null);
}
