using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lakudo.Field.Protection;

/// <summary>
/// Sealing to the region's key: a one-time ECDH key on P-256, HKDF-SHA-256 of the shared x coordinate without salt and with "lakudo sealed batch 1" and the key's id as info,
/// AES-256-GCM with the batch's id (16 bytes, big-endian) as additional data. The phone does the same by WebCrypto; here is the server's half, and the other one for tests.
/// </summary>
[UnsupportedOSPlatform("browser")]
public static class Sealing
{
    private const string Purpose = "lakudo sealed batch 1 ";
    private const int TagBytes = 16;

    /// <summary>Opens a sealed batch.</summary>
    /// <param name="batch">What was handed in.</param>
    /// <param name="regionKey">The region's private key of that id.</param>
    /// <returns>The signed batch, or null where it was not sealed to this key, was changed on the way, or holds something else.</returns>
    public static Signed? Open(SealedBatch batch, ECDiffieHellman regionKey)
    {
        if (batch is not { Ephemeral: [4, ..], Iv.Length: 12, Ciphertext.Length: > TagBytes } || batch.Ephemeral.Length != 65) return null;
        try
        {
            var key = Key(batch.Key, regionKey, batch.Ephemeral);
            using var aes = new AesGcm(key, TagBytes);
            var text = new byte[batch.Ciphertext.Length - TagBytes];
            aes.Decrypt(batch.Iv, batch.Ciphertext.AsSpan(0, text.Length), batch.Ciphertext.AsSpan(text.Length), text, batch.Id.ToByteArray(bigEndian: true));
            return JsonSerializer.Deserialize(text, FieldJson.Default.Signed);
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Seals a signed batch, as a phone does.</summary>
    /// <param name="id">The sealed batch's id.</param>
    /// <param name="signed">The signed batch.</param>
    /// <param name="regionKey">The region's public key.</param>
    public static SealedBatch Seal(Guid id, Signed signed, RegionKey regionKey)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var theirs = ECDiffieHellman.Create();
        theirs.ImportSubjectPublicKeyInfo(regionKey.PublicKey, out _);
        var point = own.ExportParameters(includePrivateParameters: false).Q;
        byte[] ephemeral = [4, .. point.X!, .. point.Y!];
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, own.DeriveRawSecretAgreement(theirs.PublicKey), 32, info: Encoding.UTF8.GetBytes(Purpose + regionKey.Id));
        var text = JsonSerializer.SerializeToUtf8Bytes(signed, FieldJson.Default.Signed);
        var iv = RandomNumberGenerator.GetBytes(12);
        var ciphertext = new byte[text.Length + TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(iv, text, ciphertext.AsSpan(0, text.Length), ciphertext.AsSpan(text.Length), id.ToByteArray(bigEndian: true));
        return new SealedBatch(id, regionKey.Id, ephemeral, iv, ciphertext);
    }

    private static byte[] Key(string keyId, ECDiffieHellman regionKey, byte[] ephemeral)
    {
        using var sender = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = ephemeral[1..33], Y = ephemeral[33..65] },
        });
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, regionKey.DeriveRawSecretAgreement(sender.PublicKey), 32, info: Encoding.UTF8.GetBytes(Purpose + keyId));
    }
}
