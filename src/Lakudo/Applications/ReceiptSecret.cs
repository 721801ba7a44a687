using System.Security.Cryptography;
using System.Text;
using Lakudo.Kernel;

namespace Lakudo.Applications;

/// <summary>The secret on a receipt, by which the applicant follows the case without an account.</summary>
/// <remarks>It is made from the installation's key and the application's id whenever it is needed, so that no table and no stored answer holds it.</remarks>
internal static class ReceiptSecret
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    internal static string Of(PersonalData personal, Guid application)
    {
        var hash = personal.Fingerprint($"receipt {application:N}");
        // Eight of 31 characters: 40 bits, asked for together with the number and limited per address.
        return string.Create(8, hash, (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = Alphabet[BitConverter.ToUInt16(bytes, i * 2) % Alphabet.Length];
        });
    }

    internal static bool Fits(PersonalData personal, Guid application, string? typed)
    {
        var clean = new string([.. (typed ?? "").Where(char.IsLetterOrDigit).Take(20)]).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(clean), Encoding.UTF8.GetBytes(Of(personal, application)));
    }
}
