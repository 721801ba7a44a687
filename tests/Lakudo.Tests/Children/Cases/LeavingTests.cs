using Lakudo.Children;
using Lakudo.Children.Cases;
using Lakudo.Children.Network;
using Lakudo.Kernel;
using Lakudo.Testing;

namespace Lakudo.Tests.Children.Cases;

public sealed class LeavingTests
{
    private static readonly DateOnly January = new(2026, 1, 5);

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Children_not_seen_are_counted_by_posyandu_and_named_where_asked(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (one, long_) = (await desk.Child("Wa Satu", (January, 8_800, 7_400)), await desk.Child("Wa Lama", (new DateOnly(2025, 10, 6), 8_000, 7_200)));
        await desk.Child("Wa Rajin", (new DateOnly(2026, 2, 5), 9_000, 7_500));
        var before = await desk.Journaled(nameof(ChildrenListed));
        var counts = (await desk.Unseen()).Value;
        // The fifth of March has not come: February is the last month that was held.
        Assert.Equal(("Posyandu Melati", 1, 0, 1, 3), (counts.Places[0].Name, counts.Places[0].One, counts.Places[0].Two, counts.Places[0].More, counts.Places[0].Children));
        Assert.Equal((0, before), (counts.Rows.Length, await desk.Journaled(nameof(ChildrenListed))));
        var named = (await desk.Unseen(desk.Posyandu.Melati)).Value;
        Assert.Equal([(long_.Id, 4), (one.Id, 1)], named.Rows.Select(r => (r.Child, r.Missed)));
        Assert.Equal((8_000, "Wa Ode Sari"), (named.Rows[0].Weight, named.Rows[0].Mother));
        Assert.Equal(before + 1, await desk.Journaled(nameof(ChildrenListed)));
        Assert.Equal(1, (await desk.Glance()).Value.UnseenMore);
    }

    [Theory]
    [InlineData("2026-03-05", "2026-02-10", 0)]
    [InlineData("2026-03-06", "2026-02-10", 1)]
    [InlineData("2026-03-05", "2026-03-01", 0)]
    [InlineData("2026-03-05", "2025-11-30", 3)]
    [InlineData("2026-03-05", null, 1)]
    public void A_month_is_missed_once_the_posyandus_day_has_passed(string today, string? last, int missed) =>
        Assert.Equal(missed, UnseenList.Missed(DateOnly.Parse(today), 5, new DateOnly(2026, 1, 20), last is null ? null : DateOnly.Parse(last)));

    [Theory, MemberData(nameof(Both))]
    public async Task Who_left_is_no_longer_counted_and_the_phone_forgets_and_all_comes_back(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var child = await desk.Child("Wa Pindah", (January, 8_800, 7_400));
        var phone = await desk.Posyandu.Phone();
        var cursor = (await phone.Ask()).Cursor;
        Assert.Equal(1, await Counted(desk));
        Assert.False((await desk.Leave(child.Id, new DateOnly(2026, 2, 20), by: desk.Bidan)).IsRefused);
        Assert.Equal(0, await Counted(desk));
        Assert.Empty((await desk.Posyandu.List(desk.Posyandu.Melati)).Value);
        var told = await phone.Ask(cursor);
        Assert.Equal((child.Id, 0), (Assert.Single(told.Gone), told.Children.Count));
        Assert.Empty((await phone.Ask()).Children);
        var gone = Assert.Single((await desk.Unseen(desk.Posyandu.Melati)).Value.Left);
        Assert.Equal((child.Id, LeavingKind.MovedAway, "Kata tetangga", false), (gone.Child, gone.Kind, gone.Reason, gone.IsSeenSince));
        Assert.Equal("C-309", (await desk.Leave(child.Id)).Refusal?.Code);
        Assert.Equal("C-005", (await desk.Refer(child.Id)).Refusal?.Code);
        // The phone had measured it meanwhile: it is taken in, and the desk sees that.
        await phone.Send(desk.Posyandu.Measured(child.Id, 9_000, 7_500, new DateOnly(2026, 3, 2)));
        Assert.True(Assert.Single((await desk.Unseen(desk.Posyandu.Melati)).Value.Left).IsSeenSince);
        Assert.False((await desk.Return(child.Id)).IsRefused);
        Assert.Equal((1, 1), (await Counted(desk), (await phone.Ask(told.Cursor)).Children.Count));
        var history = Assert.Single((await desk.Case(child.Id)).Value.Leavings);
        Assert.Equal(("Kata tetangga", "Keliru anak"), (history.Reason, history.TakenBackReason));
        Assert.Equal("C-310", (await desk.Return(child.Id)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_day_before_birth_or_to_come_or_on_which_it_was_measured_is_refused_and_so_is_no_reason(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var child = await desk.Child("Wa Ada", (new DateOnly(2026, 2, 5), 9_000, 7_500));
        Assert.Equal("C-304", (await desk.Leave(child.Id, new DateOnly(2025, 1, 9))).Refusal?.Code);
        Assert.Equal("C-304", (await desk.Leave(child.Id, TestDesk.Today.AddDays(1))).Refusal?.Code);
        Assert.Equal("C-309", (await desk.Leave(child.Id, new DateOnly(2026, 2, 5))).Refusal?.Code);
        Assert.Equal("C-305", (await desk.Leave(child.Id, reason: "")).Refusal?.Code);
        Assert.False((await desk.Leave(child.Id, new DateOnly(2026, 2, 6))).IsRefused);
        Assert.Equal("C-305", (await desk.Return(child.Id, " ")).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_puskesmas_and_everybody_else_may_not(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var child = await desk.Child("Wa Ada", (January, 9_000, 7_500));
        var far = desk.Posyandu.FarNutritionist;
        Assert.Equal(("C-005", "C-005", "C-001"), ((await desk.Leave(child.Id, by: far)).Refusal?.Code, (await desk.Return(child.Id, by: far)).Refusal?.Code, (await desk.Unseen(desk.Posyandu.Melati, far)).Refusal?.Code));
        foreach (var other in TestDesk.AllBut(Role.Midwife, Role.Nutritionist))
            Assert.Equal(("K-001", "K-001", "K-001"), ((await desk.Leave(child.Id, by: other)).Refusal?.Code, (await desk.Return(child.Id, by: other)).Refusal?.Code, (await desk.Unseen(by: other)).Refusal?.Code));
    }

    private static async Task<int> Counted(TestDesk desk) =>
        (await desk.Posyandu.With((db, _) => new PosyanduList(db, desk.Posyandu.Clock).Run(desk.Gizi))).Value.Single(p => p.Id == desk.Posyandu.Melati).Children;
}
