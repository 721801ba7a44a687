using System.Net;
using System.Text.RegularExpressions;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Children;

[Collection("programs")]
public sealed class HouseholdPagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_nutritionist_opens_the_samples_household_from_a_child_and_by_number_and_others_may_not(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var midwife = await StaffSession.SignIn(lakudo, "bidan");
        var (child, house) = await Household(midwife);
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        var page = WebUtility.HtmlDecode(await gizi.Http.GetStringAsync($"petugas/keluarga/{house}"));
        Assert.Matches(@"7414\*{10}\d\d", page);
        Assert.Contains($"petugas/anak/{child}", page);
        Assert.DoesNotMatch(@"\b\d{16}\b", page);
        var shown = WebUtility.HtmlDecode(await gizi.Post($"petugas/keluarga/{house}", "lihat-nomor"));
        var number = Regex.Match(shown, @"\b\d{4} \d{4} \d{4} \d{4}\b").Value;
        Assert.StartsWith("7414", number, StringComparison.Ordinal);
        using (var sought = new FormUrlEncodedContent(HtmlForms.Fields(await gizi.Http.GetStringAsync("petugas/keluarga"), "cari-keluarga", ("Number", number))))
        {
            // The number travels in the body; the address that follows names the household by its id.
            using var found = await gizi.Http.PostAsync("petugas/keluarga", sought);
            Assert.EndsWith($"petugas/keluarga/{house}", found.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        Assert.Contains("C-620", await gizi.Post("petugas/keluarga", "cari-keluarga", ("Number", "1234567890123456")));
        Assert.Contains("membuka halaman keluarganya", WebUtility.HtmlDecode(await gizi.Http.GetStringAsync($"petugas/anak/{child}/jejak")));
        foreach (var user in new[] { "loket.1", "desa", "tpps" })
        {
            using var other = await StaffSession.SignIn(lakudo, user);
            foreach (var path in new[] { "petugas/keluarga", $"petugas/keluarga/{house}", $"petugas/anak/{child}/keluarga" })
            {
                using var answer = await other.Http.GetAsync(path);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }
    }

    /// <summary>The first child of the sample that belongs to a household whose number is known.</summary>
    private static async Task<(string Child, string House)> Household(StaffSession staff)
    {
        var place = Regex.Match(await staff.Http.GetStringAsync("petugas/posyandu"), "href=\"petugas/posyandu/([0-9a-f-]{36})\"").Groups[1].Value;
        foreach (Match child in Regex.Matches(await staff.Http.GetStringAsync($"petugas/posyandu/{place}"), "href=\"petugas/anak/([0-9a-f-]{36})\""))
        {
            var house = Regex.Match(await staff.Http.GetStringAsync($"petugas/anak/{child.Groups[1].Value}"), "href=\"petugas/keluarga/([0-9a-f-]{36})\"").Groups[1].Value;
            if (house.Length > 0 && (await staff.Http.GetStringAsync($"petugas/keluarga/{house}")).Contains("Lihat lengkap", StringComparison.Ordinal)) return (child.Groups[1].Value, house);
        }

        throw new InvalidOperationException("No child of the sample belongs to a household with a number.");
    }
}
