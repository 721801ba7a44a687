using Lakudo.Children;
using Lakudo.Children.Cases;
using Lakudo.Testing;
using Lakudo.Tests.Children.Personal;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Cases;

/// <summary>What the desk wrote of a child: in the family's copy, and gone with the erasure.</summary>
public sealed class ErasedCasesTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Words_and_names_of_referral_answer_and_closing_go_and_that_they_were_stays(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var (posyandu, child) = (test.Posyandu, test.Elder.Id);
        var (gizi, today) = (posyandu.Nutritionist, posyandu.Clock.Today(TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar")));
        var referral = (await posyandu.With((db, commit) => new ReferChild(db, commit, posyandu.Clock).Run(gizi, new(child, ReferralPlace.Hospital, "RSUD Rahasia", "Alasan Rahasia", today.AddDays(7))))).Value;
        Assert.False((await posyandu.With((db, commit) => new AnswerReferral(db, commit, posyandu.Clock).Run(gizi, new(referral, true, today, "Temuan Rahasia", "Obat Rahasia", null)))).IsRefused);
        Assert.False((await posyandu.With((db, commit) => new CloseCase(db, commit, posyandu.Clock).Run(gizi, new(child, CaseOutcome.HandledAtPosyandu, "Catatan Rahasia")))).IsRefused);
        Assert.Contains("Rahasia", await Words(posyandu));
        Assert.False((await test.Privacy.Erase((await test.Privacy.Take(TestFamily.MothersNik)).Value)).IsRefused);
        Assert.DoesNotContain("Rahasia", await Words(posyandu));
        await using var db = posyandu.Read();
        Assert.Equal((1, 1, 1), (await db.Referrals.CountAsync(), await db.ReferralAnswers.CountAsync(), await db.CaseClosings.CountAsync()));
    }

    private static async Task<string> Words(TestPosyandu posyandu)
    {
        await using var db = posyandu.Read();
        var (referral, answer, closing) = (await db.Referrals.AsNoTracking().SingleAsync(), await db.ReferralAnswers.AsNoTracking().SingleAsync(), await db.CaseClosings.AsNoTracking().SingleAsync());
        return string.Join('|', referral.ToName, referral.Reason, answer.Finding, answer.Given, closing.Note);
    }
}
