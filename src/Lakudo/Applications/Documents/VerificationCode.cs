using System.Security.Cryptography;
using Lakudo.Kernel;

namespace Lakudo.Applications.Documents;

/// <summary>The code on a document by which anyone finds it: 11 random characters and a check character, shown as <c>K7QM-2XPD-9FAT</c>.</summary>
/// <remarks>
/// 31 characters that are not mistaken for one another (no 0, 1, I, L, O). 31 is prime, so the weighted sum finds every single wrong character and every two
/// that changed places. 54 random bits: guessing one of a million documents takes some 18 billion tries, and the page allows a few a minute.
/// </remarks>
public readonly record struct VerificationCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Random = 11;

    private VerificationCode(string value) => Value = value;

    /// <summary>The twelve characters without dashes, as stored.</summary>
    public string Value { get; }

    /// <summary>A new code from the system's source of random numbers.</summary>
    public static VerificationCode New()
    {
        var random = RandomNumberGenerator.GetString(Alphabet, Random);
        return new VerificationCode(random + CheckCharacter(random));
    }

    /// <summary>Reads what a person typed or scanned: any case, spaces and dashes anywhere.</summary>
    /// <returns>The code, or <see cref="ApplicationsRefusals.CodeMalformed"/> when it cannot be one.</returns>
    public static Outcome<VerificationCode> Read(string? typed)
    {
        if (typed is null || typed.Length > 40) return ApplicationsRefusals.CodeMalformed;
        var value = new string([.. typed.Where(c => c is not ('-' or ' ')).Select(char.ToUpperInvariant)]);
        var fits = value.Length == Random + 1 && value.All(c => Alphabet.Contains(c)) && CheckCharacter(value[..Random]) == value[Random];
        return fits ? new VerificationCode(value) : ApplicationsRefusals.CodeMalformed;
    }

    /// <summary>The code in three groups of four, as printed.</summary>
    public override string ToString() => Value is null ? "" : $"{Value[..4]}-{Value[4..8]}-{Value[8..]}";

    private static char CheckCharacter(string random)
    {
        var sum = 0;
        for (var i = 0; i < random.Length; i++) sum += (i + 2) * Alphabet.IndexOf(random[i]);
        return Alphabet[sum % Alphabet.Length];
    }
}
