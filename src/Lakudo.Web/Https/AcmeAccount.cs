using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Lakudo.Web.Https;

/// <summary>The key by which the authority knows us: P-256, signing as ES256 (RFC 7518), named by its thumbprint (RFC 7638).</summary>
/// <param name="key">The private key.</param>
internal sealed class AcmeAccount(ECDsa key)
{
    /// <summary>The public half as a JSON web key, in the order of letters that the thumbprint is taken over.</summary>
    internal SortedDictionary<string, string> PublicKey()
    {
        var point = key.ExportParameters(false).Q;
        return new(StringComparer.Ordinal) { ["crv"] = "P-256", ["kty"] = "EC", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };
    }

    /// <summary>What is answered to a challenge's token.</summary>
    internal string AnswerTo(string token) => $"{token}.{Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(PublicKey())))}";

    /// <summary>A message in the form the authority takes (flattened JWS). A null payload asks without sending anything (POST-as-GET).</summary>
    /// <param name="url">Where it goes; bound into the signature.</param>
    /// <param name="nonce">The authority's last; taken once.</param>
    /// <param name="account">Our address at the authority; null while there is none, and then the public key goes along.</param>
    /// <param name="payload">The message.</param>
    internal byte[] Sign(Uri url, string nonce, Uri? account, object? payload)
    {
        var header = new Dictionary<string, object> { ["alg"] = "ES256", ["nonce"] = nonce, ["url"] = url.AbsoluteUri };
        if (account is null) header["jwk"] = PublicKey();
        else header["kid"] = account.AbsoluteUri;
        var protectedPart = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(header));
        var payloadPart = payload is null ? "" : Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload));
        var signature = key.SignData(System.Text.Encoding.ASCII.GetBytes($"{protectedPart}.{payloadPart}"), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["protected"] = protectedPart, ["payload"] = payloadPart, ["signature"] = Base64Url.EncodeToString(signature) });
    }
}
