using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lakudo.Field.Protection;

/// <summary>The signature of a phone. The phone itself signs by WebCrypto.</summary>
[UnsupportedOSPlatform("browser")]
public static class Signing
{
    /// <summary>Whether a message was signed by the phone that holds this key.</summary>
    /// <param name="signed">The message as it came.</param>
    /// <param name="publicKey">The key noted at the phone's registration (SubjectPublicKeyInfo).</param>
    public static bool IsBy(this Signed signed, byte[] publicKey)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.VerifyData(SignedBytes(signed.Device, signed.Number, signed.Payload), signed.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether a key handed in at registration is one on P-256.</summary>
    public static bool IsPhoneKey(byte[] publicKey)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out var read);
            return read == publicKey.Length && key.KeySize == 256;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>What is signed: the payload alone where there is no number, else "lakudo phone 2", the phone and the number, one a line, and the payload behind them.</summary>
    public static byte[] SignedBytes(Guid device, long? number, byte[] payload) =>
        number is { } counted ? [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"lakudo phone 2\n{device}\n{counted}\n")), .. payload] : payload;

    /// <summary>Signs a message, as a phone does: for simulators and tests.</summary>
    /// <param name="device">The phone.</param>
    /// <param name="message">The message.</param>
    /// <param name="type">Its JSON.</param>
    /// <param name="key">The phone's private key.</param>
    /// <param name="number">The message's number; null for a phone of an earlier edition and inside a seal.</param>
    public static Signed Sign<T>(Guid device, T message, JsonTypeInfo<T> type, ECDsa key, long? number = null)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(message, type);
        var signature = key.SignData(SignedBytes(device, number, payload), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return new Signed(device, payload, signature) { Number = number };
    }
}
