using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Lakudo.Testing;

/// <summary>
/// A day's work at a running Lakudo with the sample region, over HTTP only and as the people who do it: visitors take numbers and are served, clerks file and scan, the
/// verifier verifies, the official signs, citizens fetch their papers and answer the survey.
/// </summary>
/// <param name="address">Where it runs.</param>
/// <param name="passwords">The accounts' passwords as the first start printed them, by user name.</param>
public sealed class WorkedDay(Uri address, IReadOnlyDictionary<string, string> passwords)
{
    private static readonly byte[] Scan = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private static readonly string[] Elements = ["persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana"];

    /// <summary>The lines this day uses, each with the counter that serves it.</summary>
    private static readonly (int Line, int Counter)[] Places = [(5, 7), (6, 8), (2, 4)];

    private readonly List<HeldPaper> _held = [];
    private readonly Dictionary<string, HttpClient> _people = [];

    /// <summary>Reads the passwords that <c>lakudo seed</c> printed.</summary>
    public static Dictionary<string, string> Passwords(string printed) => printed.Split('\n')
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length > 2 && w[1].Count(c => c == '-') == 3).ToDictionary(w => w[0], w => w[1]);

    /// <summary>Works the day.</summary>
    /// <param name="visitors">How many come; every sixth brings another kind of case.</param>
    /// <returns>What citizens have in their hands in the evening.</returns>
    public async Task<IReadOnlyList<HeldPaper>> Work(int visitors)
    {
        foreach (var user in new[] { "loket.1", "verifikator", "penandatangan", "pengelola" })
        {
            _people[user] = Person();
            await HtmlForms.SignIn(_people[user], user, passwords[user]);
        }

        // A day that is open already, as the sample's first one, stays so.
        await Send("pengelola", "api/v1/halls/1/day/open", new { }, 200, 409);
        foreach (var (_, counter) in Places) await Send("loket.1", $"api/v1/halls/1/counters/{counter}/open", new { }, 200, 409);
        for (var visitor = 0; visitor < visitors; visitor++)
        {
            using var citizen = Person();
            await Look(citizen, "", "cari?q=surat", "layanan/SOS-002", "hari-ini", "papan");
            await Serve(visitor, citizen);
            await Bring(visitor, citizen);
        }

        foreach (var person in _people.Values) person.Dispose();
        return _held;
    }

    private HttpClient Person() => new(new PatientHandler(TimeSpan.FromMinutes(2))) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };

    private static async Task Look(HttpClient citizen, params string[] pages)
    {
        foreach (var page in pages) await citizen.GetStringAsync(page);
    }

    /// <summary>A number is taken, and whoever is next is called and served.</summary>
    private async Task Serve(int visitor, HttpClient citizen)
    {
        var (line, counter) = Places[visitor % Places.Length];
        var ticket = await Send("loket.1", "api/v1/halls/1/tickets", new { line, priority = visitor % 5 == 0 ? new[] { "Elderly" } : [] }, 201);
        await Look(citizen, new Uri(ticket.GetProperty("url").GetString()!).AbsolutePath[1..]);
        var called = await Send("loket.1", $"api/v1/halls/1/counters/{counter}/call-next", new { }, 200, 409);
        if (!called.TryGetProperty("id", out var id)) return;
        await Send("loket.1", $"api/v1/halls/1/counters/{counter}/start", new { ticket = id.GetString() }, 200);
        await Send("loket.1", $"api/v1/halls/1/counters/{counter}/finish", new { ticket = id.GetString() }, 200);
    }

    /// <summary>The case that this visitor brings, as far as it comes today.</summary>
    private async Task Bring(int visitor, HttpClient citizen)
    {
        var kind = visitor % 6;
        var service = await citizen.GetFromJsonAsync<JsonElement>($"api/v1/services/{(kind == 4 ? "DKC-006" : "SOS-002")}");
        var filed = await Send("loket.1", "api/v1/applications", new { service = service.GetProperty("id").GetString(), name = $"Wa Ode Contoh {visitor}", nik = $"9914014505{80 + (visitor % 20)}{visitor % 9000 + 1:d4}", cardSeen = true }, 201);
        var (number, secret) = (filed.GetProperty("number").GetString()!, filed.GetProperty("secret").GetString()!);
        var path = $"api/v1/applications/{filed.GetProperty("id").GetString()}";
        var requirements = service.GetProperty("requirements").EnumerateArray().Select(r => r.GetProperty("id").GetString()!).ToArray();
        await Scanned($"{path}/files?requirement={requirements[0]}");
        string? code = null;
        byte[]? pdf = null;
        if (kind == 3)
        {
            await Send("loket.1", $"{path}/return", new { text = "Kartu Keluarga tidak terbaca" }, 200);
        }
        else if (kind != 5)
        {
            await Send("loket.1", $"{path}/complete", new { seen = requirements }, 200);
            if (kind == 4) await Send("loket.1", $"{path}/reference", new { text = $"LUAR-{visitor}" }, 200);
            else (code, pdf) = await Signed(path, number, secret, citizen);
            await Send("loket.1", $"{path}/hand-over", new { }, 200);
            var thanks = await HtmlForms.Post(citizen, $"survei/{number}/{secret}", "survei", [.. Elements.Select(e => ($"Form.Answers[{e}]", $"{(visitor % 4) + 1}"))]);
            if (!thanks.Contains("sudah kami terima", StringComparison.Ordinal)) throw new InvalidOperationException($"The survey of {number} was not taken.");
        }

        var track = await citizen.GetFromJsonAsync<JsonElement>($"api/v1/applications/track?number={number}&secret={secret}");
        _held.Add(new(number, secret, track.GetProperty("state").GetString()!, code, pdf is null ? null : Convert.ToHexStringLower(SHA256.HashData(pdf))));
    }

    private async Task<(string Code, byte[] Pdf)> Signed(string path, string number, string secret, HttpClient citizen)
    {
        await Send("verifikator", $"{path}/verify", new { text = "Benar dari keluarga tidak mampu." }, 200);
        await Send("penandatangan", $"{path}/decide", new { grant = true }, 200);
        var document = await Send("penandatangan", $"{path}/document", new { }, 201);
        await Send("penandatangan", $"api/v1/documents/{document.GetProperty("document").GetString()}/sign", new { }, 200);
        return (document.GetProperty("code").GetString()!, await citizen.GetByteArrayAsync($"lacak/{number}/{secret}/dokumen"));
    }

    private async Task Scanned(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Scan) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        request.Headers.Add("X-File-Name", "kk.png");
        await Answer("loket.1", request, 201);
    }

    private async Task<JsonElement> Send(string user, string path, object body, params int[] expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        return await Answer(user, request, expected);
    }

    private async Task<JsonElement> Answer(string user, HttpRequestMessage request, params int[] expected)
    {
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        using var response = await _people[user].SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!expected.Contains((int)response.StatusCode)) throw new InvalidOperationException($"{user} {request.RequestUri}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
