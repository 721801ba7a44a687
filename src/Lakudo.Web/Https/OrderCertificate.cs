using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Https;

/// <summary>Orders a certificate for the installation's name, proves over HTTP that the name is ours, and keeps what it is given (RFC 8555, 7.4).</summary>
public sealed class OrderCertificate(HttpsSettings https, Settings settings, AcmeFiles files, AcmeChallenges challenges)
{
    /// <summary>How long the authority may take to look, and to sign.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Orders one. Refused with T-010 when the authority says no, T-011 when it is not reached; then the old one still lies there.</summary>
    public async Task<Outcome<ServedCertificate>> Run(CancellationToken ct = default)
    {
        try
        {
            using var http = Client();
            using var account = files.Account();
            var us = new AcmeAccount(account);
            var authority = new AcmeAuthority(http, us, new Uri(https.Acme));
            await authority.Open(https.Contact, ct);
            var name = new Uri(settings.PublicAddress).IdnHost;
            var order = await authority.NewOrder(name, ct);
            var at = order.Location ?? throw new JsonException("an order without an address");
            foreach (var claim in order.Json.GetProperty("authorizations").EnumerateArray()) await Prove(authority, us, new Uri(claim.GetString()!), ct);

            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = Request(name, key);
            await authority.Post(new Uri(order.Json.GetProperty("finalize").GetString()!), new { csr = System.Buffers.Text.Base64Url.EncodeToString(request) }, ct);
            var ready = await Until(authority, at, ct);
            var chain = (await authority.Ask(new Uri(ready.GetProperty("certificate").GetString()!), ct)).Body;
            files.Keep(chain, key);
            return files.Certificate() is { } kept ? kept : HttpsRefusals.AuthorityUnreachable.With("sertifikatnya tidak terbaca");
        }
        catch (AcmeProblemException e)
        {
            return HttpsRefusals.AuthorityRefused.With($"{e.Type}: {e.Message}");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return HttpsRefusals.AuthorityUnreachable.With(e.GetBaseException().Message);
        }
    }

    /// <summary>Lets the authority ask us over HTTP, and waits for what it found.</summary>
    private async Task Prove(AcmeAuthority authority, AcmeAccount us, Uri claim, CancellationToken ct)
    {
        var asked = (await authority.Ask(claim, ct)).Json;
        if (asked.GetProperty("status").GetString() == "valid") return;
        var challenge = asked.GetProperty("challenges").EnumerateArray().First(c => c.GetProperty("type").GetString() == "http-01");
        var token = challenge.GetProperty("token").GetString()!;
        using var answered = challenges.Put(token, us.AnswerTo(token));
        await authority.Post(new Uri(challenge.GetProperty("url").GetString()!), new { }, ct);
        await Until(authority, claim, ct);
    }

    /// <summary>Asks again until it is valid.</summary>
    /// <exception cref="AcmeProblemException">It became invalid, or it took too long.</exception>
    private static async Task<JsonElement> Until(AcmeAuthority authority, Uri what, CancellationToken ct)
    {
        var wait = TimeSpan.FromMilliseconds(250);
        for (var waited = TimeSpan.Zero; waited < Patience; waited += wait)
        {
            var answer = await authority.Ask(what, ct);
            switch (answer.Json.GetProperty("status").GetString())
            {
                case "valid": return answer.Json;
                case "invalid": throw Failure(answer.Json);
            }

            wait = answer.RetryAfter ?? TimeSpan.FromSeconds(Math.Min(5, wait.TotalSeconds * 1.5));
            await Task.Delay(wait, ct);
        }

        throw new AcmeProblemException("timeout", what.AbsolutePath);
    }

    /// <summary>The first error inside an order or an authorization that became invalid.</summary>
    private static AcmeProblemException Failure(JsonElement thing)
    {
        IEnumerable<JsonElement> parts = thing.TryGetProperty("challenges", out var all) ? all.EnumerateArray() : [];
        foreach (var part in parts.Prepend(thing))
        {
            if (part.TryGetProperty("error", out var error) && AcmeAuthority.Problem(error.GetRawText()) is { } problem) return problem;
        }

        return new("invalid", "tanpa alasan");
    }

    private static byte[] Request(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSigningRequest();
    }

    private HttpClient Client()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (https.AcmeRoots.Length > 0)
        {
            var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            trust.CustomTrustStore.ImportFromPemFile(https.AcmeRoots);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust };
        }

        var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 1024 * 1024 };
        http.DefaultRequestHeaders.UserAgent.ParseAdd($"Lakudo/{typeof(OrderCertificate).Assembly.GetName().Version!.ToString(3)}");
        return http;
    }
}
