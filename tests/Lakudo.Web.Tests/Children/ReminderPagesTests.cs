using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Children.Reminders;
using Lakudo.Web.Operations;
using Lakudo.Web.Simulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lakudo.Web.Tests.Children;

/// <summary>Reminders in the running program: the pages, the worker, and the telephone's simulator over HTTP. The sample's day is 25 November 2026.</summary>
[Collection("programs")]
public sealed partial class ReminderPagesTests
{
    private DateOnly _day;

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_mothers_consent_becomes_a_message_on_the_telephone_and_the_midwife_sees_what_failed(Vendor vendor)
    {
        await using var lakudo = await RunningLakudo.Start(vendor, "--Reminders:Hour=8");
        var time = (SampleTime)lakudo.Services.GetRequiredService<Clock>().Time;
        using (var early = await StaffSession.SignIn(lakudo, "bidan"))
        {
            // To the afternoon before the posyandu's day of the next month; this month's may be today.
            var next = NextDay().Match(await early.Http.GetStringAsync("petugas/posyandu/pengingat")).Groups[1].Value;
            _day = DateOnly.ParseExact(WebUtility.HtmlDecode(next), ["d MMM yyyy", "d MMMM yyyy"], Formats.Indonesian, DateTimeStyles.None).AddMonths(1);
            time.MoveTo(new DateTimeOffset(_day.AddDays(-1).ToDateTime(new TimeOnly(16, 30)), TimeSpan.FromHours(8)));
        }

        using var midwife = await StaffSession.SignIn(lakudo, "bidan");
        var posyandu = Posyandu().Match(await midwife.Http.GetStringAsync("petugas/posyandu")).Groups[1].Value;
        // Who turns five until that day is reminded no more, and is not asked.
        var children = Child().Matches(await midwife.Http.GetStringAsync($"petugas/posyandu/{posyandu}")).Where(m => int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) < 60).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.Contains("C-507", await midwife.Post($"petugas/anak/{children[0]}", "pengingat-catat", ("Form.Contact", "0812 3456 7890")), StringComparison.Ordinal);
        var given = await midwife.Post($"petugas/anak/{children[0]}", "pengingat-catat", ("Form.Contact", "0812 3456 7890"), ("Form.Agrees", "true"));
        Assert.Contains("Persetujuan dan kontaknya tercatat", given, StringComparison.Ordinal);
        Assert.Contains("0812•••890", given, StringComparison.Ordinal);
        Assert.Contains("Simulator yang menjawab", given, StringComparison.Ordinal);
        Assert.DoesNotContain("3456 7890", given, StringComparison.Ordinal);
        Assert.Contains("Persetujuan dan kontaknya", await midwife.Post($"petugas/anak/{children[1]}", "pengingat-catat", ("Form.Contact", "0812 3456 0404"), ("Form.Agrees", "true")), StringComparison.Ordinal);
        Assert.Contains("Persetujuan dan kontaknya", await midwife.Post($"petugas/anak/{children[2]}", "pengingat-catat", ("Form.Contact", "ibu@contoh.id"), ("Form.Agrees", "true")), StringComparison.Ordinal);

        using var worker = new ReminderWorker(lakudo.Services.GetRequiredService<IServiceScopeFactory>(), NullLogger<ReminderWorker>.Instance);
        Assert.Equal(3, (await worker.Round(withPlan: true, default)).Written);
        Assert.Equal(0, (await worker.Round(withPlan: true, default)).Written);
        var sms = lakudo.Services.GetRequiredService<SimulatedMessages>().Latest;
        Assert.Equal(2, lakudo.Services.GetRequiredService<SmsSimulator>().Count);
        Assert.Contains(sms, m => m is { Channel: "SMS", To: "+6281234567890" } && m.Text.StartsWith("Posyandu Lakudo 1, ", StringComparison.Ordinal) && m.Text.Contains(_day.ToString("dddd d MMMM", Formats.Indonesian), StringComparison.Ordinal));
        Assert.Contains(sms, m => m is { Channel: "Surel", To: "ibu@contoh.id" });

        for (var i = 0; i < 3; i++)
        {
            time.MoveTo(time.GetUtcNow().AddMinutes(11));
            await worker.Round(withPlan: false, default);
        }

        var page = WebUtility.HtmlDecode(await midwife.Http.GetStringAsync($"petugas/posyandu/pengingat?posyandu={posyandu}"));
        Assert.Contains("3 dari ", page, StringComparison.Ordinal);
        Assert.Contains("sampai", page, StringComparison.Ordinal);
        Assert.Contains("Ponsel pengirim atau operator tidak dapat mengirimnya", page, StringComparison.Ordinal);
        Assert.Contains("0812•••404", page, StringComparison.Ordinal);
        Assert.Contains("mencatat kontak pengingat posyandu", WebUtility.HtmlDecode(await midwife.Http.GetStringAsync($"petugas/anak/{children[0]}/jejak")), StringComparison.Ordinal);
        var finding = (await lakudo.Services.GetRequiredService<Doctor>().Run(Caller.System(1), thorough: false)).Value.Single(f => f.Subject == "Pengingat posyandu");
        Assert.Equal((Health.Warning, "3 keluarga minta diingatkan; 7 hari terakhir 2 terkirim, 1 tidak"), (finding.Health, finding.Found));

        var ended = await midwife.Post($"petugas/anak/{children[0]}", "pengingat-henti");
        Assert.Contains("kontaknya sudah dihapus", ended, StringComparison.Ordinal);
        Assert.DoesNotContain("0812•••890", ended, StringComparison.Ordinal);
        using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
        using var refused = await clerk.Http.GetAsync("petugas/posyandu/pengingat");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [GeneratedRegex(">Posyandu Lakudo 1</a></th><td>[^<]*</td><td>([^<]+)</td>")]
    private static partial Regex NextDay();

    [GeneratedRegex("href=\"petugas/posyandu/([0-9a-f-]{36})\">Posyandu Lakudo 1<")]
    private static partial Regex Posyandu();

    [GeneratedRegex("href=\"petugas/anak/([0-9a-f-]{36})\">[^<]*</a></th><td>[^<]*</td><td>([0-9]+) bulan")]
    private static partial Regex Child();
}
