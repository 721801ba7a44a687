using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Lakudo.Web.Tests;

/// <summary>Fills in and sends the forms of pages as a browser without JavaScript does.</summary>
public static partial class HtmlForms
{
    private static readonly ConcurrentDictionary<(Uri, string), string> _keys = new();

    /// <summary>Signs in whose role asks for an authenticator, and sets it up the first time.</summary>
    public static async Task SignIn(HttpClient browser, string user, string password)
    {
        var account = (browser.BaseAddress!, user);
        await Post(browser, "masuk", "masuk", ("Form.UserName", user), ("Form.Password", password), ("Form.Code", _keys.TryGetValue(account, out var known) ? Totp(known) : ""));
        if (known is null)
        {
            _keys[account] = Key().Match(await browser.GetStringAsync("petugas/akun")).Groups[1].Value;
            await Post(browser, "petugas/akun", "autentikator", ("Totp.Code", Totp(_keys[account])));
        }
    }

    /// <summary>Sends a form as a browser does: every field as it stands, but for the ones that are filled in.</summary>
    public static async Task<string> Post(HttpClient browser, string path, string handler, params (string Name, string Value)[] filled)
    {
        using var content = new FormUrlEncodedContent(Fields(await browser.GetStringAsync(path), handler, filled));
        using var answer = await browser.PostAsync(path, content);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The fields of a page's form as a browser would send them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(string page, string handler, params (string Name, string Value)[] filled)
    {
        var form = Form().Matches(page).Select(m => m.Value).First(f => f.Contains($"value=\"{handler}\"", StringComparison.Ordinal));
        var fields = new List<KeyValuePair<string, string>>();
        foreach (Match input in Input().Matches(form))
        {
            if (!(input.Value.Contains("checkbox", StringComparison.Ordinal) || input.Value.Contains("\"radio\"", StringComparison.Ordinal)) || input.Value.Contains("checked", StringComparison.Ordinal))
            {
                fields.Add(new(Attribute(input.Value, "name"), Attribute(input.Value, "value")));
            }
        }

        fields.AddRange(TextArea().Matches(form).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))));
        fields.AddRange(Select().Matches(form).Select(m => KeyValuePair.Create(m.Groups[1].Value, Attribute(Regex.Match(m.Value, "<option[^>]*selected[^>]*>").Value, "value"))));
        fields.RemoveAll(f => filled.Any(x => x.Name == f.Key));
        fields.AddRange(filled.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return fields;
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    /// <summary>What an authenticator app shows now for a key as the page writes it (RFC 6238 with the defaults of such apps).</summary>
    public static string Totp(string key)
    {
        var bits = string.Concat(key.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant().Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
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
