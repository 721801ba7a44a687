using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;

namespace Lakudo.Testing;

/// <summary>Fills in and sends the forms of pages as a browser without JavaScript does.</summary>
public static partial class HtmlForms
{
    private static readonly ConcurrentDictionary<(Uri, string), string> _keys = new();

    /// <summary>Signs in, and sets an authenticator up the first time where the role asks for one.</summary>
    public static async Task SignIn(HttpClient browser, string user, string password)
    {
        var account = (browser.BaseAddress!, user);
        await Post(browser, "masuk", "masuk", ("Form.UserName", user), ("Form.Password", password), ("Form.Code", _keys.TryGetValue(account, out var known) ? Authenticator.Code(known) : ""));
        using var door = await browser.GetAsync("petugas");
        if (known is null && door.StatusCode == HttpStatusCode.Redirect)
        {
            _keys[account] = Key().Match(await browser.GetStringAsync("petugas/akun")).Groups[1].Value;
            await Post(browser, "petugas/akun", "autentikator", ("Totp.Code", Authenticator.Code(_keys[account])));
        }
    }

    /// <summary>The authenticator keys that were set up at an address, by user name: what stands on the telephones of its staff.</summary>
    public static Dictionary<string, string> KeysOf(Uri address) => _keys.Where(k => k.Key.Item1 == address).ToDictionary(k => k.Key.Item2, k => k.Value);

    /// <summary>Takes over the authenticator keys of an earlier run.</summary>
    public static void Know(Uri address, IReadOnlyDictionary<string, string> keys)
    {
        foreach (var (user, key) in keys) _keys[(address, user)] = key;
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
