using System.Net.Http.Headers;
using System.Text.Json;

namespace Lakudo.Web.Https;

/// <summary>What an authority answered that is no success.</summary>
internal sealed class AcmeProblemException(string type, string detail) : Exception(detail)
{
    /// <summary>The last part of the problem's name, for example <c>rateLimited</c>.</summary>
    internal string Type { get; } = type;
}

/// <summary>One conversation with an authority: its directory, a nonce for every message, our account (RFC 8555, 6 and 7.1 to 7.3).</summary>
internal sealed class AcmeAuthority(HttpClient http, AcmeAccount account, Uri directory)
{
    private const int MostNonces = 12;
    private JsonElement _directory;
    private string? _nonce;
    private Uri? _account;

    /// <summary>An answer.</summary>
    /// <param name="Body">The text.</param>
    /// <param name="Location">The address of what was made, if any.</param>
    /// <param name="RetryAfter">How long the authority wants us to wait, if it says so.</param>
    internal sealed record Answer(string Body, Uri? Location, TimeSpan? RetryAfter)
    {
        /// <summary>The text as JSON.</summary>
        internal JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
    }

    /// <summary>Reads the directory and signs in, making an account the first time. The officer agrees to the authority's terms by setting it up.</summary>
    internal async Task Open(string contact, CancellationToken ct)
    {
        _directory = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(directory, ct));
        string[] contacts = contact.Length > 0 ? [$"mailto:{contact}"] : [];
        _account = (await Post(At("newAccount"), new { termsOfServiceAgreed = true, contact = contacts }, ct)).Location;
    }

    /// <summary>Orders a certificate for a name.</summary>
    internal Task<Answer> NewOrder(string name, CancellationToken ct) => Post(At("newOrder"), new { identifiers = new[] { new { type = "dns", value = name } } }, ct);

    /// <summary>Asks for something.</summary>
    internal Task<Answer> Ask(Uri url, CancellationToken ct) => Post(url, null, ct);

    /// <summary>Sends a signed message. A refused nonce is exchanged for the one that came with the refusal, as the standard asks.</summary>
    /// <exception cref="AcmeProblemException">The authority says no.</exception>
    internal async Task<Answer> Post(Uri url, object? payload, CancellationToken ct)
    {
        for (var tried = 1; ; tried++)
        {
            _nonce ??= await NewNonce(ct);
            // The media type stands alone: with a character set the authority must refuse it.
            using var content = new ByteArrayContent(account.Sign(url, _nonce, _account, payload)) { Headers = { ContentType = new MediaTypeHeaderValue("application/jose+json") } };
            using var response = await http.PostAsync(url, content, ct);
            _nonce = response.Headers.TryGetValues("Replay-Nonce", out var nonces) ? nonces.First() : null;
            var body = await response.Content.ReadAsStringAsync(ct);
            if (response.IsSuccessStatusCode) return new(body, response.Headers.Location, response.Headers.RetryAfter?.Delta);
            var problem = Problem(body) ?? new AcmeProblemException("http", $"HTTP {(int)response.StatusCode}");
            if (problem.Type != "badNonce" || tried == MostNonces) throw problem;
        }
    }

    /// <summary>The problem a document names (RFC 7807), or null when it is none.</summary>
    internal static AcmeProblemException? Problem(string body)
    {
        try
        {
            var json = JsonSerializer.Deserialize<JsonElement>(body);
            var type = json.TryGetProperty("type", out var t) ? t.GetString() ?? "" : "";
            return new(type[(type.LastIndexOf(':') + 1)..], json.TryGetProperty("detail", out var d) ? d.GetString() ?? type : type);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private Uri At(string name) => new(_directory.GetProperty(name).GetString()!);

    private async Task<string> NewNonce(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, At("newNonce"));
        using var response = await http.SendAsync(request, ct);
        return response.Headers.GetValues("Replay-Nonce").First();
    }
}
