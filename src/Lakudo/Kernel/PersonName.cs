using System.Globalization;
using System.Text;

namespace Lakudo.Kernel;

/// <summary>A person's name as written, and the form by which names are sorted and matched.</summary>
public static class PersonName
{
    /// <summary>The longest name that is taken, in UTF-16 units.</summary>
    public const int Longest = 200;

    /// <summary>Reads a name as <see cref="WrittenText.ReadName"/> does. Refused with K-008 when it is empty or too long, K-045 for a
    /// sign that cannot be printed. One word is a whole name.</summary>
    /// <param name="written">As typed.</param>
    /// <param name="field">What the form calls it, for the refusal.</param>
    public static Outcome<string> Read(string? written, string field = "Nama")
    {
        var name = WrittenText.ReadName(written, field);
        return name.IsRefused || name.Value.Length is > 0 and <= Longest ? name : KernelRefusals.NameImpossible;
    }

    /// <summary>A name that <see cref="Read"/> took before, in the form in which it is kept.</summary>
    internal static string Kept(string written) => Read(written) is { IsRefused: false, Value: var name } ? name : WrittenText.Fold(written, isName: true);

    /// <summary>For the eyes of those who need to recognise a person, not to know one: <c>W* O** C*****</c>.</summary>
    public static string Mask(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..1] + new string('*', Math.Min(word.Length - 1, 5))));

    /// <summary>
    /// The form used for order and look-up: lower case, without accents, apostrophes or punctuation, single spaces. The same on every
    /// database.
    /// </summary>
    public static string Normalise(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in LetterTables.WithoutAccents(WrittenText.Fold(name, isName: true)).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsLetterOrDigit(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune));
            }
            else if (category is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}
