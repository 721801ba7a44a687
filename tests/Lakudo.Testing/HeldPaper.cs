using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Lakudo.Testing;

/// <summary>What a citizen has in hand after a day: the receipt, and the signed paper if there is one. It must hold after every restore and upgrade.</summary>
/// <param name="Number">The application's number.</param>
/// <param name="Secret">With it, the way to follow it.</param>
/// <param name="State">How far it had come.</param>
/// <param name="Code">The verification code on the paper, or null.</param>
/// <param name="Sha256">Of the paper's file, or null.</param>
public sealed record HeldPaper(string Number, string Secret, string State, string? Code, string? Sha256)
{
    /// <summary>Holds it up to a running Lakudo. Answers what is wrong, or null.</summary>
    public async Task<string?> Wrong(HttpClient citizen)
    {
        using var track = await citizen.GetAsync($"api/v1/applications/track?number={Number}&secret={Secret}");
        if (!track.IsSuccessStatusCode) return $"{Number}: {(int)track.StatusCode}";
        var state = (await track.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString();
        if (state != State) return $"{Number}: {state}, was {State}";
        if (Code is null) return null;
        var verified = await citizen.GetFromJsonAsync<JsonElement>($"api/v1/documents/verify?code={Code}");
        if (verified.GetProperty("standing").GetString() is not "Valid" and var standing) return $"{Number}: {Code} {standing}";
        var pdf = await citizen.GetByteArrayAsync($"lacak/{Number}/{Secret}/dokumen");
        if (Convert.ToHexStringLower(SHA256.HashData(pdf)) != Sha256) return $"{Number}: another file";
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/documents/verify") { Content = new ByteArrayContent(pdf) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        using var byFile = await citizen.SendAsync(request);
        var answer = await byFile.Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("standing").GetString() is "Valid" ? null : $"{Number}: its file does not verify: {answer}";
    }
}
