using System.Data.Common;
using Lakudo.Hall;
using Lakudo.Hall.Day;
using Lakudo.Hall.Live;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lakudo.Tests.Hall;

/// <summary>A disk that is full in the middle of the morning.</summary>
public sealed class BadDaysTests
{
    [Fact]
    public async Task A_full_disk_refuses_and_loses_nothing_and_the_next_number_is_the_next()
    {
        await using var hall = await TestHall.Open(Vendor.Sqlite);
        var disk = new Disk();
        var pump = hall.Activate(new SmallDisk(hall, disk));
        HallCommand.TakeTicket Take() => new(Guid.CreateVersion7(), 1, null, TicketOrigin.Kiosk, PriorityGroups.None, null);
        var before = await pump.Do(hall.Ask(Take()));

        disk.IsFull = true;
        // A long reason, so that the row does not fit into what the file already has.
        var ask = hall.Ask(Take(), "sama") with { Why = new string('x', 200_000) };
        var full = await pump.Do(ask);
        disk.IsFull = false;
        var again = await pump.Do(ask);

        Assert.Equal("A-001", before.Ticket!.Label);
        Assert.Equal("K-005", full.Refusal?.Code);
        Assert.Equal("A-002", again.Ticket!.Label);
        await using var db = hall.CreateDbContext();
        Assert.Equal([1, 2], await db.Tickets.OrderBy(t => t.Number).Select(t => t.Number).ToListAsync());
        Assert.Null((await new JournalCheck(db).Run(Caller.System(1))).Value.FirstBroken);
    }

    [Fact]
    public async Task A_verb_on_a_full_disk_is_refused_and_the_same_request_does_it_once_there_is_room()
    {
        await using var hall = await TestHall.Open(Vendor.Sqlite);
        var disk = new Disk { IsFull = true };
        await using var db = new SmallDisk(hall, disk).CreateDbContext();
        var manager = hall.Manager;
        // Five hundred lines do not fit into what the file already has.
        var setup = TestHall.Setup with { Lines = [.. TestHall.Setup.Lines, .. Enumerable.Range(100, 500).Select(i => new SetUpHall.LineRow(i, $"X{i}", new string('x', 100), 10, []))] };
        Task<Outcome<Done>> Set() => new SetUpHall(db, new Commit(db, hall.Clock, hall.Lane)).Run(manager, setup);

        Assert.Equal("K-005", (await Set()).Refusal?.Code);
        disk.IsFull = false;
        Assert.Null((await Set()).Refusal);
        Assert.Null((await Set()).Refusal);
        Assert.Equal(2, await db.JournalEntries.CountAsync(e => e.Fact == "HallSetUp"));
        Assert.Equal(502, await db.Lines.CountAsync());
    }

    [Theory]
    [InlineData(Vendor.Sqlite)]
    [InlineData(Vendor.Postgres)]
    public async Task A_clock_set_back_an_hour_reorders_nobody_and_the_day_loaded_again_is_the_same(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        hall.Time.Move(TimeSpan.FromMinutes(90));
        var early = (await hall.Take()).Value;
        var next = (await hall.Take()).Value;
        hall.Time.Move(TimeSpan.FromHours(-1));
        var late = (await hall.Take()).Value;
        Assert.Equal(["A-001", "A-002", "A-003"], new[] { early, next, late }.Select(t => t.Number));
        Assert.Equal(3, late.Position);

        // Another activation reads the day from the journal, whose order is its numbers and not its moments.
        var pump = hall.Activate();
        var called = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var ticket = (await pump.Do(hall.Ask(new HallCommand.CallNext(1)))).Ticket!;
            called.Add(ticket.Label);
            await pump.Do(hall.Ask(new HallCommand.StartService(1, ticket.Id)));
            Assert.Null((await pump.Do(hall.Ask(new HallCommand.FinishService(1, ticket.Id)))).Refusal);
        }

        Assert.Equal(["A-001", "A-002", "A-003"], called);
        await using var db = hall.CreateDbContext();
        Assert.Null((await new JournalCheck(db).Run(Caller.System(1))).Value.FirstBroken);
        var moments = await db.JournalEntries.OrderBy(e => e.Seq).Select(e => e.At).ToListAsync();
        Assert.NotEqual(moments.Order(), moments);
    }

    private sealed class Disk
    {
        public bool IsFull { get; set; }
    }

    /// <summary>SQLite itself says that the disk is full when the file may not grow by a page; that limit belongs to a connection.</summary>
    private sealed class SmallDisk(TestHall hall, Disk disk) : DbConnectionInterceptor, IDbContextFactory<LakudoDb>
    {
        public LakudoDb CreateDbContext() =>
            new LakudoDb((DbContextOptions<LakudoDb>)new DbContextOptionsBuilder<LakudoDb>(hall.Options).AddInterceptors(this, new BeforeWriting(disk)).Options).As(Caller.System(1));
    }

    private sealed class BeforeWriting(Disk disk) : DbTransactionInterceptor
    {
        public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            using var command = connection.CreateCommand();
            command.Transaction = result;
            // The smallest allowed is what the file has; every page more is refused with SQLITE_FULL.
            command.CommandText = disk.IsFull ? "PRAGMA max_page_count=1" : "PRAGMA max_page_count=1000000";
            command.ExecuteScalar();
            return ValueTask.FromResult(result);
        }
    }
}
