using Lakudo.Hall;
using Lakudo.Hall.Live;
using Lakudo.Testing;

namespace Lakudo.Tests.Hall;

/// <summary>What a board speaks: every call once, and after a cut those that still matter.</summary>
public sealed class AnnouncementTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_call_whose_service_began_before_the_board_looked_is_spoken_all_the_same(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        await hall.Take();
        var board = new Board(hall.Desk, hall.Mirrors);
        var heard = (await board.Show(1, 1, null)).Seq;
        var called = (await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1))).Value;
        await new Recall(hall.Desk).Run(hall.Officer, new(1, 1, called.Id));
        await new StartService(hall.Desk).Run(hall.Officer, new(1, 1, called.Id));

        var after = await board.Show(1, 1, null, heard);
        var again = await board.Show(1, 1, null, after.Seq);

        Assert.Equal([("A-001", false), ("A-001", true)], after.Announcements.Select(a => (a.Number, a.Again)));
        Assert.Empty(again.Announcements);
        Assert.Empty((await board.Show(1, 1, null)).Announcements);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_a_long_cut_only_numbers_still_called_are_spoken(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        await new OpenCounter(hall.Desk).Run(hall.Officer, new(1, 2));
        await hall.Take(1);
        await hall.Take(2);
        var first = (await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1))).Value;
        await new CallNext(hall.Desk).Run(hall.Officer, new(1, 2));
        await new StartService(hall.Desk).Run(hall.Officer, new(1, 1, first.Id));
        hall.Time.Move(TimeSpan.FromMinutes(3));

        var spoken = (await new Board(hall.Desk, hall.Mirrors).Show(1, 1, null, 0)).Announcements;

        Assert.Equal(["B-001"], spoken.Select(a => a.Number));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_zones_board_speaks_its_own_counters_and_another_node_speaks_the_same(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        await hall.Take();
        await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1));
        var otherNode = new Lakudo.Hall.Live.HallMirrors(hall, hall.Lane, hall.Clock);

        Assert.Single((await new Board(hall.Desk, otherNode).Show(1, 1, 1, 0)).Announcements);
        Assert.Empty((await new Board(hall.Desk, otherNode).Show(1, 1, 2, 0)).Announcements);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task News_of_another_node_is_on_the_next_page_and_wakes_who_waits_without_waiting_for_the_next_look(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var otherNode = new HallMirrors(hall, hall.Lane, new Lakudo.Kernel.Clock(new StoppedWatch()));
        hall.Mirrors.Committed += otherNode.Heard;
        // Without news the day as it was read now stays fresh for ever.
        var before = await otherNode.Get(hall.Key);
        var waiting = otherNode.After(hall.Key, before.Seq, TimeSpan.FromMinutes(1), default);

        await hall.Take();

        Assert.Equal(before.Seq + 1, (await otherNode.Get(hall.Key)).Seq);
        Assert.Equal(before.Seq + 1, (await waiting.WaitAsync(TimeSpan.FromSeconds(30))).Seq);
    }

    private sealed class StoppedWatch : TimeProvider
    {
        public override long GetTimestamp() => 1;
    }
}
