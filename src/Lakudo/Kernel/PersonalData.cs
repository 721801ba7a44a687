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

    /// <summary>Bytes of a mark: the key's number and the hash.</summary>
    public const int MarkLength = 33;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly AesGcm[] _ciphers;
    private readonly byte[] _fingerprintKey;
    private readonly byte[][] _markKeys;

    /// <summary>Keys that end with the process: for a program without a key folder. What is sealed under them cannot be opened afterwards.</summary>
    public static PersonalData OfThisProcess { get; } = new(RandomNumberGenerator.GetBytes(32));

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
        _markKeys = [.. masters.Select(m => HKDF.DeriveKey(HashAlgorithmName.SHA256, m, 32, [], "lakudo mark 1"u8.ToArray()))];
        _fingerprintKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, masters[0], 32, [], "lakudo fingerprint 1"u8.ToArray());
    }

    /// <summary>Encrypts a text under the newest key: key number, nonce, tag, cipher text. Two seals of one text differ.</summary>
    public byte[] Seal(string text) => Seal(Encoding.UTF8.GetBytes(text));

    /// <summary>The same for bytes, such as the scan of a card.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var box = new byte[1 + NonceSize + TagSize + plain.Length];
        box[0] = (byte)_ciphers.Length;
        var nonce = box.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        _ciphers[^1].Encrypt(nonce, plain, box.AsSpan(1 + NonceSize + TagSize), box.AsSpan(1 + NonceSize, TagSize), box.AsSpan(0, 1));
        return box;
    }

    /// <summary>Opens what <see cref="Seal(string)"/> made.</summary>
    /// <exception cref="CryptographicException">The box was changed or sealed under a key that is not in the ring.</exception>
    public string Open(ReadOnlySpan<byte> box) => Encoding.UTF8.GetString(OpenBytes(box));

    /// <summary>Opens sealed bytes.</summary>
    /// <exception cref="CryptographicException">The box was changed or sealed under a key that is not in the ring.</exception>
    public byte[] OpenBytes(ReadOnlySpan<byte> box)
    {
        if (box.Length < 1 + NonceSize + TagSize || box[0] == 0 || box[0] > _ciphers.Length)
        {
            throw new CryptographicException("This is no sealed text of a key in the ring.");
        }

        var plain = new byte[box.Length - 1 - NonceSize - TagSize];
        _ciphers[box[0] - 1].Decrypt(box.Slice(1, NonceSize), box[(1 + NonceSize + TagSize)..], box.Slice(1 + NonceSize, TagSize), plain, box[..1]);
        return plain;
    }

    /// <summary>The 32-byte keyed hash by which equal texts are found.</summary>
    public byte[] Fingerprint(string text) => HMACSHA256.HashData(_fingerprintKey, Encoding.UTF8.GetBytes(text));

    /// <summary>A keyed hash under the newest key, with the key's number before it: for what is compared for a day and never looked for, so that it need not stay with the first key.</summary>
    public byte[] Mark(ReadOnlySpan<byte> content) => [(byte)_markKeys.Length, .. HMACSHA256.HashData(_markKeys[^1], content)];

    /// <summary>Whether a mark is of this content. False for one under a key that is not in the ring, and for a hash without a key.</summary>
    public bool IsMarkOf(ReadOnlySpan<byte> mark, ReadOnlySpan<byte> content) => mark.Length == MarkLength && mark[0] > 0 && mark[0] <= _markKeys.Length
        && CryptographicOperations.FixedTimeEquals(mark[1..], HMACSHA256.HashData(_markKeys[mark[0] - 1], content));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var cipher in _ciphers) cipher.Dispose();
    }
}
