using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lakudo.Field.Protection;

/// <summary>The signature of a phone. The phone itself signs by WebCrypto with a key that cannot leave it.</summary>
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
            return key.VerifyData(signed.Payload, signed.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
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

    /// <summary>Signs a message, as a phone does: for simulators and tests.</summary>
    public static Signed Sign<T>(Guid device, T message, JsonTypeInfo<T> type, ECDsa key)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(message, type);
        return new Signed(device, payload, key.SignData(payload, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }
}
