namespace Lakudo.Kernel;

/// <summary>
/// The number of a resident (Nomor Induk Kependudukan): 16 digits <c>PPKKCC DDMMYY SSSS</c> - place of first registration, birth date
/// with 40 added to a woman's day, and a serial from 0001. There is no check digit.
/// </summary>
/// <remarks>
/// The birth date and sex in it are hints, never the record. Until an officer has seen the card a NIK is <em>dinyatakan sendiri</em>.
/// </remarks>
public readonly record struct Nik
{
    private readonly string _digits;

    private Nik(string digits) => _digits = digits;

    /// <summary>The 16 digits. Only for sealing, fingerprinting and the screen of one who may read it.</summary>
    public string Digits => _digits ?? "";

    /// <summary>The form for screens: the first four and last two digits, for example <c>7414**********01</c>.</summary>
    public string Masked => string.Concat(Digits.AsSpan(0, 4), "**********", Digits.AsSpan(14));

    /// <summary>Reads a NIK as typed; spaces, dots and hyphens are ignored.</summary>
    /// <returns>The NIK, or K-006 for a wrong length, an impossible date (31 February) or serial 0000.</returns>
    public static Outcome<Nik> Read(string? typed)
    {
        Span<char> digits = stackalloc char[16];
        var count = 0;
        foreach (var c in typed ?? "")
        {
            if (c is ' ' or '.' or '-')
            {
                continue;
            }

            if (!char.IsAsciiDigit(c) || count == 16)
            {
                return KernelRefusals.NikImpossible;
            }

            digits[count++] = c;
        }

        if (count != 16 || digits[12..].SequenceEqual("0000") || digits[..2].SequenceEqual("00"))
        {
            return KernelRefusals.NikImpossible;
        }

        var day = Two(digits, 6);
        var month = Two(digits, 8);
        day = day > 40 ? day - 40 : day;
        // The century is not in the number; a leap year is allowed in either, so 29 February passes when 19YY or 20YY has one.
        var longest = month is >= 1 and <= 12
            ? Math.Max(DateTime.DaysInMonth(1900 + Two(digits, 10), month), DateTime.DaysInMonth(2000 + Two(digits, 10), month))
            : 0;
        return day >= 1 && day <= longest ? new Nik(new string(digits)) : KernelRefusals.NikImpossible;
    }

    /// <summary>Never the digits: a NIK that slips into a log line shows masked.</summary>
    public override string ToString() => _digits is null ? "" : Masked;

    private static int Two(ReadOnlySpan<char> digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
}
