using System.Text;
using System.Text.Json;
using Lakudo.Feedback;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Applications;
using Lakudo.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Feedback;

public sealed class AnswerSurveyTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_finished_application_answers_once(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        var receipt = await survey.Finished();
        var invited = (await survey.Invitation(receipt.Number, receipt.Secret)).Value;
        Assert.Equal(("Surat Keterangan Tidak Mampu", null), (invited.Service, invited.Closed));
        Assert.False((await survey.Answer(receipt)).IsRefused);
        Assert.Equal("F-002", (await survey.Answer(receipt, TestSurvey.All(1))).Refusal?.Code);
        Assert.Equal("F-002", (await survey.Invitation(receipt.Number, receipt.Secret)).Value.Closed?.Code);
        Assert.Equal("A-040", (await survey.Invitation(receipt.Number, "AAAAAAAA")).Refusal?.Code);
        await using var db = survey.Office.Read();
        Assert.Equal(1, await db.SurveyMarks.CountAsync());
        Assert.Equal(1, await db.Ballots.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_application_that_is_not_finished_cannot_answer(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        var receipt = (await survey.Office.File(survey.Office.Local.Service.Id)).Value;
        Assert.Equal("F-001", (await survey.Answer(receipt)).Refusal?.Code);
        Assert.Contains("diterima", (await survey.Invitation(receipt.Number, receipt.Secret)).Value.Closed?.Message);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_wrong_secret_staff_and_impossible_answers_are_refused_and_leave_nothing(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        var receipt = await survey.Finished();
        Assert.Equal("A-040", (await survey.Answer(receipt, secret: "AAAAAAAA")).Refusal?.Code);
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Public))
            Assert.Equal("K-001", (await survey.Answer(receipt, by: TestCatalogue.Staff(role))).Refusal?.Code);

        var short_ = TestSurvey.All(3);
        short_.Remove("sarana");
        Assert.Equal("F-003", (await survey.Answer(receipt, short_)).Refusal?.Code);
        Assert.Equal("F-004", (await survey.Answer(receipt, TestSurvey.All(3, ("sarana", 5)))).Refusal?.Code);
        Assert.Equal("F-004", (await survey.Answer(receipt, TestSurvey.All(3, ("U1", 2)))).Refusal?.Code);
        Assert.Equal("F-004", (await survey.Answer(receipt, who: new Respondent(Sex: "sma"))).Refusal?.Code);

        await using var db = survey.Office.Read();
        Assert.Equal(0, await db.SurveyMarks.CountAsync() + await db.Ballots.CountAsync() + await db.JournalEntries.CountAsync(e => e.Fact == nameof(SurveyAnswered)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_form_sent_twice_is_thanked_twice_and_counted_once(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        var receipt = await survey.Finished();
        var twice = Caller.Public(1) with { Key = "formulir" };
        Assert.False((await survey.Answer(receipt, by: twice)).IsRefused);
        Assert.False((await survey.Answer(receipt, by: twice)).IsRefused);
        await using var db = survey.Office.Read();
        Assert.Equal(1, await db.Ballots.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Ten_at_once_for_one_application_are_one_answer(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        var receipt = await survey.Finished();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => survey.Answer(receipt)));
        Assert.Equal(1, answers.Count(a => !a.IsRefused));
        Assert.All(answers.Where(a => a.IsRefused), a => Assert.Equal("F-002", a.Refusal!.Code));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Answers_wait_sealed_until_five_of_a_service_are_opened_together_and_then_none_waits(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        await survey.Answered(4, score: 2);
        await using (var db = survey.Office.Read())
        {
            Assert.Equal((4, 0), (await db.Ballots.CountAsync(), await db.SurveyAnswers.CountAsync()));
            Assert.DoesNotContain("persyaratan", Encoding.UTF8.GetString((await db.Ballots.FirstAsync()).Sealed));
        }

        await survey.Answered(1, score: 3);
        await using (var db = survey.Office.Read())
        {
            Assert.Equal((0, 5), (await db.Ballots.CountAsync(), await db.SurveyAnswers.CountAsync()));
            Assert.Equal(45, await db.SurveyScores.CountAsync());
            Assert.Equal((4 * 2) + 3, await db.SurveyScores.Where(s => s.Element == "waktu").SumAsync(s => s.Score));
            Assert.Equal(5, JsonDocument.Parse((await db.JournalEntries.SingleAsync(e => e.Fact == nameof(SurveyBoxOpened))).Data).RootElement.GetProperty("Answers").GetInt32());
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Totals_are_the_sums_of_the_scores_also_when_answers_come_at_once(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        await survey.Answered(4, score: 1);
        var receipts = new List<Lakudo.Applications.FileApplication.Receipt>();
        for (var i = 0; i < 12; i++) receipts.Add(await survey.Finished(national: i % 3 == 0));
        var answers = await Task.WhenAll(receipts.Select((r, i) => survey.Answer(r, TestSurvey.All((i % 4) + 1, ("biaya", 4)))));
        Assert.All(answers, a => Assert.True(!a.IsRefused || a.Refusal.Kind == RefusalKind.Conflict));

        await using var db = survey.Office.Read();
        var summed = await db.SurveyAnswers.SelectMany(a => a.Scores, (a, s) => new { a.AgencyId, Service = a.ServiceId ?? Guid.Empty, a.Month, s.Element, s.Score })
            .GroupBy(x => new { x.AgencyId, x.Service, x.Month, x.Element }).Select(g => new { g.Key, Total = g.Sum(x => x.Score), Answers = g.Count() }).ToListAsync();
        var kept = await db.ElementTotals.ToListAsync();
        Assert.NotEmpty(kept);
        Assert.Equal(summed.Select(s => (s.Key.Service, s.Key.Element, s.Total, s.Answers)).Order(), kept.Select(t => (t.ServiceId, t.Element, t.Total, t.Answers)).Order());
        Assert.Equal(await db.SurveyMarks.CountAsync(), await db.SurveyAnswers.CountAsync() + await db.Ballots.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_waited_over_the_month_is_counted_for_the_agency_without_its_service(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        await survey.Answered(4);
        await survey.Answered(2, national: true);
        survey.Office.Time.Move(TimeSpan.FromDays(31));
        await survey.Answered(1, national: true);

        await using var db = survey.Office.Read();
        // Six had waited over the month's end; the new one waits for others.
        Assert.Equal(6, await db.SurveyAnswers.CountAsync(a => a.ServiceId == null));
        Assert.Equal(1, await db.Ballots.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task No_row_and_no_journal_entry_leads_from_an_application_to_its_answer(Vendor vendor)
    {
        await using var survey = await TestSurvey.Open(vendor);
        var receipts = new List<Lakudo.Applications.FileApplication.Receipt>();
        for (var i = 0; i < 5; i++)
        {
            receipts.Add(await survey.Finished());
            Assert.False((await survey.Answer(receipts[i], TestSurvey.All((i % 4) + 1), Caller.Public(1) with { Key = $"kunci {i}" }, new Respondent("perempuan"))).IsRefused);
        }

        await using var db = survey.Office.Read();
        var facts = await db.JournalEntries.Where(e => e.Fact == nameof(SurveyAnswered) || e.Fact == nameof(SurveyBoxOpened)).ToListAsync();
        Assert.Equal(6, facts.Count);
        var stored = await db.StoredAnswers.Where(a => a.Key.StartsWith("kunci")).Select(a => a.Answer).ToListAsync();
        var answers = JsonSerializer.Serialize(await db.SurveyAnswers.Include(a => a.Scores).ToListAsync());
        var written = string.Join('\n', facts.Select(f => f.Subject.ToString("N") + f.Data.Replace("-", "", StringComparison.Ordinal) + f.Why)) + string.Concat(stored) + answers.Replace("-", "", StringComparison.Ordinal);
        foreach (var receipt in receipts)
        {
            Assert.DoesNotContain(receipt.Id.ToString("N"), written, StringComparison.Ordinal);
            Assert.DoesNotContain(receipt.Number, written, StringComparison.Ordinal);
            Assert.DoesNotContain(receipt.Secret, written, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(TestOffice.Nik, written, StringComparison.Ordinal);
        // Facts of an answer name the service and nothing else.
        Assert.All(facts.Where(f => f.Fact == nameof(SurveyAnswered)), f => Assert.Equal(JsonSerializer.Serialize(new { Subject = survey.Office.Local.Service.Id }), f.Data));
        // Answers carry a month, not a moment, in their columns and in their ids.
        Assert.All(await db.SurveyAnswers.ToListAsync(), a => Assert.Equal(1, a.Month.Day));
        var ids = await db.SurveyAnswers.Select(a => a.Id).ToListAsync();
        Assert.Contains(ids, id => id.Version != 7);
        Assert.DoesNotContain(typeof(SurveyAnswer).GetProperties(), p => p.PropertyType == typeof(DateTime));
        // What a repeated request is told by does not depend on the answers, so it cannot be tried out.
        var same = await survey.Answer(receipts[0], TestSurvey.All(4), Caller.Public(1) with { Key = "kunci 0" });
        Assert.False(same.IsRefused);
    }
}
