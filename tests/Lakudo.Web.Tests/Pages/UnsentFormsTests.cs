using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Forms;
using Lakudo.Web.Sample;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lakudo.Web.Tests.Pages;

/// <summary>What somebody typed comes back when its form could not be carried out, to that person only, with the true cause.</summary>
[Collection("programs")]
public sealed class UnsentFormsTests(BothPrograms programs)
{
    private const string Counter = "petugas/permohonan/baru?layanan=SOS-003";
    private const string Name = "Wa Ode Belum Terkirim";
    private const string Sent = "name=\"Form.Name\" value=\"" + Name + "\"";

    private static readonly (string, string)[] _typed = [("Form.Name", Name), ("Form.Contact", "0812 3456 7209"), ("Form.CardSeen", "true")];

    private RunningLakudo Lakudo => programs[Vendor.Sqlite];

    [Fact]
    public async Task After_a_session_has_ended_the_same_person_signs_in_and_finds_everything_as_typed()
    {
        var (clerk, clerkPassword) = await Clerk();
        var (colleague, colleaguePassword) = await Clerk();
        using var browser = Lakudo.Browser();
        await SignIn(browser, clerk, clerkPassword);
        var fields = HtmlForms.Fields(await browser.GetStringAsync(Counter), "ajukan", _typed);
        await SignOut(browser);

        var (status, to, _) = await Send(browser, Counter, fields);
        var door = await Read(browser, to!);
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Contains("W-001", door, StringComparison.Ordinal);
        Assert.Contains("disimpan selama satu jam", door, StringComparison.Ordinal);

        // A colleague who signs in at the same browser never sees it.
        await SignIn(browser, colleague, colleaguePassword);
        Assert.DoesNotContain(Name, await Read(browser, Counter), StringComparison.Ordinal);
        Assert.DoesNotContain("belum terkirim", await Read(browser, "petugas"), StringComparison.Ordinal);

        await SignIn(browser, clerk, clerkPassword);
        Assert.Contains("belum terkirim", await Read(browser, "petugas"), StringComparison.Ordinal);
        var again = await Read(browser, Counter);
        Assert.Contains(Sent, again, StringComparison.Ordinal);
        Assert.Contains("value=\"0812 3456 7209\"", again, StringComparison.Ordinal);
        Assert.Matches("name=\"Form.CardSeen\"[^>]* checked", again);
        Assert.Contains("belum terkirim. Periksa, lalu kirim lagi", again, StringComparison.Ordinal);
        // Once shown it is gone.
        Assert.DoesNotContain(Name, await Read(browser, Counter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_an_administrator_ended_is_named_as_such()
    {
        var (clerk, password) = await Clerk();
        using var browser = Lakudo.Browser();
        await SignIn(browser, clerk, password);
        var fields = HtmlForms.Fields(await browser.GetStringAsync(Counter), "ajukan", _typed);
        await SampleRegion.Run<ResetStaff, ResetStaff.Answer>(Lakudo.Services, v => v.Run(Caller.System(1), new(clerk)));
        // As if the minute were over after which a session is looked at again.
        var sessions = Lakudo.Services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value;
        var usual = sessions.ValidationInterval;
        sessions.ValidationInterval = TimeSpan.Zero;
        try
        {
            var (_, to, _) = await Send(browser, Counter, fields);
            Assert.Contains("W-002", await Read(browser, to!), StringComparison.Ordinal);
        }
        finally
        {
            sessions.ValidationInterval = usual;
        }
    }

    [Fact]
    public async Task A_colleague_signed_in_in_another_tab_is_named_and_neither_acts_nor_reads_for_the_other()
    {
        var (clerk, clerkPassword) = await Clerk();
        var (colleague, colleaguePassword) = await Clerk();
        using var browser = Lakudo.Browser();
        await SignIn(browser, clerk, clerkPassword);
        var fields = HtmlForms.Fields(await browser.GetStringAsync(Counter), "ajukan", _typed);
        await SignIn(browser, colleague, colleaguePassword);

        var (status, _, page) = await Send(browser, Counter, fields);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("W-003", page, StringComparison.Ordinal);
        Assert.Contains($"sekarang masuk sebagai {NameOf(colleague)}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, page, StringComparison.Ordinal);

        await SignIn(browser, clerk, clerkPassword);
        Assert.Contains(Sent, await Read(browser, Counter), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token missing", "W-004")]
    [InlineData("token of another installation", "W-004")]
    [InlineData("no cookie", "W-005")]
    public async Task A_mark_that_no_longer_fits_gives_everything_back_at_once(string how, string code)
    {
        var (clerk, password) = await Clerk();
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Lakudo.Address };
        await SignIn(browser, clerk, password);
        var fields = HtmlForms.Fields(await browser.GetStringAsync(Counter), "ajukan", _typed).ToList();
        fields.RemoveAll(f => f.Key == "__RequestVerificationToken" && how.StartsWith("token", StringComparison.Ordinal));
        if (how.EndsWith("installation", StringComparison.Ordinal)) fields.Add(new("__RequestVerificationToken", "CfDJ8" + new string('A', 150)));
        using var bare = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Lakudo.Address };
        bare.DefaultRequestHeaders.Add("Cookie", $"lakudo.staff={cookies.GetCookies(Lakudo.Address)["lakudo.staff"]!.Value}");

        var (status, _, page) = await Send(how == "no cookie" ? bare : browser, Counter, fields);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(code, page, StringComparison.Ordinal);
        Assert.Contains(Sent, page, StringComparison.Ordinal);
        // The page's own mark is fresh: it can be sent as it stands.
        if (how == "no cookie") return;
        var (_, to, _) = await Send(browser, Counter, HtmlForms.Fields(page, "ajukan", ("Form.Nik", "9914014505900009")));
        Assert.Contains("/petugas/permohonan/", to, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizens_second_form_comes_back_without_the_code_and_a_page_changed_meanwhile_lists_what_was_typed()
    {
        using var citizen = Lakudo.Browser();
        var second = await HtmlForms.Post(citizen, "ajukan?layanan=SOS-003", "kirim", ("Contact.Contact", "0812 3456 7210"));
        var fields = HtmlForms.Fields(second, "ajukan", ("Form.Name", Name), ("Form.Nik", "9914014505900010"), ("Form.Digits", "271828")).Where(f => f.Key != "__RequestVerificationToken").ToList();
        var (_, _, page) = await Send(citizen, "ajukan?layanan=SOS-003", fields);
        Assert.Contains("W-004", page, StringComparison.Ordinal);
        Assert.Contains(Sent, page, StringComparison.Ordinal);
        Assert.Contains("9914014505900010", page, StringComparison.Ordinal);
        Assert.DoesNotContain("271828", page, StringComparison.Ordinal);

        var (clerk, password) = await Clerk();
        using var browser = Lakudo.Browser();
        await SignIn(browser, clerk, password);
        var gone = HtmlForms.Fields(await browser.GetStringAsync(Counter), "ajukan", _typed).Select(f => f.Key == "_handler" ? new KeyValuePair<string, string>(f.Key, "formulir-lama") : f).ToList();
        var old = await Read(browser, (await Send(browser, Counter, gone)).To!);
        Assert.Contains("K-019", old, StringComparison.Ordinal);
        Assert.Contains("Yang Anda ketik", old, StringComparison.Ordinal);
        Assert.Contains(Name, old, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_used_before_and_a_file_too_large_keep_the_text_and_say_so()
    {
        var (clerk, password) = await Clerk();
        using var browser = Lakudo.Browser();
        await SignIn(browser, clerk, password);
        var fields = HtmlForms.Fields(await browser.GetStringAsync(Counter), "ajukan", [.. _typed, ("Form.Nik", "9914014505900011")]);
        Assert.Contains("/petugas/permohonan/", (await Send(browser, Counter, fields)).To, StringComparison.Ordinal);
        var other = fields.Select(f => f.Key == "Form.Name" ? new KeyValuePair<string, string>(f.Key, "Wa Lain Contoh") : f).ToList();
        var (_, _, reused) = await Send(browser, Counter, other);
        Assert.Contains("K-003", reused, StringComparison.Ordinal);
        Assert.Contains("value=\"Wa Lain Contoh\"", reused, StringComparison.Ordinal);
        Assert.NotEqual(fields.First(f => f.Key == "_key").Value, HtmlForms.Fields(reused, "ajukan").First(f => f.Key == "_key").Value);

        using var gizi = await StaffSession.SignIn(Lakudo, "gizi");
        var page = await gizi.Http.GetStringAsync("petugas/posyandu/impor");
        var posyandu = Regex.Matches(page, "<option value=\"([0-9a-f-]{36})\"")[0].Groups[1].Value;
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in HtmlForms.Fields(page, "berkas", ("Form.Posyandu", posyandu)).Where(f => f.Key != "Form.File")) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(new byte[34 * 1024 * 1024]), "Form.File", "besar.xlsx");
        using var answer = await gizi.Http.PostAsync("petugas/posyandu/impor", content);
        var large = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("W-007", large, StringComparison.Ordinal);
        Assert.Contains("Pilih lagi berkasnya", large, StringComparison.Ordinal);
        Assert.Matches($"<option value=\"{posyandu}\" selected", large);
    }

    [Fact]
    public async Task What_waits_lies_sealed_and_no_password_pin_or_code_is_ever_part_of_it()
    {
        var (clerk, password) = await Clerk();
        using var browser = Lakudo.Browser();
        await SignIn(browser, clerk, password);
        var fields = HtmlForms.Fields(await browser.GetStringAsync(Counter), "ajukan", [.. _typed, ("Form.Passphrase", "rahasia sekali")]);
        await SignOut(browser);
        await Send(browser, Counter, fields);
        var kept = new DirectoryInfo(Path.Combine(Lakudo.Data, "unsent")).GetFiles();
        Assert.NotEmpty(kept);
        foreach (var file in kept) Assert.DoesNotContain(Name, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file.FullName)), StringComparison.Ordinal);
        await SignIn(browser, clerk, password);
        var again = await Read(browser, Counter);
        Assert.Contains(Name, again, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia sekali", again, StringComparison.Ordinal);

        // Every field of a page for a password, PIN or code goes by a name that is known as secret.
        foreach (var page in Directory.GetFiles(Pages(), "*.razor", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(page);
            foreach (var input in Regex.Matches(text, "<input[^>]*(?:type=\"password\"|one-time-code)[^>]*>").Select(m => m.Value))
            {
                var name = Regex.Match(input, " name=\"([^\"]+)\"").Groups[1].Value;
                Assert.True(TypedForm.IsSecret(name), $"{Path.GetFileName(page)}: {name}");
            }
        }
    }

    private async Task<(string User, string Password)> Clerk()
    {
        var user = $"petugas.{Guid.CreateVersion7():N}"[..24];
        var made = await SampleRegion.Run<AddStaff, AddStaff.Answer>(Lakudo.Services, v => v.Run(Caller.System(1), new(user, NameOf(user), Role.CounterOfficer, 1, MustChangePassword: false)));
        return (user, made.Password);
    }

    private static string NameOf(string user) => "Petugas " + user[^6..];

    private static Task SignIn(HttpClient browser, string user, string password) => HtmlForms.Post(browser, "masuk", "masuk", ("Form.UserName", user), ("Form.Password", password));

    private static string Pages([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Lakudo.Web");

    private static async Task SignOut(HttpClient browser)
    {
        var token = Regex.Match(await browser.GetStringAsync("petugas/akun"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        await Send(browser, "keluar", [new("__RequestVerificationToken", token)]);
    }

    private static async Task<string> Read(HttpClient browser, string address) => WebUtility.HtmlDecode(await browser.GetStringAsync(address));

    private static async Task<(HttpStatusCode Status, string? To, string Page)> Send(HttpClient browser, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(path, content);
        return (answer.StatusCode, answer.Headers.Location?.ToString(), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
