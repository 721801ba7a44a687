using Lakudo.Children.Pregnancies;
using Lakudo.Field;
using Lakudo.Kernel;
using Lakudo.Testing;

namespace Lakudo.Tests.Children.Pregnancies;

public sealed class PregnancyListTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Who_needs_something_stands_first_and_each_look_is_journaled(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var (thin, pale, away, near, past, complete) = (test.Expecting("Wa Kurus", nik: null), test.Expecting("Wa Pucat", nik: null), test.Expecting("Wa Absen", nik: null), test.Expecting("Wa Dekat", 39, null), test.Expecting("Wa Lewat", 44, null), test.Expecting("Wa Lengkap", nik: null));
        await phone.Send(complete, past, near, away, pale, thin, test.Visited(thin.Id, arm: 2_280), test.Visited(pale.Id, haemoglobin: 104), test.Visited(away.Id, new DateOnly(2026, 1, 5)), test.Visited(near.Id) with { IronTablets = 90, AntenatalVisits = 6, DoctorVisits = 2 },
            test.Visited(past.Id, arm: 2_280), test.Visited(complete.Id));

        var list = (await test.Mothers()).Value;
        Assert.Equal(["Wa Kurus", "Wa Pucat", "Wa Absen", "Wa Lewat", "Wa Dekat", "Wa Lengkap"], list.Rows.Select(r => r.Name));
        // Long after the day expected one thing is open; her thin arm is no longer asked about.
        Assert.Equal([PregnancyNeeds.ThinArm, PregnancyNeeds.LowHaemoglobin, PregnancyNeeds.NotSeen, PregnancyNeeds.PastDue, PregnancyNeeds.NearDue, PregnancyNeeds.None], list.Rows.Select(r => r.Needs));
        Assert.Equal((6, 5, 1, 1), (list.Total, list.Waiting, list.Page, list.Pages));
        Assert.Equal((2_280, 24, new DateOnly(2026, 6, 22), "Posyandu Melati"), (list.Rows[0].Reading.Arm, list.Rows[0].Reading.Weeks, list.Rows[0].Reading.Due, list.Rows[0].PosyanduName));
        var noted = await test.LastFact(nameof(PregnanciesListed));
        Assert.Equal((Guid.Empty, test.Midwife.Id), (noted!.Subject, noted.ById));
        Assert.Contains("\"Pregnancies\":6", noted.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("Wa ", noted.Data, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task She_is_found_by_a_part_of_her_name_and_by_posyandu_page_by_page(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (here, there) = (await test.Phone(), await test.Phone(test.Mawar, test.OtherCadre));
        await here.Send([.. Enumerable.Range(1, PregnancyList.PerPage + 2).Select(n => test.Expecting($"Wa Ode Nomor {n:00}", nik: null))]);
        await there.Send(test.Expecting("Wa Sarifa", nik: null));

        var all = (await test.Mothers(new(Page: 2), test.Nutritionist)).Value;
        Assert.Equal((PregnancyList.PerPage + 3, 3, 2, 2), (all.Total, all.Rows.Length, all.Page, all.Pages));
        Assert.Equal((2, 3), ((await test.Mothers(new(Page: 99), test.Nutritionist)).Value.Page, (await test.Mothers(new(Page: 99), test.Nutritionist)).Value.Rows.Length));
        Assert.Equal("Wa Sarifa", Assert.Single((await test.Mothers(new(" WA SÁRI "), test.Nutritionist)).Value.Rows).Name);
        Assert.Equal("Wa Sarifa", Assert.Single((await test.Mothers(new(Posyandu: test.Mawar), test.Nutritionist)).Value.Rows).Name);
        Assert.Equal(test.Mawar, (await test.LastFact(nameof(PregnanciesListed)))!.Subject);
        Assert.Empty((await test.Mothers(new("Sarifa", test.Melati), test.Nutritionist)).Value.Rows);
        // The midwife of Melati's village has Mawar neither in her list nor to choose from.
        var midwife = (await test.Mothers(new("sarifa"))).Value;
        Assert.Equal((0, "Posyandu Melati"), (midwife.Total, Assert.Single(midwife.Places).Name));
        Assert.Equal("C-001", (await test.Mothers(new(Posyandu: test.Mawar))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_puskesmas_of_another_care_sees_nobody_and_others_are_refused(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var woman = test.Expecting();
        await (await test.Phone()).Send(woman);
        Assert.Equal(0, (await test.Mothers(by: test.FarNutritionist)).Value.Total);
        Assert.Null(await test.LastFact(nameof(PregnanciesListed)));
        foreach (var other in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)).Select(TestPosyandu.Staff)) Assert.Equal("K-001", (await test.Mothers(by: other)).Refusal?.Code);
        // A nutritionist to whom nobody gave a place is one all the same, and has nobody.
        Assert.Equal((0, 0), ((await test.Mothers(by: TestPosyandu.Staff(Role.Nutritionist))).Value.Total, (await test.Mothers(by: TestPosyandu.Staff(Role.Nutritionist))).Value.Places.Length));
    }

    [Theory]
    [InlineData(12, 0, 0, 0, 0, PregnancyNeeds.None)]
    [InlineData(13, 0, 0, 0, 0, PregnancyNeeds.FewVisits | PregnancyNeeds.FewDoctorVisits)]
    [InlineData(19, 1, 1, 0, 0, PregnancyNeeds.None)]
    [InlineData(20, 2, 1, 29, 0, PregnancyNeeds.FewTablets)]
    [InlineData(28, 3, 1, 59, 0, PregnancyNeeds.FewTablets)]
    [InlineData(36, 5, 1, 90, 0, PregnancyNeeds.FewDoctorVisits)]
    [InlineData(37, 5, 2, 90, 0, PregnancyNeeds.None)]
    [InlineData(38, 5, 2, 90, 1, PregnancyNeeds.NearDue | PregnancyNeeds.NotSeen)]
    [InlineData(41, 6, 2, 90, 0, PregnancyNeeds.PastDue)]
    [InlineData(44, 0, 0, 0, 5, PregnancyNeeds.PastDue)]
    public void What_is_asked_for_grows_with_the_age_of_pregnancy(int weeks, int antenatal, int doctor, int tablets, int missed, PregnancyNeeds needs)
    {
        var visit = new PregnancyVisit { Id = default, Pregnancy = default, Day = TestPregnancies.Today, At = default, Arm = 2_350, Haemoglobin = 110, IronTablets = tablets, AntenatalVisits = antenatal, DoctorVisits = doctor };
        var reading = PregnancyReading.Of(new FieldPregnancy { Id = default, Name = "", LastPeriod = TestPregnancies.Today.AddDays(-7 * weeks), Visits = [visit] }, TestPregnancies.Today);
        Assert.Equal(needs, PregnancyFinding.Of(reading, missed, TestPregnancies.Today));
    }

    [Fact]
    public void Without_dates_nothing_is_said_by_age_and_she_stands_after_those_who_need_something()
    {
        var reading = PregnancyReading.Of(new FieldPregnancy { Id = default, Name = "", Visits = [] }, TestPregnancies.Today);
        var needs = PregnancyFinding.Of(reading, 0, TestPregnancies.Today);
        Assert.Equal(PregnancyNeeds.NoDates, needs);
        Assert.InRange(PregnancyFinding.Order(needs), PregnancyFinding.Order(PregnancyNeeds.FewTablets) + 1, PregnancyFinding.Order(PregnancyNeeds.None) - 1);
    }
}
