using System.Globalization;
using System.Text;

namespace Lakudo.Kernel;

/// <summary>
/// Reads what people typed and what is printed, signed or shown to others: composed (é is one letter), look-alikes folded into the
/// plain letter, signs without
/// a width stripped. What turns the direction of writing, controls, or is no letter of the typeface is refused, so that screen and
/// paper say the same.
/// </summary>
public static class WrittenText
{
    /// <summary>A text of one line; line breaks become spaces. May be empty. Refused with K-045.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="field">What the form calls it, for the refusal.</param>
    public static Outcome<string> ReadLine(string? typed, string field) => Checked(Line(Fold(typed)), field, isName: false);

    /// <summary>A text that may have several lines. May be empty. Refused with K-045.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="field">What the form calls it, for the refusal.</param>
    public static Outcome<string> ReadLines(string? typed, string field) => Checked(Fold(typed), field, isName: false);

    /// <summary>The name of a person or a place: one line, letters and the signs of ASCII only. May be empty. Refused with
    /// K-045.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="field">What the form calls it, for the refusal.</param>
    public static Outcome<string> ReadName(string? typed, string field) => Checked(Line(Fold(typed, isName: true)), field, isName: true);

    /// <summary>The same form without a refusal: for what cannot be asked again, such as a line of a file, and for what was stored
    /// before.</summary>
    public static string Fold(string? typed, bool isName = false)
    {
        var plain = LetterTables.Compose(LetterTables.Fold(typed ?? "", isName));
        return plain.ReplaceLineEndings("\n").Trim();
    }

    /// <summary>Lines of <see cref="Fold"/> without controls and marks that turn the direction of writing: for a note that is shown
    /// and never printed.</summary>
    public static string Clean(string? typed) => string.Concat(Fold(typed)
        .Where(c => c == '\n' || !(char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u206F'))));

    /// <summary>One line of <see cref="Fold"/>, with what cannot be printed left out; for an address that comes from a phone or a
    /// file. Null where nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        var text = new StringBuilder();
        foreach (var letter in Line(Fold(typed)).EnumerateRunes())
        {
            if (LetterTables.IsPrintable(letter, isName: false)) text.Append(letter);
        }

        return Line(text.ToString()) is { Length: > 0 } line ? line : null;
    }

    /// <summary>The first sign that cannot be printed, written so that it can be found: <c>"ж" (U+0436)</c>; null where every one
    /// can.</summary>
    public static string? Unprintable(string text, bool isName = false)
    {
        foreach (var letter in text.EnumerateRunes())
        {
            if (letter.Value == '\n' || LetterTables.IsPrintable(letter, isName)) continue;
            var code = string.Create(CultureInfo.InvariantCulture, $"U+{letter.Value:X4}");
            return Rune.IsLetterOrDigit(letter) || Rune.IsSymbol(letter) || Rune.IsPunctuation(letter) ? $"\"{letter}\" ({code})" : code;
        }

        return null;
    }

    private static Outcome<string> Checked(string text, string field, bool isName) =>
        Unprintable(text, isName) is { } sign ? KernelRefusals.LetterNotPrintable.With(field, sign) : text;

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
