using Lakudo.Children;
using Lakudo.Children.Cases;
using Lakudo.Kernel;
using Lakudo.Testing;

namespace Lakudo.Tests.Children.Cases;

public sealed class ReferralTests
{
    private static readonly DateOnly February = new(2026, 2, 2);
    private static readonly DateOnly March = new(2026, 3, 2);

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_case_is_found_referred_answered_and_closed_and_a_later_measurement_opens_the_next(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var child = await Thin(desk);
        var found = Assert.Single((await desk.List()).Value);
        Assert.Equal((child.Id, CaseStage.Open), (found.Child, found.Stage));
        Assert.True(found.Grounds.HasFlag(CaseGrounds.WeightFell) && found.Grounds.HasFlag(CaseGrounds.BelowRed), found.Grounds.ToString());
        var referral = (await desk.Refer(child.Id, desk.Bidan)).Value;
        var waiting = Assert.Single((await desk.List()).Value);
        Assert.Equal((CaseStage.Waiting, "RSUD Buton Tengah", TestDesk.Today.AddDays(7)), (waiting.Stage, waiting.ReferredTo, waiting.Due));
        Assert.Equal("C-306", (await desk.Refer(child.Id)).Refusal?.Code);
        Assert.Equal("C-306", (await desk.Close(child.Id)).Refusal?.Code);
        Assert.Equal("C-305", (await desk.Answer(new(referral, true, TestDesk.Today))).Refusal?.Code);
        Assert.False((await desk.Answer(new(referral, true, TestDesk.Today, "Gizi buruk tanpa komplikasi", "F-100", TestDesk.Today.AddDays(14)))).IsRefused);
        Assert.Equal(CaseStage.Answered, Assert.Single((await desk.List()).Value).Stage);
        Assert.Equal("C-305", (await desk.Close(child.Id, CaseOutcome.FamilyDeclined)).Refusal?.Code);
        Assert.False((await desk.Close(child.Id)).IsRefused);
        Assert.Empty((await desk.List()).Value);
        Assert.Equal("C-307", (await desk.Answer(new(referral, false, TestDesk.Today))).Refusal?.Code);
        var history = (await desk.Case(child.Id)).Value;
        Assert.Equal((CaseGrounds.None, false, "F-100"), (history.Grounds, Assert.Single(history.Referrals).IsOpen, Assert.Single(history.Referrals[0].Answers).Given));
        Assert.True(Assert.Single(history.Closings).Outcome == CaseOutcome.Recovered);
        // A month later she is thin still.
        desk.Posyandu.Time.Move(TimeSpan.FromDays(31));
        await (await desk.Posyandu.Phone()).Send(desk.Posyandu.Measured(child.Id, 6_000, 7_560, new DateOnly(2026, 4, 2)));
        Assert.Equal(CaseStage.Open, Assert.Single((await desk.List()).Value).Stage);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_overdue_comes_first_and_so_does_who_did_not_come_again(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (late, other) = (await Thin(desk, "Wa Lambat"), await Thin(desk, "Wa Awal"));
        var referral = (await desk.Refer(late.Id, days: 0)).Value;
        Assert.Equal(CaseStage.Waiting, (await desk.List()).Value.Single(r => r.Child == late.Id).Stage);
        desk.Posyandu.Time.Move(TimeSpan.FromDays(1));
        Assert.Equal([late.Id, other.Id], (await desk.List()).Value.Select(r => r.Child));
        Assert.Equal((1, 1), ((await desk.Glance()).Value.Overdue, (await desk.Glance()).Value.Open));
        Assert.False((await desk.Answer(new(referral, true, TestDesk.Today, "Gizi buruk", null, TestDesk.Today.AddDays(3)))).IsRefused);
        Assert.Equal(CaseStage.Answered, (await desk.List()).Value.Single(r => r.Child == late.Id).Stage);
        desk.Posyandu.Time.Move(TimeSpan.FromDays(3));
        Assert.Equal(CaseStage.Overdue, (await desk.List()).Value[0].Stage);
        await (await desk.Posyandu.Phone()).Send(desk.Posyandu.Measured(late.Id, 6_200, 7_550, TestDesk.Today.AddDays(4)));
        Assert.Equal(CaseStage.Answered, (await desk.List()).Value.Single(r => r.Child == late.Id).Stage);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_child_did_not_come_and_is_sent_elsewhere_and_both_stay_in_the_history(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var child = await Thin(desk);
        var first = (await desk.Refer(child.Id)).Value;
        Assert.False((await desk.Answer(new(first, false, TestDesk.Today))).IsRefused);
        Assert.False((await desk.Refer(child.Id, place: "Puskesmas Lakudo")).IsRefused);
        Assert.Equal([("Puskesmas Lakudo", true, 0), ("RSUD Buton Tengah", false, 1)], (await desk.Case(child.Id)).Value.Referrals.Select(r => (r.ToName, r.IsOpen, r.Answers.Length)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Days_and_words_that_cannot_be_are_refused(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (child, well) = (await Thin(desk), await desk.Child("Wa Sehat", (March, 9_000, 7_550)));
        Assert.Equal("C-304", (await desk.Refer(child.Id, days: -1)).Refusal?.Code);
        Assert.Equal("C-304", (await desk.Refer(child.Id, days: ReferChild.LongestWait + 1)).Refusal?.Code);
        Assert.Equal("C-305", (await desk.Refer(child.Id, place: " ")).Refusal?.Code);
        Assert.Equal("C-305", (await desk.Refer(child.Id, reason: new string('a', 501))).Refusal?.Code);
        Assert.Equal("C-308", (await desk.Close(well.Id)).Refusal?.Code);
        var referral = (await desk.Refer(child.Id)).Value;
        Assert.Equal("C-304", (await desk.Answer(new(referral, false, TestDesk.Today.AddDays(-1)))).Refusal?.Code);
        Assert.Equal("C-304", (await desk.Answer(new(referral, true, TestDesk.Today, "Baik", null, TestDesk.Today))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_letter_says_what_was_measured_and_every_print_is_journaled(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var child = await Thin(desk);
        var letter = (await desk.Letter((await desk.Refer(child.Id, desk.Bidan)).Value)).Value;
        Assert.Equal(("Puskesmas Lakudo", "Posyandu Melati", "Metere", "Bidan Sitti", 6_300, March), (letter.Puskesmas, letter.Posyandu, letter.Village, letter.Sender, letter.Weight, letter.MeasuredOn));
        Assert.Equal(1, await desk.Journaled(nameof(ReferralPrinted)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_puskesmas_sees_no_case_and_everybody_else_may_not(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var child = await Thin(desk);
        var referral = (await desk.Refer(child.Id)).Value;
        var far = desk.Posyandu.FarNutritionist;
        Assert.Empty((await desk.List(far)).Value);
        Assert.Equal(("C-005", "C-005", "C-005", "C-307", "C-307"), ((await desk.Refer(child.Id, far)).Refusal?.Code, (await desk.Close(child.Id, by: far)).Refusal?.Code, (await desk.Case(child.Id, far)).Refusal?.Code,
            (await desk.Answer(new(referral, false, TestDesk.Today), far)).Refusal?.Code, (await desk.Letter(referral, far)).Refusal?.Code));
        foreach (var other in TestDesk.AllBut(Role.Midwife, Role.Nutritionist))
        {
            Assert.Equal(["K-001", "K-001", "K-001", "K-001", "K-001", "K-001", "K-001"], new[]
            {
                (await desk.List(other)).Refusal?.Code, (await desk.Refer(child.Id, other)).Refusal?.Code, (await desk.Close(child.Id, by: other)).Refusal?.Code, (await desk.Case(child.Id, other)).Refusal?.Code,
                (await desk.Answer(new(referral, false, TestDesk.Today), other)).Refusal?.Code, (await desk.Letter(referral, other)).Refusal?.Code, (await desk.Glance(other)).Refusal?.Code,
            });
        }
    }

    /// <summary>A girl of 13 months at 75,5 cm who fell from 6,6 to 6,3 kg.</summary>
    private static Task<Lakudo.Field.NewChild> Thin(TestDesk desk, string name = "Wa Kurus") => desk.Child(name, (February, 6_600, 7_500), (March, 6_300, 7_550));
}
