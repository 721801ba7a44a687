using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lakudo.Kernel;

namespace Lakudo.Children.Families;

/// <summary>The secrets of a family card and of an open page. Each is made from the installation's key and an id whenever it is needed, so that no table, stored answer or backup holds one.</summary>
internal static class FamilySecret
{
    /// <summary>Letters and digits of a token: 26 of 31 signs, 128 bits.</summary>
    internal const int TokenLength = 26;

    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const uint Pins = 1_000_000;

    /// <summary>What stands in the QR code.</summary>
    internal static string Token(PersonalData personal, Guid card) => Signs(personal.Fingerprint($"family card {card:N}"), TokenLength);

    /// <summary>The six digits. Made by the program: nobody takes a birthday, and whoever finds a fresh sticker cannot set one before the mother does.</summary>
    internal static string Pin(PersonalData personal, Guid card)
    {
        var (number, round) = (uint.MaxValue, 0);
        // The last, incomplete million of the 32 bits is passed over, so that every PIN is as likely as another.
        while (number >= uint.MaxValue / Pins * Pins) number = BinaryPrimitives.ReadUInt32BigEndian(personal.Fingerprint($"family pin {card:N} {round++}"));
        return (number % Pins).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What a browser shows for an open page.</summary>
    internal static string Session(PersonalData personal, Guid session) => Signs(personal.Fingerprint($"family session {session:N}"), TokenLength);

    /// <summary>The keyed hash under which a card or a token that somebody typed is found.</summary>
    internal static byte[] HashOfToken(PersonalData personal, string? typed) => personal.Fingerprint("family token " + Clean(typed, char.IsAsciiLetterOrDigit));

    /// <summary>The keyed hash of a network address.</summary>
    internal static byte[] HashOfAddress(PersonalData personal, string? address) => personal.Fingerprint("family address " + address);

    /// <summary>Compares without telling by time how far it matched; spaces do not matter.</summary>
    internal static bool Fits(string secret, string? typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Clean(typed, char.IsAsciiLetterOrDigit)));

    private static string Clean(string? typed, Func<char, bool> isKept) => new string([.. (typed ?? "").Where(isKept).Take(TokenLength + 1)]).ToUpperInvariant();

    private static string Signs(byte[] hash, int length) => string.Create(length, hash, (text, bytes) =>
    {
        var rest = new System.Numerics.BigInteger(bytes, isUnsigned: true);
        for (var i = 0; i < text.Length; i++)
        {
            rest = System.Numerics.BigInteger.DivRem(rest, Alphabet.Length, out var sign);
            text[i] = Alphabet[(int)sign];
        }
    });
}
