using System.Globalization;
using System.Text;

namespace Lakudo.Children.Import;

/// <summary>What a trial showed of every line, short enough to be sent back with the order to enter: runs of lines of one fate, <c>12A3B</c>.</summary>
internal static class ShownFates
{
    private const int Households = 6;

    /// <summary>What one line was shown to do.</summary>
    public readonly record struct Shown(ImportFate Fate, HouseholdFate Household);

    /// <summary>Writes them.</summary>
    public static string Write(IEnumerable<ImportLine> lines)
    {
        var (text, run, last) = (new StringBuilder(), 0, '\0');
        foreach (var letter in lines.Select(l => (char)('A' + ((int)l.Fate * Households) + (int)l.Household)))
        {
            if (letter != last) End();
            (last, run) = (letter, run + 1);
        }

        End();
        return text.ToString();

        void End()
        {
            if (run > 0) text.Append(CultureInfo.InvariantCulture, $"{run}{last}");
            run = 0;
        }
    }

    /// <summary>Reads them; null where they are not of so many lines.</summary>
    public static IReadOnlyList<Shown>? Read(string text, int lines)
    {
        var (shown, run) = (new List<Shown>(lines), 0);
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                run = (run * 10) + letter - '0';
                if (run > lines) return null;
                continue;
            }

            var code = letter - 'A';
            if (code < 0 || run == 0 || shown.Count + run > lines || !Enum.IsDefined((ImportFate)(code / Households))) return null;
            shown.AddRange(Enumerable.Repeat(new Shown((ImportFate)(code / Households), (HouseholdFate)(code % Households)), run));
            run = 0;
        }

        return shown.Count == lines && run == 0 ? shown : null;
    }
}
