using System.Security.Cryptography;
using System.Text;

namespace Lakudo.Kernel;

/// <summary>
/// Seals personal data before it reaches the database (UU 27/2022), and makes the keyed fingerprint by which it can be found again.
/// A plain hash of 16 digits could be guessed by trying them all; a keyed one cannot without the key file.
/// </summary>
public sealed class PersonalData : IDisposable
{
    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly AesGcm _cipher;
    private readonly byte[] _fingerprintKey;

    /// <summary>Uses a master key of at least 32 bytes, kept outside the database.</summary>
    public PersonalData(ReadOnlySpan<byte> master)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(master.Length, 32);
        Span<byte> sealing = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, sealing, [], "lakudo seal 1"u8);
        _cipher = new AesGcm(sealing, TagSize);
        _fingerprintKey = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, _fingerprintKey, [], "lakudo fingerprint 1"u8);
    }

    /// <summary>Encrypts a text: version, nonce, tag, cipher text. Two seals of one text differ.</summary>
    public byte[] Seal(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[1 + NonceSize + TagSize + plain.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        _cipher.Encrypt(nonce, plain, box.AsSpan(1 + NonceSize + TagSize), box.AsSpan(1 + NonceSize, TagSize), box.AsSpan(0, 1));
        return box;
    }

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    /// <exception cref="CryptographicException">The box was changed or sealed under another key.</exception>
    public string Open(ReadOnlySpan<byte> box)
    {
        if (box.Length < 1 + NonceSize + TagSize || box[0] != Version)
        {
            throw new CryptographicException("This is no sealed text of a known version.");
        }

        var plain = new byte[box.Length - 1 - NonceSize - TagSize];
        _cipher.Decrypt(box.Slice(1, NonceSize), box[(1 + NonceSize + TagSize)..], box.Slice(1 + NonceSize, TagSize), plain, box[..1]);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>The 32-byte keyed hash by which equal texts are found.</summary>
    public byte[] Fingerprint(string text) => HMACSHA256.HashData(_fingerprintKey, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc />
    public void Dispose() => _cipher.Dispose();
}
