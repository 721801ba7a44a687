using System.Text;
using Lakudo.Kernel;

namespace Lakudo.Catalogue.Search;

/// <summary>Turns what people type, and what the catalogue says, into the same kind of words.</summary>
internal static class SearchWords
{
    private const int ShortestStem = 4;

    private static readonly string[] _prefixes =
        ["meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "per", "pe", "ber", "ter", "di", "ke", "se"];

    private static readonly string[] _suffixes = ["nya", "kan", "an"];

    /// <summary>Lower case, letters and digits only, one word a piece: <c>KTP-el</c> gives <c>ktp</c> and <c>el</c>.</summary>
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in LetterTables.WithoutAccents(WrittenText.Fold(text, isName: true)))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    /// <summary>
    /// The word itself and every form that is left when Indonesian prefixes and suffixes are taken off. Which of them is the root cannot be told
    /// without a dictionary (<c>menikah</c>: nikah or ikah), so all are offered and those that no text has do no harm.
    /// </summary>
    public static IEnumerable<string> Forms(string word)
    {
        yield return word;
        foreach (var bare in _prefixes.Where(prefix => word.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => word[prefix.Length..]).Prepend(word))
        {
            if (bare.Length >= ShortestStem && bare != word)
            {
                yield return bare;
            }

            foreach (var suffix in _suffixes)
            {
                if (bare.EndsWith(suffix, StringComparison.Ordinal) && bare.Length - suffix.Length >= ShortestStem)
                {
                    yield return bare[..^suffix.Length];
                }
            }
        }
    }
}
