using Lakudo.Children.Pregnancies;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Children.Personal;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Pregnancies;

public sealed class CorrectVisitTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_right_value_counts_everywhere_and_the_wrong_one_stays_struck(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var woman = test.Expecting();
        var wrong = test.Visited(woman.Id, arm: 2_150);
        await phone.Send(woman, wrong);
        var cursor = (await phone.Ask()).Cursor;
        Assert.Equal(PregnancyNeeds.ThinArm, (await test.Mothers()).Value.Rows[0].Needs);
        Assert.False((await test.Correct(woman.Id, wrong.Id, arm: 2_510, tablets: 30)).IsRefused);

        var page = (await test.Mother(woman.Id)).Value;
        Assert.Equal((2_510, 30, 2), (page.Reading.Arm, page.Reading.Tablets, page.Visits.Length));
        var (right, struck) = (page.Visits.Single(v => v.IsCorrection), page.Visits.Single(v => !v.IsCorrection));
        Assert.Equal((wrong.Day, 2_510, null, null), (right.Values.Day, right.Values.Arm, right.Struck, right.Worker));
        Assert.Equal((2_150, "Salah baca buku KIA", "Wa Ani"), (struck.Values.Arm, struck.Struck, struck.Worker));
        Assert.Equal(PregnancyNeeds.FewVisits | PregnancyNeeds.FewDoctorVisits, (await test.Mothers()).Value.Rows[0].Needs);
        // The phone gets the right one in the place of its own, and sending its own again changes nothing.
        Assert.Equal(2_510, Assert.Single(Assert.Single((await phone.Ask(cursor)).Pregnancies).Visits).Arm);
        await phone.Send(wrong);
        Assert.Equal(2_510, Assert.Single(Assert.Single((await phone.Ask()).Pregnancies).Visits).Arm);
        var noted = await test.LastFact(nameof(PregnancyVisitCorrected));
        Assert.Equal((woman.Id, "Salah baca buku KIA"), (noted!.Subject, noted.Why));
        Assert.Contains((await test.MotherLog(woman.Id)).Value.Rows, r => r is { Fact: nameof(PregnancyVisitCorrected), Why: "Salah baca buku KIA" });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_visit_of_another_woman_is_struck_and_no_longer_keeps_the_pregnancy_from_ending_before_it(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var woman = test.Expecting(weeks: 38);
        var hers = test.Visited(woman.Id, TestPregnancies.Today);
        await (await test.Phone()).Send(woman, hers);
        var born = TestPregnancies.Today.AddDays(-3);
        Assert.Equal("C-803", (await test.End(woman.Id, on: born)).Refusal?.Code);
        Assert.False((await test.Correct(woman.Id, hers.Id, weight: null)).IsRefused);
        Assert.Null((await test.Mother(woman.Id)).Value.Reading.LastDay);
        Assert.Equal("Salah baca buku KIA", Assert.Single((await test.Mother(woman.Id)).Value.Visits).Struck);
        Assert.False((await test.End(woman.Id, on: born)).IsRefused);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_cannot_be_is_refused_and_so_is_everybody_else(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (woman, other) = (test.Expecting(), test.Expecting("Wa Lain", nik: null));
        var (visit, others) = (test.Visited(woman.Id), test.Visited(other.Id));
        await (await test.Phone()).Send(woman, other, visit, others);
        Assert.Equal("C-053", (await test.Correct(woman.Id, visit.Id, arm: 251)).Refusal?.Code);
        Assert.Equal("C-053", (await test.Correct(woman.Id, visit.Id, tablets: -1)).Refusal?.Code);
        Assert.Equal("K-020", (await test.Correct(woman.Id, visit.Id, reason: " ")).Refusal?.Code);
        Assert.Equal("K-021", (await test.Correct(woman.Id, visit.Id, reason: "telepon 0812 3456 7890")).Refusal?.Code);
        Assert.Equal("C-808", (await test.Correct(woman.Id, others.Id)).Refusal?.Code);
        foreach (var (by, code) in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)).Select(r => (TestPosyandu.Staff(r), "K-001")).Append((test.FarNutritionist, "C-801")).Append((TestPosyandu.Staff(Role.Cadre) with { Id = test.OtherCadre }, "K-001")))
            Assert.Equal(code, (await test.Correct(woman.Id, visit.Id, by: by)).Refusal?.Code);
        Assert.Null(await test.LastFact(nameof(PregnancyVisitCorrected)));
        Assert.False((await test.Correct(woman.Id, visit.Id)).IsRefused);
        // Struck once; and its place is not taken by the same again.
        Assert.Equal("C-808", (await test.Correct(woman.Id, visit.Id, 56_000)).Refusal?.Code);
        Assert.Equal("C-808", (await test.Correct(woman.Id, (await test.Mother(woman.Id)).Value.Visits.Single(v => v.IsCorrection).Values.Id)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Erasing_her_takes_the_reason_out_and_leaves_the_numbers(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var visit = Assert.Single((await test.Posyandu.Mother(test.Pregnancy.Id)).Value.Visits).Values.Id;
        await test.Posyandu.Correct(test.Pregnancy.Id, visit, arm: 2_400);
        Assert.False((await test.Privacy.Erase((await test.Privacy.Take(TestFamily.MothersNik)).Value)).IsRefused);
        await using var db = test.Posyandu.Read();
        var rows = await db.Set<VisitOfPregnancy>().ToListAsync();
        Assert.Equal([2_350, 2_400], rows.Select(v => v.Arm!.Value).Order());
        Assert.All(rows, v => Assert.Null(v.StruckReason));
        Assert.Single(rows, v => v.StruckAt is not null);
    }
}
