using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Lakudo.Web.Growth;

/// <summary>Reads decimal numbers exactly: 103.1 becomes a whole number of millionths, never a binary fraction near it.</summary>
internal static class DecimalText
{
    /// <summary>Numbers of this size and beyond are no measure of a child: a telephone number in the wrong column.</summary>
    public const long TooLarge = 1_000_000;

    private static readonly long[] Powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    /// <summary>Reads a number, with a point or a comma before its decimals.</summary>
    /// <param name="text">The field, without blanks around it.</param>
    /// <param name="decimals">How many decimals are kept, 0 to 9; further ones are rounded half to even.</param>
    /// <param name="scaled">The number times 10 to the power of <paramref name="decimals"/>.</param>
    /// <returns>False where the text is no number, or one of a million or more either way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(ReadOnlySpan<byte> text, int decimals, out long scaled)
    {
        long digits = 0;
        var seen = 0;
        var point = -1;
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        for (var i = at; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                digits = digits * 10 + digit;
                seen++;
            }
            else if (text[i] is (byte)'.' or (byte)',' && point < 0)
            {
                point = i + 1;
            }
            else
            {
                return TryReadSlowly(text, decimals, out scaled);
            }
        }

        var fraction = point < 0 ? 0 : text.Length - point;
        if (seen is 0 or > 12 || fraction > decimals)
        {
            return TryReadSlowly(text, decimals, out scaled);
        }

        if (digits >= TooLarge * Powers[fraction])
        {
            scaled = 0;
            return false;
        }

        scaled = digits * Powers[decimals - fraction];
        scaled = at == 0 ? scaled : -scaled;
        return true;
    }

    /// <summary>Whether the text is a number at all, however large: the reason given for a telephone number differs from that for a word.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text) => TryDecimal(text, out _) || (text.Length > 0 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9'));

    private static bool TryReadSlowly(ReadOnlySpan<byte> text, int decimals, out long scaled)
    {
        scaled = 0;
        if (!TryDecimal(text, out var number) || number is <= -TooLarge or >= TooLarge)
        {
            return false;
        }

        scaled = (long)decimal.Round(number * Powers[decimals]);
        return true;
    }

    private static bool TryDecimal(ReadOnlySpan<byte> text, out decimal number)
    {
        number = 0;
        Span<byte> point = stackalloc byte[64];
        if (text.Length is 0 or > 64)
        {
            return false;
        }

        text.CopyTo(point);
        point = point[..text.Length];
        if (point.Count((byte)',') == 1 && !point.Contains((byte)'.'))
        {
            point[point.IndexOf((byte)',')] = (byte)'.';
        }

        // A spreadsheet writes very small and very long numbers with an exponent.
        var exponent = point.IndexOfAny((byte)'e', (byte)'E') >= 0;
        return Utf8Parser.TryParse(point, out number, out var used, exponent ? 'E' : 'F') && used == point.Length;
    }
}
