using System.Net;
using System.Text.Json;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Catalogue;

[Collection("programs")]
public sealed class PortalTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_front_page_leads_to_life_events_agencies_and_a_search(Vendor vendor)
    {
        using var browser = programs[vendor].Browser();
        var page = await browser.GetStringAsync("");
        Assert.Contains("Punya bayi", page, StringComparison.Ordinal);
        Assert.Contains("action=\"cari\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"peristiwa/usaha-kerajinan\"", page, StringComparison.Ordinal);
        Assert.Contains("Data contoh", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_misspelt_search_without_script_leads_to_the_service(Vendor vendor)
    {
        using var browser = programs[vendor].Browser();
        var page = await browser.GetStringAsync("cari?q=e-ktp+ilang");
        Assert.Contains("href=\"layanan/DKC-002\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_page_says_what_to_bring_how_long_what_it_costs_who_issues_and_offers_a_number(Vendor vendor)
    {
        using var browser = programs[vendor].Browser();
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("layanan/POL-004"));
        foreach (var words in (string[])["SIM lama masih berlaku", "selesai ditunggu", "Rp75.000", "Sistem instansi", "dari 14 lengkap", "ambil-nomor?layanan=POL-004", "Contoh, belum dikonfirmasi", "Bisa dilayani hari ini?"])
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("layanan/XXX-999")]
    [InlineData("peristiwa/ulang-tahun")]
    [InlineData("instansi/tidak-ada")]
    [InlineData("api/v1/services/XXX-999")]
    public async Task What_does_not_exist_is_answered_with_404_and_no_trace(string path)
    {
        using var browser = programs[Vendor.Sqlite].Browser();
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cari?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("cari?q=%00%ff%fe")]
    [InlineData("cari?q=")]
    public async Task What_is_typed_is_shown_as_text_and_breaks_nothing(string path)
    {
        using var browser = programs[Vendor.Sqlite].Browser();
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_page_is_cached_and_a_published_change_shows_in_the_next_answer(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var browser = lakudo.Browser();
        await browser.GetStringAsync("layanan/DKN-001");
        using (var again = await browser.GetAsync("layanan/DKN-001"))
        {
            Assert.NotNull(again.Headers.Age);
        }

        await using var scope = lakudo.Services.CreateAsyncScope();
        var card = (await scope.ServiceProvider.GetRequiredService<CatalogueEdition>().Of(1)).Find("DKN-001")!;
        var caller = new Caller(1, Guid.CreateVersion7(), [new Assignment(Role.AgencyAdmin, 1, Agency: card.Agency.Id)]);
        var edit = new EditService.Command(card.Service.Id, card.Service.Revision, card.Service.Fields with { FeeIdr = 12_345 }, [.. card.Requirements.Select(r => r.Text)], new Dictionary<StandardPart, string>());
        Assert.False((await scope.ServiceProvider.GetRequiredService<EditService>().Run(caller, edit)).IsRefused);

        Assert.Contains("Rp12.345", await browser.GetStringAsync("layanan/DKN-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_page_comes_in_the_encoding_each_browser_asks_for()
    {
        foreach (var (asked, got) in new (string?, string?)[] { ("br", "br"), ("gzip", "gzip"), (null, null), ("gzip, br;q=0", "gzip"), ("br", "br") })
        {
            using var browser = programs[Vendor.Sqlite].Browser();
            browser.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", asked);
            await browser.GetAsync("layanan/POL-004");
            using var answer = await browser.GetAsync("layanan/POL-004");
            Assert.Equal(got, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.NotNull(answer.Headers.Age);
        }
    }

    [Theory]
    [InlineData("Cookie", "lakudo.staff=worn-out")]
    [InlineData("Cookie", "lakudo.device=worn-out")]
    [InlineData("Authorization", "Bearer worn-out")]
    public async Task Who_shows_a_key_is_never_given_a_kept_page(string header, string key)
    {
        using var browser = programs[Vendor.Sqlite].Browser();
        await browser.GetStringAsync("instansi");
        browser.DefaultRequestHeaders.TryAddWithoutValidation(header, key);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await browser.GetAsync("instansi");
            Assert.Null(answer.Headers.Age);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_API_finds_services_and_gives_one_by_code_or_id(Vendor vendor)
    {
        using var browser = programs[vendor].Browser();
        var found = JsonDocument.Parse(await browser.GetStringAsync("api/v1/services?q=kartu+kunning")).RootElement;
        Assert.Equal("NAK-001", found[0].GetProperty("code").GetString());
        var id = found[0].GetProperty("id").GetString();
        var one = JsonDocument.Parse(await browser.GetStringAsync($"api/v1/services/{id}")).RootElement;
        Assert.Equal("15 menit", one.GetProperty("promise").GetString());
        Assert.Equal("nasional", one.GetProperty("whoIssues").GetString());
        Assert.True(one.GetProperty("sample").GetBoolean());
        Assert.Equal(14, one.GetProperty("partsTotal").GetInt32());
    }

    [Fact]
    public async Task The_first_visit_weighs_less_than_100_kilobytes()
    {
        using var browser = programs[Vendor.Sqlite].Browser();
        browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        using var plain = programs[Vendor.Sqlite].Browser();
        var page = await plain.GetStringAsync("");
        var weight = (await browser.GetByteArrayAsync("")).Length;
        foreach (var link in System.Text.RegularExpressions.Regex.Matches(page, "(?:href|src)=\"((?:lib|img)/[^\"#]+)").Select(m => m.Groups[1].Value).Distinct())
        {
            weight += (await browser.GetByteArrayAsync(link)).Length;
        }

        Assert.InRange(weight, 30_000, 100_000);
    }

    [Fact]
    public async Task Staff_pages_of_the_catalogue_are_not_for_the_public()
    {
        using var browser = programs[Vendor.Sqlite].Browser();
        foreach (var path in (string[])["petugas/layanan", "petugas/layanan/DKC-001"])
        {
            using var answer = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }
}
