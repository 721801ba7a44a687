using System.Globalization;
using System.Text.RegularExpressions;

namespace Lakudo.Children.Households;

/// <summary>The parts of an address that a family card has: rukun tetangga and rukun warga.</summary>
/// <param name="Rt">1 to 999, or null where it is not known.</param>
/// <param name="Rw">1 to 999, or null where it is not known.</param>
public sealed partial record Neighbourhood(int? Rt, int? Rw)
{
    /// <summary>Nothing is known.</summary>
    public static Neighbourhood Unknown { get; } = new(null, null);

    /// <summary>Whether both can be.</summary>
    public bool IsPossible => Rt is null or (>= 1 and <= 999) && Rw is null or (>= 1 and <= 999);

    /// <summary>Finds them in an address as people write it: "RT 01/RW 02", "Rt. 3 Rw. 1", "RT/RW 004/002".</summary>
    public static Neighbourhood In(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return Unknown;
        if (Pair().Match(address) is { Success: true } pair) return new(Number(pair.Groups[1].Value), Number(pair.Groups[2].Value));
        return new(First(Rt1().Match(address)), First(Rw1().Match(address)));
    }

    private static int? First(Match match) => match.Success ? Number(match.Groups[1].Value) : null;

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 999 ? number : null;

    [GeneratedRegex(@"\brt\s*/\s*rw\W*(\d{1,3})\s*/\s*(\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex(@"\brt\W*(\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rt1();

    [GeneratedRegex(@"\brw\W*(\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rw1();
}
