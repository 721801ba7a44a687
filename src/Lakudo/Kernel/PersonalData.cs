using System.Security.Cryptography;
using System.Text;

namespace Lakudo.Kernel;

/// <summary>
/// Seals personal data before it reaches the database (UU 27/2022), and makes the keyed fingerprint by which it can be found again.
/// A plain hash of 16 digits could be guessed by trying them all; a keyed one cannot without the key file.
/// </summary>
/// <remarks>
/// The keys are a ring: the first byte of a sealed text is the number of its key, from 1. The newest seals, every one opens. Fingerprints stay with the
/// first key, because they are looked for in rows that were made under it.
/// </remarks>
public sealed class PersonalData : IDisposable
{
    /// <summary>How many keys a ring may have: their number is one byte.</summary>
    public const int MostKeys = 255;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly AesGcm[] _ciphers;
    private readonly byte[] _fingerprintKey;

    /// <summary>Uses one master key of at least 32 bytes, kept outside the database.</summary>
    public PersonalData(byte[] master)
        : this([master])
    {
    }

    /// <summary>Uses a ring of master keys of at least 32 bytes each, oldest first, kept outside the database.</summary>
    public PersonalData(IReadOnlyList<byte[]> masters)
    {
        ArgumentOutOfRangeException.ThrowIfZero(masters.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(masters.Count, MostKeys);
        foreach (var master in masters) ArgumentOutOfRangeException.ThrowIfLessThan(master.Length, 32);
        _ciphers = [.. masters.Select(m => new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, m, 32, [], "lakudo seal 1"u8.ToArray()), TagSize))];
        _fingerprintKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, masters[0], 32, [], "lakudo fingerprint 1"u8.ToArray());
    }

    /// <summary>Encrypts a text under the newest key: key number, nonce, tag, cipher text. Two seals of one text differ.</summary>
    public byte[] Seal(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[1 + NonceSize + TagSize + plain.Length];
        box[0] = (byte)_ciphers.Length;
        var nonce = box.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        _ciphers[^1].Encrypt(nonce, plain, box.AsSpan(1 + NonceSize + TagSize), box.AsSpan(1 + NonceSize, TagSize), box.AsSpan(0, 1));
        return box;
    }

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    /// <exception cref="CryptographicException">The box was changed or sealed under a key that is not in the ring.</exception>
    public string Open(ReadOnlySpan<byte> box)
    {
        if (box.Length < 1 + NonceSize + TagSize || box[0] == 0 || box[0] > _ciphers.Length)
        {
            throw new CryptographicException("This is no sealed text of a key in the ring.");
        }

        var plain = new byte[box.Length - 1 - NonceSize - TagSize];
        _ciphers[box[0] - 1].Decrypt(box.Slice(1, NonceSize), box[(1 + NonceSize + TagSize)..], box.Slice(1 + NonceSize, TagSize), plain, box[..1]);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>The 32-byte keyed hash by which equal texts are found.</summary>
    public byte[] Fingerprint(string text) => HMACSHA256.HashData(_fingerprintKey, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var cipher in _ciphers) cipher.Dispose();
    }
}
