using Lakudo.Feedback;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Catalogue;

namespace Lakudo.Tests.Feedback;

public sealed class SurveyResultsTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Four_answers_show_nothing_and_five_show_the_index_of_the_five(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        await survey.Answered(4, score: 3);
        Assert.Empty((await survey.Published()).Value.Services);
        var before = Assert.Single((await survey.Results(Admin)).Value.Services);
        Assert.Equal((0, 4, 4), (before.Respondents, before.Waiting, before.Finished));
        Assert.Null(before.Index);

        await survey.Answered(1, score: 4);
        var after = Assert.Single((await survey.Published()).Value.Services);
        // (4 x 3 + 4) / 5 = 3.2; x 25 = 80.
        Assert.Equal(("SKT-001", 5, 80.00m, "B"), (after.Code, after.Respondents, after.Index!.Value, after.Index.Grade.Letter));
        Assert.All(after.Index.Elements, e => Assert.Equal(3.2m, e.Mean));
        Assert.Equal(79.20m, (await survey.Published(new(Weight: SurveyWeight.TwoDecimals))).Value.Services[0].Index!.Value);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Fewer_answers_than_the_sample_needs_are_only_indicative(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        await survey.Answered(5);
        Assert.False((await survey.Published()).Value.Whole.IsIndicative);
        await survey.Finished();
        var whole = (await survey.Published()).Value.Whole;
        Assert.Equal((5, 6, 6, true), (whole.Respondents, whole.Finished, whole.Needed, whole.IsIndicative));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_month_is_not_counted_and_an_impossible_period_is_refused(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        await survey.Answered(5);
        Assert.Equal(0, (await survey.Published(new("2025-01", "2025-12"))).Value.Whole.Respondents);
        Assert.Equal(5, (await survey.Published(new("2026-03", "2026-03"))).Value.Whole.Respondents);
        Assert.Equal("F-005", (await survey.Published(new("2026-04", "2026-03"))).Refusal?.Code);
        Assert.Equal("F-005", (await survey.Results(Admin, new("besok"))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_agencys_admin_sees_the_own_agency_only_and_others_than_managers_see_nothing(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        await survey.Answered(5);
        var own = (await survey.Results(TestCatalogue.Staff(Role.AgencyAdmin, survey.Office.Agency))).Value;
        Assert.Equal(5, own.Whole.Respondents);
        Assert.Single(own.Agencies);
        var other = (await survey.Results(TestCatalogue.Staff(Role.AgencyAdmin, survey.Office.Agency + 1))).Value;
        Assert.Equal((0, 0, 0), (other.Whole.Respondents, other.Whole.Waiting, other.Whole.Finished));
        Assert.Empty(other.Services);
        Assert.All(other.Respondents, g => Assert.Equal(0, g.Count));

        Role[] may = [Role.AgencyAdmin, Role.HallManager, Role.RegionAdmin, Role.Inspector];
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(may.Contains(role), !(await survey.Results(TestCatalogue.Staff(role))).IsRefused);
        Assert.Equal("K-001", (await survey.Results(Caller.Public(1))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_answered_is_shown_in_groups_of_five_or_more(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        await survey.Answered(5, who: new Respondent("perempuan", "25-34", "sma", "petani-nelayan"));
        await survey.Answered(5, who: new Respondent("perempuan", "mulai-60"));
        await survey.Answered(3, who: new Respondent("laki-laki"));
        await survey.Answered(2, who: new Respondent("perempuan"));
        var respondents = (await survey.Results(Admin)).Value.Respondents;
        Assert.Equal([("Tidak menjawab", 0), (RespondentCount.Together, 15)], respondents.Where(r => r.Field == "kelamin").Select(r => (r.Words, r.Count)));
        Assert.Equal(5, respondents.Single(r => r is { Field: "umur", Words: "60 tahun ke atas" }).Count);
        Assert.DoesNotContain(respondents, r => r.Count is > 0 and < 5);
    }

    private static Caller Admin => TestCatalogue.Staff(Role.RegionAdmin);
}
