using Lakudo.Kernel;

namespace Lakudo.Children.Households;

/// <summary>
/// The number of a family's card in the population register (Nomor Kartu Keluarga, No KK): 16 digits <c>PPKKCC DDMMYY SSSS</c> - where and when the card was first issued, and a serial. There is no check
/// digit, and a family that moved keeps its number, so only the digits are checked; a place that looks strange is a warning.
/// </summary>
public readonly record struct HouseholdNumber
{
    /// <summary>So many digits.</summary>
    public const int Length = 16;

    private readonly string _digits;

    private HouseholdNumber(string digits) => _digits = digits;

    /// <summary>The 16 digits. Only for sealing, fingerprinting and the screen of one who may read it.</summary>
    public string Digits => _digits ?? "";

    /// <summary>The form for screens: the first four and last two digits, for example <c>7414**********01</c>.</summary>
    public string Masked => Digits.Length == Length ? string.Concat(Digits.AsSpan(0, 4), "**********", Digits.AsSpan(14)) : "";

    /// <summary>Reads a number as typed; spaces, dots, hyphens and a spreadsheet's leading quote are ignored.</summary>
    /// <returns>The number, or C-611 where it is not 16 digits or all are the same.</returns>
    public static Outcome<HouseholdNumber> Read(string? typed)
    {
        var digits = (typed ?? "").Trim().TrimStart('\'').Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return digits.Length == Length && digits.All(char.IsAsciiDigit) && digits.Any(d => d != digits[0]) ? new HouseholdNumber(digits) : HouseholdRefusals.NumberImpossible;
    }

    /// <summary>Whether the card was first issued outside a region, by the Kemendagri code of the region such as <c>74.14</c>. Families that moved in have such numbers, so this is a hint to look twice.</summary>
    public bool IsFromElsewhere(string region) => !Digits.StartsWith(region.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal);

    /// <summary>Never the digits: a number that slips into a log line shows masked.</summary>
    public override string ToString() => Masked;

    /// <summary>Seals it and makes the fingerprint by which it is found.</summary>
    internal SealedNumber Seal(PersonalData personal) => new(personal.Seal(Digits), Fingerprint(personal));

    /// <summary>The keyed hash by which the same number is found. Not that of a NIK of the same digits.</summary>
    internal byte[] Fingerprint(PersonalData personal) => personal.Fingerprint("kk " + Digits);

    /// <summary>Opens a sealed number.</summary>
    internal static HouseholdNumber Open(byte[] box, PersonalData personal) => new(personal.Open(box));
}

/// <summary>A number as it is kept.</summary>
/// <param name="Box">Encrypted.</param>
/// <param name="Fingerprint">Keyed hash.</param>
internal sealed record SealedNumber(byte[] Box, byte[] Fingerprint);
