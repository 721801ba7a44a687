using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Lakudo.Field.Protection;
using Lakudo.Kernel;

namespace Lakudo.Children.Phones;

/// <summary>The server's share of the key to a phone's history, and the secret by which a right PIN is known.</summary>
internal sealed class PhoneShares(PersonalData personal)
{
    private const int Bytes = 32;

    /// <summary>Whether these can be a phone's keys and secret: two different keys on P-256 and 32 bytes.</summary>
    public static bool AreKeys([NotNullWhen(true)] byte[]? readKey, [NotNullWhen(true)] byte[]? handInKey, [NotNullWhen(true)] byte[]? secret) =>
        readKey is not null && handInKey is not null && secret is { Length: Bytes } && Signing.IsPhoneKey(readKey) && Signing.IsPhoneKey(handInKey) && !readKey.AsSpan().SequenceEqual(handInKey);

    /// <summary>The phone takes its keys, and a share is made for it.</summary>
    public void Give(Phone phone, byte[] readKey, byte[] handInKey, byte[] secret) =>
        phone.TakeKeys(readKey, handInKey, Hash(secret), personal.Seal(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))));

    /// <summary>The share; null where reading ended.</summary>
    public byte[]? Of(Phone phone) => phone.ShareSealed is { } box ? Convert.FromBase64String(personal.Open(box)) : null;

    /// <summary>The keyed hash of what a PIN unmasked.</summary>
    public byte[] Hash(byte[] secret) => personal.Fingerprint("phone secret " + Convert.ToBase64String(secret));
}
