using System.Globalization;
using System.Text;

namespace Lakudo.Kernel;

/// <summary>A person's name as written, and the form by which names are sorted and matched.</summary>
public static class PersonName
{
    /// <summary>The longest name that is taken, in UTF-16 units.</summary>
    public const int Longest = 200;

    /// <summary>Trims a name and folds its inner spaces; refuses an empty or overlong one. One word is a whole name.</summary>
    public static Outcome<string> Read(string? written)
    {
        var name = string.Join(' ', (written ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length is 0 or > Longest || name.Any(char.IsControl) ? KernelRefusals.NameImpossible : name;
    }

    /// <summary>For the eyes of those who need to recognise a person, not to know one: <c>W* O** C*****</c>.</summary>
    public static string Mask(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..1] + new string('*', Math.Min(word.Length - 1, 5))));

    /// <summary>
    /// The form used for order and look-up: lower case, without accents, apostrophes or punctuation, single spaces. The same on every database.
    /// </summary>
    public static string Normalise(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes())
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
