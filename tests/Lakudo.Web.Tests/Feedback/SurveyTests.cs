using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lakudo.Feedback;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Feedback;

[Collection("programs")]
public sealed class SurveyTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_citizen_answers_without_script_keeps_what_was_chosen_and_answers_once(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var receipt = await FinishedApplications.Make(lakudo, "DKC-006");
        var path = $"survei/{receipt.Number}/{receipt.Secret}";
        using var browser = lakudo.Browser();

        var open = await HtmlForms.Post(browser, path, "survei", ("Form.Answers[waktu]", "2"), ("Form.Sex", "perempuan"));
        Assert.Contains("F-003", open, StringComparison.Ordinal);
        Assert.Contains("Masih ada 8 pertanyaan", open, StringComparison.Ordinal);
        Assert.Matches("name=\"Form.Answers\\[waktu\\]\" value=\"2\"[^>]* checked", open);
        Assert.Matches("value=\"perempuan\"[^>]* selected", open);

        var form = await browser.GetStringAsync(path);
        var thanks = await HtmlForms.Post(browser, path, "survei", All(3));
        Assert.Contains("Jawaban Anda sudah kami terima", thanks, StringComparison.Ordinal);

        using var again = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("F-002", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Another form that was opened before is refused; it has a key of its own.
        using var late = await browser.PostAsync(path, new FormUrlEncodedContent(HtmlForms.Fields(form, "survei", All(1)).ToList()));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("F-002", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_form_sent_twice_is_thanked_twice(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var receipt = await FinishedApplications.Make(lakudo, "DKC-006");
        var path = $"survei/{receipt.Number}/{receipt.Secret}";
        using var browser = lakudo.Browser();
        var fields = HtmlForms.Fields(await browser.GetStringAsync(path), "survei", All(4)).ToList();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await browser.PostAsync(path, new FormUrlEncodedContent(fields));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("Jawaban Anda sudah kami terima", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_wrong_secret_is_told_what_to_check(Vendor vendor)
    {
        using var browser = programs[vendor].Browser();
        using var page = await browser.GetAsync("survei/P-2026-000001/AAAAAAAA");
        Assert.Contains("A-040", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Five_answers_are_published_to_everyone_and_to_the_API_and_an_agencys_admin_sees_only_its_own(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var browser = lakudo.Browser();
        using var http = new HttpClient { BaseAddress = lakudo.Address };
        for (var i = 0; i < 5; i++)
        {
            var receipt = await FinishedApplications.Make(lakudo, "IMI-001");
            if (i == 4)
            {
                var four = await http.GetFromJsonAsync<JsonElement>("api/v1/surveys/results?service=IMI-001");
                Assert.Equal(0, four.GetProperty("services").GetArrayLength());
            }

            await HtmlForms.Post(browser, $"survei/{receipt.Number}/{receipt.Secret}", "survei", All(i == 0 ? 2 : 4));
        }

        // (2 + 4 x 4) / 5 = 3.6; x 25 = 90.
        var results = await http.GetFromJsonAsync<JsonElement>("api/v1/surveys/results?service=imi-001");
        var row = results.GetProperty("services")[0];
        Assert.Equal((90.00m, "A", 5, 9), (row.GetProperty("index").GetDecimal(), row.GetProperty("grade").GetString(), row.GetProperty("respondents").GetInt32(), row.GetProperty("elements").GetArrayLength()));
        var other = await http.GetFromJsonAsync<JsonElement>("api/v1/surveys/results?service=IMI-001&weight=0.11");
        Assert.Equal(89.10m, other.GetProperty("services")[0].GetProperty("index").GetDecimal());
        using var bad = await http.GetAsync("api/v1/surveys/results?from=kemarin");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("survei/hasil?layanan=IMI-001"));
        Assert.Contains("90,00", page, StringComparison.Ordinal);
        Assert.Contains("3,600", page, StringComparison.Ordinal);

        using var admin = lakudo.Browser();
        await HtmlForms.SignIn(admin, "admin", lakudo.PasswordOf("admin"));
        Assert.Contains("90,00", await admin.GetStringAsync("petugas/survei"), StringComparison.Ordinal);
        using var clerk = lakudo.Browser();
        await HtmlForms.Post(clerk, "masuk", "masuk", ("Form.UserName", "loket.2"), ("Form.Password", lakudo.PasswordOf("loket.2")));
        var refused = await StaffSession.Refused(clerk, "petugas/survei");
        Assert.Contains("K-001", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("90,00", refused, StringComparison.Ordinal);
    }

    private static (string, string)[] All(int score) => [.. SurveyInstrument.Current.Elements.Select(e => ($"Form.Answers[{e.Key}]", $"{score}"))];
}
