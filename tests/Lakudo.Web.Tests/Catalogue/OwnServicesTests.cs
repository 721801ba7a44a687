using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Catalogue;

[Collection("programs")]
public sealed partial class OwnServicesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_agencys_admin_edits_and_confirms_its_own_service_without_script_and_not_anothers(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var browser = lakudo.Browser();
        await SignIn(browser, "admin.dinsos", lakudo.PasswordOf("admin.dinsos"));

        var list = await browser.GetStringAsync("petugas/layanan");
        Assert.Contains("petugas/layanan/SOS-004", list, StringComparison.Ordinal);
        Assert.DoesNotContain("petugas/layanan/DKC-001", list, StringComparison.Ordinal);
        Assert.Contains("K-001", await browser.GetStringAsync("petugas/layanan/DKC-001"), StringComparison.Ordinal);

        var refused = await Post(browser, "petugas/layanan/SOS-004", "ubah", ("Form.Fee", "mahal"), ("Form.Notes", "tetap ada"));
        Assert.Contains("L-010", refused, StringComparison.Ordinal);
        Assert.Contains("tetap ada", refused, StringComparison.Ordinal);

        var saved = await Post(browser, "petugas/layanan/SOS-004", "ubah", ("Form.Fee", "Rp2.500"), ("Form.Texts[2]", "Ambil nomor, lalu serahkan berkas."));
        Assert.Contains("Perubahan disimpan", saved, StringComparison.Ordinal);
        var confirmed = await Post(browser, "petugas/layanan/SOS-004", "konfirmasi", ("Decree", "7/SK/2026"), ("DecreeDate", "2026-11-02"));
        Assert.Contains("Layanan dikonfirmasi", confirmed, StringComparison.Ordinal);

        using var citizen = lakudo.Browser();
        var page = WebUtility.HtmlDecode(await citizen.GetStringAsync("layanan/SOS-004"));
        Assert.Contains("Rp2.500", page, StringComparison.Ordinal);
        Assert.Contains("Ambil nomor, lalu serahkan berkas.", page, StringComparison.Ordinal);
        Assert.Contains("keputusan 7/SK/2026, 2 November 2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Contoh, belum dikonfirmasi", page, StringComparison.Ordinal);
    }

    private static async Task SignIn(HttpClient browser, string user, string password)
    {
        await Post(browser, "masuk", "masuk", ("Form.UserName", user), ("Form.Password", password));
        var account = await browser.GetStringAsync("petugas/akun");
        var key = Key().Match(account).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        await Post(browser, "petugas/akun", "autentikator", ("Totp.Code", Totp(key)));
    }

    /// <summary>Sends a form as a browser does: every field as it stands, but for the ones that are filled in.</summary>
    private static async Task<string> Post(HttpClient browser, string path, string handler, params (string Name, string Value)[] filled)
    {
        var page = await browser.GetStringAsync(path);
        var form = Form().Matches(page).Select(m => m.Value).First(f => f.Contains($"value=\"{handler}\"", StringComparison.Ordinal));
        var fields = new List<KeyValuePair<string, string>>();
        foreach (Match input in Input().Matches(form))
        {
            if (!input.Value.Contains("checkbox", StringComparison.Ordinal) || input.Value.Contains("checked", StringComparison.Ordinal))
            {
                fields.Add(new(Attribute(input.Value, "name"), Attribute(input.Value, "value")));
            }
        }

        fields.AddRange(TextArea().Matches(form).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))));
        fields.AddRange(Select().Matches(form).Select(m => KeyValuePair.Create(m.Groups[1].Value, Attribute(Regex.Match(m.Value, "<option[^>]*selected[^>]*>").Value, "value"))));
        fields.RemoveAll(f => filled.Any(x => x.Name == f.Key));
        fields.AddRange(filled.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(path, content);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    /// <summary>RFC 6238 with the defaults of authenticator apps.</summary>
    private static string Totp(string key)
    {
        var bits = string.Concat(key.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        Array.Reverse(step);
        var hash = HMACSHA1.HashData(secret, step);
        var at = hash[^1] & 15;
        var number = ((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("<code id=\"kunci\">([^<]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*name=\"[^\"]+\"[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextArea();

    [GeneratedRegex("<select[^>]*name=\"([^\"]+)\".*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();
}
