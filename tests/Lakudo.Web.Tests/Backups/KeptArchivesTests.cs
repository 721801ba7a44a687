using Lakudo.Web.Backups;

namespace Lakudo.Web.Tests.Backups;

public sealed class KeptArchivesTests
{
    private static readonly DateTime Start = new(2026, 1, 1, 17, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void After_two_years_of_nights_seven_days_five_weeks_and_twelve_months_are_kept()
    {
        var kept = new List<DateTime>();
        for (var night = 0; night < 730; night++)
        {
            kept.Add(Start.AddDays(night));
            foreach (var old in KeptArchives.Superfluous(kept)) kept.Remove(old);
        }

        var last = Start.AddDays(729);
        Assert.Equal(Enumerable.Range(0, 7).Select(d => last.AddDays(-d)), kept.OrderDescending().Take(7));
        Assert.InRange(kept.Count, 18, 24);
        Assert.Equal(12, kept.Select(k => (k.Year, k.Month)).Distinct().Count());
        Assert.True(last - kept.Min() > TimeSpan.FromDays(330));
    }

    [Fact]
    public void A_server_that_stood_still_for_a_year_keeps_its_last_seven()
    {
        var before = Enumerable.Range(0, 7).Select(d => Start.AddDays(d)).ToList();
        Assert.Empty(KeptArchives.Superfluous(before));
        Assert.True(KeptArchives.Superfluous([.. before, Start.AddYears(1)]).Count <= 1);
    }

    [Fact]
    public void Of_several_on_one_day_the_newest_is_kept() =>
        Assert.Equal([Start.AddHours(1), Start], KeptArchives.Superfluous([Start, Start.AddHours(1), Start.AddHours(2)]));

    [Fact]
    public void Other_files_are_never_taken_for_archives()
    {
        Assert.Equal(Start, KeptArchives.MomentOf(KeptArchives.Name(Start)));
        Assert.Null(KeptArchives.MomentOf("lakudo-penting.lakudo"));
        Assert.Null(KeptArchives.MomentOf("lakudo-20260101T173000Z.lakudo.sha256"));
        Assert.Null(KeptArchives.MomentOf("foto.jpg"));
    }

    [Fact]
    public void A_missed_night_is_made_up_for_and_a_failed_one_tried_again_after_half_an_hour()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar");
        var at = new TimeOnly(1, 30);
        var none = new BackupState(null, null, 0, 0, null, null);
        var made = none with { VerifiedAt = Start };
        Assert.True(NightlyBackup.IsDue(none, at, Start, zone));
        Assert.False(NightlyBackup.IsDue(made, at, Start.AddHours(23), zone));
        Assert.True(NightlyBackup.IsDue(made, at, Start.AddHours(24), zone));
        Assert.True(NightlyBackup.IsDue(made, at, Start.AddDays(9), zone));
        var failed = made with { TriedAt = Start.AddHours(24), Failure = "penuh" };
        Assert.False(NightlyBackup.IsDue(failed, at, Start.AddHours(24).AddMinutes(29), zone));
        Assert.True(NightlyBackup.IsDue(failed, at, Start.AddHours(24).AddMinutes(30), zone));
    }
}
