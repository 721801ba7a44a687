using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Simulators;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Children;

[Collection("programs")]
public sealed partial class FamilyPagesTests(BothPrograms programs)
{
    private const int MostBytes = 60_000;
    private const string Unknown = "keluarga/1/ABCDEFGHJKMNPQRSTUVWXYZ234";

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_midwife_prints_a_sticker_and_the_mother_opens_reads_and_closes_her_childs_page(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var card = await Card.Make(lakudo, 0);
        using var mother = lakudo.Browser();
        using (var closed = await mother.GetAsync("keluarga/anak")) Assert.Contains("C-506", await closed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("C-502", await card.Open(mother, pin: Card.Other(card.Pin)));
        await card.Open(mother);

        using var answer = await mother.GetAsync("keluarga/anak");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains("noindex", string.Join(',', answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.Contains("name=\"referrer\" content=\"no-referrer\"", page, StringComparison.Ordinal);
        Assert.Contains("Posyandu Lakudo 1, ", page, StringComparison.Ordinal);
        Assert.Contains("<polyline class=\"own\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        foreach (var part in card.Names) Assert.DoesNotMatch($@"(?i)(?<!\p{{L}}){Regex.Escape(part)}(?!\p{{L}})", page);
        Assert.DoesNotContain(card.Child, page, StringComparison.OrdinalIgnoreCase);

        var seen = WebUtility.HtmlDecode(await card.Midwife.Http.GetStringAsync($"petugas/anak/{card.Child}"));
        Assert.Contains("Terakhir dibuka 25 November 2026", seen, StringComparison.Ordinal);
        Assert.Contains("Halaman sudah ditutup", await HtmlForms.Post(mother, "keluarga/anak", "tutup"), StringComparison.Ordinal);
        using var after = await mother.GetAsync("keluarga/anak");
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
        card.Midwife.Dispose();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Five_wrong_tries_lock_and_the_midwife_opens_again_or_replaces_the_sticker(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var card = await Card.Make(lakudo, 1);
        using var mother = lakudo.Browser();
        for (var i = 0; i < 4; i++) Assert.Contains("C-502", await card.Open(mother, pin: Card.Other(card.Pin)));
        Assert.Contains("C-504", await card.Open(mother, pin: Card.Other(card.Pin)));
        Assert.Contains("C-504", await card.Open(mother));
        Assert.Contains("Terkunci sesudah lima kali salah", await card.Midwife.Http.GetStringAsync($"petugas/anak/{card.Child}"), StringComparison.Ordinal);
        await card.Midwife.Post($"petugas/anak/{card.Child}", "kartu-buka");
        Assert.DoesNotContain("C-5", await card.Open(mother), StringComparison.Ordinal);
        await card.Midwife.Post($"petugas/anak/{card.Child}", "kartu-buat");
        using var over = await mother.GetAsync("keluarga/anak");
        Assert.Equal(HttpStatusCode.Forbidden, over.StatusCode);
        Assert.Contains("C-503", await card.Open(mother));
        using var gone = await card.Midwife.Http.GetAsync(card.Sticker);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        card.Midwife.Dispose();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_address_that_no_card_has_looks_like_one_that_has(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var card = await Card.Make(lakudo, 2);
        using var somebody = lakudo.Browser();
        Assert.Equal(Bare(await somebody.GetStringAsync(card.Address)), Bare(await somebody.GetStringAsync(Unknown)));
        var known = await card.Open(somebody, pin: Card.Other(card.Pin));
        var unknown = await (card with { Address = Unknown }).Open(somebody);
        Assert.Equal(Bare(known), Bare(unknown));
        Assert.Contains("C-502", unknown, StringComparison.Ordinal);
        // A region that does not exist answers no otherwise.
        Assert.Contains("C-502", await (card with { Address = Unknown.Replace("/1/", "/77/", StringComparison.Ordinal) }).Open(somebody), StringComparison.Ordinal);
        using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
        using var refused = await clerk.Http.GetAsync(card.Sticker);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        card.Midwife.Dispose();

        // The address itself and the marks that every form carries differ, nothing else.
        static string Bare(string page) => Regex.Replace(Hidden().Replace(page, ""), "keluarga/1/[2-9A-Z]{26}", "");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mother_asks_to_be_reminded_with_a_code_and_stops_in_one_step(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var card = await Card.Make(lakudo, 9);
        using var mother = lakudo.Browser();
        using (var closed = await mother.GetAsync("keluarga/pengingat")) Assert.Contains("C-506", await closed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await card.Open(mother);
        Assert.Contains("href=\"keluarga/pengingat\"", await mother.GetStringAsync("keluarga/anak"), StringComparison.Ordinal);
        Assert.Contains("N-001", await HtmlForms.Post(mother, "keluarga/pengingat", "pengingat-minta", ("Form.Contact", "bukan nomor")), StringComparison.Ordinal);
        var number = vendor == Vendor.Sqlite ? "081244440001" : "081244440002";
        var asked = await HtmlForms.Post(mother, "keluarga/pengingat", "pengingat-minta", ("Form.Contact", number));
        Assert.Contains("Simulator yang menjawab", asked, StringComparison.Ordinal);
        var message = lakudo.Services.GetRequiredService<SimulatedMessages>().Latest.First(m => m.To == "+62" + number[1..]);
        Assert.Contains("kode untuk memasang pengingat posyandu", message.Text, StringComparison.Ordinal);
        var wrong = await Send(asked, Card.Other(message.Text[..6]));
        Assert.Contains("N-003", wrong, StringComparison.Ordinal);
        var done = await Send(wrong, message.Text[..6]);
        Assert.Contains("Kami ingatkan sehari sebelum posyandu", done, StringComparison.Ordinal);
        Assert.Contains("0812•••" + number[^3..], done, StringComparison.Ordinal);
        Assert.Contains("oleh keluarga sendiri", WebUtility.HtmlDecode(await card.Midwife.Http.GetStringAsync($"petugas/anak/{card.Child}")), StringComparison.Ordinal);
        Assert.Contains("tidak diingatkan lagi", await HtmlForms.Post(mother, "keluarga/pengingat", "pengingat-henti"), StringComparison.Ordinal);
        Assert.Contains("Mau diingatkan?", await mother.GetStringAsync("keluarga/pengingat"), StringComparison.Ordinal);
        card.Midwife.Dispose();

        async Task<string> Send(string page, string digits)
        {
            using var content = new FormUrlEncodedContent(HtmlForms.Fields(page, "pengingat-setuju", ("Code.Digits", digits)));
            using var answer = await mother.PostAsync("keluarga/pengingat", content);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task What_a_family_reads_is_light_and_blames_nobody()
    {
        var lakudo = programs[Vendor.Sqlite];
        for (var i = 3; i < 9; i++)
        {
            var card = await Card.Make(lakudo, i);
            using var mother = lakudo.Browser();
            var door = await mother.GetStringAsync(card.Address);
            await card.Open(mother);
            var page = await mother.GetStringAsync("keluarga/anak");
            foreach (var phrase in File.ReadLines(Forbidden()).Skip(1).Select(line => line.Split(';')[0]))
            {
                foreach (var text in new[] { door, page }) Assert.DoesNotMatch($@"(?i)(?<!\p{{L}}){Regex.Escape(phrase)}(?!\p{{L}})", Text(text));
            }

            // Everything that a phone loads for it the first time, as it comes over the line.
            mother.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
            var bytes = (await mother.GetByteArrayAsync("keluarga/anak")).Length;
            foreach (var part in Parts().Matches(page).Select(m => m.Groups[1].Value).Distinct()) bytes += (await mother.GetByteArrayAsync(part)).Length;
            Assert.InRange(bytes, 20_000, MostBytes);
            TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes at the first visit, {Encoding.UTF8.GetByteCount(page)} of them the page before compression");
            card.Midwife.Dispose();
        }

        static string Text(string page) => WebUtility.HtmlDecode(Regex.Replace(page[page.IndexOf("<main", StringComparison.Ordinal)..], "<[^>]+>", " "));
    }

    /// <summary>A card as its midwife has it in her hands.</summary>
    private sealed record Card(StaffSession Midwife, string Child, string[] Names, DateOnly Birth, string Sticker, string Address, string Pin)
    {
        /// <summary>Makes one for a child of the first posyandu.</summary>
        internal static async Task<Card> Make(RunningLakudo lakudo, int which)
        {
            var midwife = await StaffSession.SignIn(lakudo, "bidan");
            var posyandu = Regex.Match(await midwife.Http.GetStringAsync("petugas/posyandu"), "href=\"petugas/posyandu/([0-9a-f-]{36})\">Posyandu Lakudo 1<").Groups[1].Value;
            var children = Regex.Matches(await midwife.Http.GetStringAsync($"petugas/posyandu/{posyandu}"), "href=\"petugas/anak/([0-9a-f-]{36})\">(?!Uji )([^<]+)</a></th><td>([^<]+)</td>");
            var child = children[which].Groups[1].Value;
            var page = await midwife.Post($"petugas/anak/{child}", "kartu-buat");
            var pin = Regex.Match(page, "PIN keluarga: <b[^>]*>(\\d{3}) (\\d{3})</b>");
            var birth = DateOnly.ParseExact(Regex.Match(page, "<dt>Lahir</dt><dd>([^<]+)<").Groups[1].Value, ["d MMM yyyy", "d MMMM yyyy"], Formats.Indonesian, DateTimeStyles.None);
            var sticker = Regex.Match(page, "href=\"(petugas/anak/kartu/[0-9a-f]{32}/stiker)\"").Groups[1].Value;
            var pdf = Encoding.Latin1.GetString(await midwife.Http.GetByteArrayAsync(sticker));
            string[] names = [.. (WebUtility.HtmlDecode(children[which].Groups[2].Value) + " " + WebUtility.HtmlDecode(children[which].Groups[3].Value)).Split(' ', '.').Where(p => p.Length > 3)];
            return new Card(midwife, child, names, birth, sticker, Regex.Match(pdf, "keluarga/1/[2-9A-Z]{26}").Value, pin.Groups[1].Value + pin.Groups[2].Value);
        }

        internal Task<string> Open(HttpClient browser, string? pin = null) => HtmlForms.Post(browser, Address, "buka",
            ("Form.Day", $"{Birth.Day}"), ("Form.Month", $"{Birth.Month}"), ("Form.Year", $"{Birth.Year}"), ("Form.Pin", pin ?? Pin));

        internal static string Other(string pin) => pin[0] == '1' ? '2' + pin[1..] : '1' + pin[1..];
    }

    private static string Forbidden([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../data/field/forbidden-phrases.csv");

    [GeneratedRegex("<input type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("(?:href|src)=\"((?:lib|img|js|_framework)/[^\"]+)\"")]
    private static partial Regex Parts();
}
