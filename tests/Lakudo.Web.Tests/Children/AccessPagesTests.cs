using System.Net;
using System.Text.RegularExpressions;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Children;

[Collection("programs")]
public sealed class AccessPagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_nutritionist_reads_who_opened_a_child_and_a_clerk_does_not(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var midwife = await StaffSession.SignIn(lakudo, "bidan");
        var place = Regex.Match(await midwife.Http.GetStringAsync("petugas/posyandu"), "href=\"petugas/posyandu/([0-9a-f-]{36})\"").Groups[1].Value;
        var child = Regex.Match(await midwife.Http.GetStringAsync($"petugas/posyandu/{place}"), "href=\"petugas/anak/([0-9a-f-]{36})\"").Groups[1].Value;
        await midwife.Http.GetStringAsync($"petugas/anak/{child}");
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        var log = WebUtility.HtmlDecode(await gizi.Http.GetStringAsync($"petugas/anak/{child}/jejak"));
        Assert.Contains("Bidan Wa Ode Contoh", log);
        Assert.Contains("membuka catatan anak", log);
        // What filled the sample is the oldest; others may have looked so often since that it stands on a later page.
        while (!log.Contains("memasukkan lembar kertas", StringComparison.Ordinal) && Regex.Match(log, @"\?sebelum=(\d+)") is { Success: true } older)
        {
            log = WebUtility.HtmlDecode(await gizi.Http.GetStringAsync($"petugas/anak/{child}/jejak?sebelum={older.Groups[1].Value}"));
        }

        Assert.Contains("memasukkan lembar kertas", log);
        Assert.Contains("melihat daftar anak, ", WebUtility.HtmlDecode(await gizi.Http.GetStringAsync($"petugas/posyandu/{place}/jejak")));
        using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
        foreach (var path in new[] { $"petugas/anak/{child}/jejak", $"petugas/posyandu/{place}/jejak" })
        {
            using var answer = await clerk.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }
}
