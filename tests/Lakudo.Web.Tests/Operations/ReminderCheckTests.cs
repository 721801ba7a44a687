using Lakudo.Children.Reminders;
using Lakudo.Web.Operations;

namespace Lakudo.Web.Tests.Operations;

/// <summary>What the doctor says of reminders that cannot go out.</summary>
public sealed class ReminderCheckTests
{
    private static readonly ReminderHealth.Answer Well = new(10, 2, 5, 0, 0, ReminderWhy.None, true, true, new());

    public static TheoryData<ReminderHealth.Answer, Health, string> Cases => new()
    {
        { Well, Health.Good, "12 keluarga minta diingatkan; 7 hari terakhir 5 terkirim, 0 tidak" },
        { Well with { Phones = 0, Mailboxes = 0, HasPhone = false, HasMail = false }, Health.Good, "mati" },
        { Well with { HasPhone = false }, Health.Bad, "10 keluarga minta lewat HP, tetapi SMS tidak diatur" },
        { Well with { HasMail = false }, Health.Bad, "2 keluarga minta lewat surel" },
        { Well with { Waiting = 3, Why = ReminderWhy.Down }, Health.Bad, "3 menunggu karena layanan tidak menjawab" },
        { Well with { Waiting = 3, Why = ReminderWhy.Unknown }, Health.Bad, "layanan menolak kami" },
        { Well with { Failed = 1 }, Health.Warning, "1 tidak" },
        { Well with { Failed = 6 }, Health.Bad, "6 tidak" },
        { Well with { Settings = new() { Off = true }, HasPhone = false, HasMail = false }, Health.Warning, "dimatikan" },
        { Well with { Settings = new() { Hour = 22 }, HasPhone = false, HasMail = false }, Health.Bad, "pengaturan jamnya tidak mungkin" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void The_doctor_says_how_reminders_do_and_what_to_do(ReminderHealth.Answer health, Health expected, string found)
    {
        var finding = WorkChecks.Reminders(health);
        Assert.Equal(expected, finding.Health);
        Assert.Contains(found, finding.Found, StringComparison.Ordinal);
        Assert.Equal(expected == Health.Good, finding.ToDo is null);
    }
}
