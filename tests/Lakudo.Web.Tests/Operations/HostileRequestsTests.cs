using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Operations;

/// <summary>Malformed and hostile requests, written straight onto the wire from a seed: no 500, no trace, nothing of the machine in an answer, and the hall goes on.</summary>
[Collection("programs")]
public sealed partial class HostileRequestsTests(BothPrograms programs, ITestOutputHelper output)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("LAKUDO_LONG") == "1";
    private static readonly int Requests = IsLong ? 10_000 : 400;

    /// <summary>Marks a request that promises more bytes than it sends.</summary>
    private const string NeverEnds = "X-Never-Ends";

    private static readonly string[] Paths =
    [
        "/", "/cari", "/layanan/DKC-001", "/layanan/{x}", "/instansi/{x}", "/peristiwa/{x}", "/ambil-nomor", "/ajukan", "/lacak", "/lacak/{x}/{x}", "/lacak/{x}/{x}/dokumen", "/nomor/{g}/{x}",
        "/verifikasi/{x}", "/survei/{x}/{x}", "/survei/hasil", "/masuk", "/perangkat", "/anjungan", "/papan", "/papan/{x}", "/petugas", "/petugas/loket", "/petugas/permohonan/{g}", "/keluar", "/galat/{x}",
        "/petugas/pemeriksaan", "/health/{x}", "/api", "/api/v1/openapi.json", "/api/v1/halls/{x}/board", "/api/v1/halls/1/board", "/api/v1/halls/1/tickets", "/api/v1/halls/1/counters/{x}/call-next",
        "/api/v1/services", "/api/v1/services/{x}", "/api/v1/applications", "/api/v1/applications/{g}", "/api/v1/verify/{x}", "/connect/token", "/_framework/{x}", "/lib/{x}", "/js/{x}", "/img/lakudo.svg", "/{x}",
    ];

    private static readonly string[] Words =
    [
        "", "a", "-1", "0", "2147483648", "99999999999999999999", "1e309", "NaN", "null", "undefined", "true", "' OR 1=1 --", "\"; DROP TABLE kernel_journal; --", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}",
        "..%2f..%2f..%2fetc%2fpasswd", "..%5c..%5cwindows", "%00", "%", "%zz", "%C0%AF", "%FF%FE", "%F0%9F%98%80", "%E2%80%AE", "%0d%0aSet-Cookie:%20x=1", "%20", "+", "%2B", "'", "\"", "[]", "[0]", "{}", "()", "*", "|id", ";ls",
        "00000000-0000-0000-0000-000000000000", "01900000-0000-7000-8000-000000000001", "2026-02-30", "0001-01-01", "9999-12-31", "DKC-001", "A001", "7414010101900001",
    ];

    private static readonly string[] Fields =
        ["_key", "_handler", "__RequestVerificationToken", "Form.UserName", "Form.Password", "Form.Code", "Form.File", "q", "kembali", "layanan", "tolak", "halaman", "line", "grant_type", "client_id", "client_secret", "scope", "Contact.Contact", "nama", "pin"];

    private static readonly string[] Bodies =
        ["{", "[]", "{\"line\":null}", "{\"line\":\"x\"}", "{\"line\":1e400}", "{\"line\":1,\"line\":2}", "null", "\"\"", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>", "\0\0\0\0"];

    [Fact]
    public async Task No_request_however_hostile_brings_a_fault_a_trace_or_a_leak()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("LAKUDO_SEED"), out var given) ? given : 20261125;
        output.WriteLine($"seed {seed}, {Requests} requests");
        var random = new Random(seed);
        var wrong = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < Requests && wrong.Count < 5; i++)
        {
            var lakudo = programs[(Vendor)(i % 2)];
            var request = Make(random);
            var answer = await Send(lakudo.Address.Port, request);
            var status = answer.Length > 12 && int.TryParse(answer.AsSpan(9, 3), out var code) ? code : 0;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            // 505 is the right answer to HTTP/1.9.
            if (status is >= 500 and not 505 || Leak().IsMatch(answer))
            {
                wrong.Add($"request {i}, status {status}, {Leak().Match(answer).Value}:\n{Printable(request)}");
            }
        }

        output.WriteLine(string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}")));
        Assert.True(wrong.Count == 0, string.Join("\n---\n", wrong));
        Assert.True(statuses.GetValueOrDefault(200) > 0 && statuses.Keys.Any(s => s is >= 400 and < 500), "Requests that all end alike test nothing.");
        foreach (var vendor in Enum.GetValues<Vendor>())
        {
            using var browser = programs[vendor].Browser();
            Assert.Equal("ok\n", await browser.GetStringAsync("health/ready"));
        }
    }

    /// <summary>The start of a request as a report may hold it.</summary>
    private static string Printable(byte[] request) => string.Concat(Encoding.Latin1.GetString(request)[..Math.Min(600, request.Length)].Select(c => c is '\n' or (>= ' ' and < '\x7f') ? c : '.'));

    private static byte[] Make(Random random)
    {
        string Word() => Words[random.Next(Words.Length)];
        var path = Regex.Replace(Paths[random.Next(Paths.Length)], @"\{(.)\}", m => m.Groups[1].Value == "g" && random.Next(2) == 0 ? "01900000-0000-7000-8000-000000000001" : Word().Replace(' ', '+'));
        var query = string.Join('&', Enumerable.Range(0, random.Next(4)).Select(_ => $"{Fields[random.Next(Fields.Length)]}={Word().Replace(' ', '+')}"));
        var method = random.Next(10) switch { < 5 => "GET", < 8 => "POST", 8 => "HEAD", _ => new[] { "PUT", "DELETE", "TRACE", "PROPFIND", "get", "G\tT", new string('A', 300) }[random.Next(7)] };
        var head = new StringBuilder($"{method} {path}{(query.Length > 0 ? "?" + query : "")} HTTP/1.{(random.Next(20) == 0 ? "9" : "1")}\r\n");
        head.Append(random.Next(15) == 0 ? "Host: \r\n" : "Host: localhost\r\n").Append("Connection: close\r\n");
        foreach (var header in Enumerable.Range(0, random.Next(4)))
        {
            head.Append(random.Next(9) switch
            {
                0 => $"Cookie: lakudo.staff={Word()}; lakudo.device={Word()}; lakudo.anti={Word()}\r\n",
                1 => $"Authorization: Bearer {Word()}\r\n",
                2 => $"Idempotency-Key: {(random.Next(2) == 0 ? Word() : new string('k', 400))}\r\n",
                3 => $"Accept: {Word()}\r\n",
                4 => $"Accept-Language: {Word()}\r\n",
                5 => $"Last-Event-ID: {Word()}\r\n",
                6 => $"X-Forwarded-For: {Word()}, {header}\r\nX-Forwarded-Proto: {Word()}\r\n",
                7 => $"X-{new string('h', random.Next(1, 9_000))}: {Word()}\r\n",
                _ => "Range: bytes=-1-9999999999999999999\r\nIf-None-Match: \"" + Word() + "\"\r\n",
            });
        }

        byte[] body = [];
        if (method == "POST" || random.Next(12) == 0)
        {
            body = random.Next(4) switch
            {
                0 => Encoding.Latin1.GetBytes(Bodies[random.Next(Bodies.Length)]),
                1 => Noise(random),
                2 => Encoding.Latin1.GetBytes("--x\r\nContent-Disposition: form-data; name=\"Form.File\"; filename=\"../../x.pdf\"\r\n\r\n%PDF-1.7\r\n--x" + (random.Next(2) == 0 ? "--\r\n" : "")),
                _ => Encoding.Latin1.GetBytes(string.Join('&', Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"{Fields[random.Next(Fields.Length)]}={Word()}"))),
            };
            head.Append("Content-Type: ").Append(new[] { "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "text/xml", "application/json; charset=utf-7", "x" }[random.Next(7)]).Append("\r\n");
            head.Append(random.Next(12) switch { 0 => $"{NeverEnds}: 1\r\nTransfer-Encoding: chunked\r\n", 1 => "Content-Length: -5\r\n", 2 => $"{NeverEnds}: 1\r\nContent-Length: {body.Length + 50}\r\n", 3 => "Content-Length: 1\r\nContent-Length: 2\r\n", _ => $"Content-Length: {body.Length}\r\n" });
        }

        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(1, 2_000)];
        random.NextBytes(noise);
        return noise;
    }

    /// <summary>Sends bytes and reads what is answered; where more was promised, says that no more will come.</summary>
    private static async Task<string> Send(int port, byte[] request)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, soon.Token);
        await using var stream = client.GetStream();
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(request, soon.Token);
            if (Encoding.Latin1.GetString(request).Contains(NeverEnds, StringComparison.Ordinal))
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }

            await stream.CopyToAsync(answer, soon.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // The server may hang up on nonsense; what it said before counts.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    [GeneratedRegex(@"(System|Microsoft|Lakudo|Npgsql|Orleans)\.[A-Za-z.]+(Exception|Error)|Exception:|   at [A-Z]\w+\.|\.cs:line|/tmp/|/home/|root:x:0|SQLite Error|Host=|Kestrel")]
    private static partial Regex Leak();
}
