using System.Net;
using System.Text.RegularExpressions;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Privacy;

/// <summary>The officer's pages at a running installation.</summary>
[Collection("programs")]
public sealed class PrivacyPagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_officer_reads_every_page_takes_a_request_and_opens_a_sheet(Vendor vendor)
    {
        using var officer = await StaffSession.SignIn(programs[vendor], "petugas.pdp");
        Assert.Contains("belum dikonfirmasi", await officer.Http.GetStringAsync("petugas/data-pribadi"), StringComparison.Ordinal);
        Assert.Contains("applications_application.NikSealed", await officer.Http.GetStringAsync("petugas/data-pribadi/catatan"), StringComparison.Ordinal);
        var request = await Follow(officer, "petugas/data-pribadi/permintaan", "permintaan", ("Form.Kind", "Access"), ("Form.Key", "0812 3456 7899"), ("Form.Proof", "CardSeen"));
        Assert.Contains("Permintaan salinan data", request, StringComparison.Ordinal);
        var sheet = await Follow(officer, "petugas/data-pribadi/kejadian", "kejadian",
            ("Form.Source", "Store"), ("Form.Name", "USB cadangan"), ("Form.From", "2026-11-20T08:00"), ("Form.Until", "2026-11-24T08:00"), ("Form.KnownAt", "2026-11-24T09:00"), ("Form.How", "USB hilang"));
        Assert.Contains("27 November 2026, 09.00", sheet, StringComparison.Ordinal);
        // Of everybody the store held the page shows the first hundred, the list all: cadres and clerks; the sample's children were entered after that window.
        Assert.Contains("Ditampilkan 100 dari", sheet, StringComparison.Ordinal);
        var list = Regex.Match(sheet, "action=\"(petugas/data-pribadi/kejadian/[0-9a-f]{32}/daftar/csv)\"").Groups[1].Value;
        using var token = new FormUrlEncodedContent([new("__RequestVerificationToken", Regex.Match(sheet, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value)]);
        using var download = await officer.Http.PostAsync(list, token);
        var everybody = await download.Content.ReadAsStringAsync();
        Assert.Contains("loket.1", everybody, StringComparison.Ordinal);
        Assert.Matches("K-[0-9A-Z]{5}-[0-9A-Z]{5}", everybody);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_clerk_sees_none_of_it(Vendor vendor)
    {
        using var clerk = await StaffSession.SignIn(programs[vendor], "loket.2");
        foreach (var path in new[] { "", "/catatan", "/permintaan", "/kejadian" }) Assert.Contains("K-001", await StaffSession.Refused(clerk.Http, "petugas/data-pribadi" + path), StringComparison.Ordinal);
    }

    /// <summary>Sends a form and reads the page it leads to.</summary>
    private static async Task<string> Follow(StaffSession session, string path, string handler, params (string Name, string Value)[] filled)
    {
        using var content = new FormUrlEncodedContent(HtmlForms.Fields(await session.Http.GetStringAsync(path), handler, filled));
        using var answer = await session.Http.PostAsync(path, content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.Headers.Location is not null, Regex.Match(text, "role=\"alert\">[^<]*").Value);
        return WebUtility.HtmlDecode(await session.Http.GetStringAsync(answer.Headers.Location));
    }
}
