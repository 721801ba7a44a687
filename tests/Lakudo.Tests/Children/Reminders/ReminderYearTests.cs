using Lakudo.Field;
using Lakudo.Testing;

namespace Lakudo.Tests.Children.Reminders;

/// <summary>A year of three families, with a program that is killed in the middle of its work again and again, a telephone that is down for days, and posyandu days that are moved.</summary>
public sealed class ReminderYearTests
{
    private const int Seed = 20261125;

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task In_a_year_no_family_gets_two_in_a_month_and_none_is_lost_when_the_worker_is_killed(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        await test.Sister();
        var second = await test.Sister("Wa Nur", new DateOnly(2024, 8, 3), motherNik: null, posyandu: test.Test.Mawar, cadre: test.Test.OtherCadre);
        var third = await test.Sister("Wa Tia", new DateOnly(2025, 2, 3), motherNik: null, posyandu: test.Test.Mawar, cadre: test.Test.OtherCadre);
        Assert.False((await test.Give()).IsRefused);
        Assert.False((await test.Give("0813 1111 2222", second.Id, test.Test.Nutritionist)).IsRefused);
        Assert.False((await test.Give("tia@contoh.id", third.Id, test.Test.Nutritionist)).IsRefused);
        var random = new Random(Seed);
        var killed = 0;
        for (var day = new DateOnly(2026, 4, 1); day < new DateOnly(2027, 4, 1); day = day.AddDays(1))
        {
            if (day.Day is < 3 or > 7) continue;
            for (var minute = 0; minute < 24 * 60; minute += 45)
            {
                test.At(day.Year, day.Month, day.Day, minute / 60, minute % 60);
                // The telephone can be handed the same message again; mail is killed only before it leaves.
                test.Phone.Kills = (random.Next(3) == 0, random.Next(3) == 0);
                try
                {
                    await test.Plan();
                    await test.Send();
                }
                catch (OperationCanceledException)
                {
                    killed++;
                }
            }
        }

        Assert.InRange(killed, 10, 400);
        foreach (var (channel, families) in new[] { (test.Phone, 2), (test.Mail, 1) })
        {
            var months = channel.Left.GroupBy(m => (m.To.Value, Month: m.Until.Month + (12 * m.Until.Year))).ToList();
            Assert.Equal(12 * families, months.Count);
            Assert.All(months, month => Assert.Single(month));
            Assert.Equal(families, channel.Left.Select(m => m.To.Value).Distinct().Count());
        }
    }
}
