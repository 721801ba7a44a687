using Lakudo.Kernel;

namespace Lakudo.Children.Register;

/// <summary>How a newborn is written down that has no name yet (<i>By. Ny. Sari</i>, <i>bayi kembar 2</i>), and which of twins a name speaks of.</summary>
internal static class NewbornName
{
    private static readonly HashSet<string> Unnamed = ["by", "bayi", "baby", "bbl", "kembar", "gemeli", "gemelli"];
    private static readonly HashSet<string> Twins = ["kembar", "gemeli", "gemelli"];

    private static readonly Dictionary<string, int> Marks = new()
    {
        ["i"] = 1,
        ["ii"] = 2,
        ["iii"] = 3,
        ["iv"] = 4,
        ["a"] = 1,
        ["b"] = 2,
        ["c"] = 3,
        ["d"] = 4,
        ["satu"] = 1,
        ["dua"] = 2,
        ["tiga"] = 3,
        ["pertama"] = 1,
        ["kedua"] = 2,
        ["ketiga"] = 3,
        ["kakak"] = 1,
        ["adik"] = 2,
    };

    /// <summary>Whether the child has no name of its own yet: it is called after its mother, or a twin.</summary>
    public static bool IsUnnamed(string written)
    {
        var words = WordsOf(written);
        return words.Count > 0 && (Unnamed.Contains(words[0]) || words.Contains("ny") || words.Contains("nyonya"));
    }

    /// <summary>Whether it is said to be a twin, and not which.</summary>
    public static bool IsTwinUnsaid(string written) => WordsOf(written).Any(Twins.Contains) && MarkOf(written) is null;

    /// <summary>Whether two names cannot be one child's. One that has no name yet may have got any since.</summary>
    public static bool Contradict(string one, string other)
    {
        if (IsUnnamed(one) != IsUnnamed(other)) return false;
        return MarkOf(one) != MarkOf(other) || !new HeardName(one).MayBe(new HeardName(other));
    }

    /// <summary>Which of several; null where it does not say. Letters and Roman numbers say so only of one that has no name: of others they are initials.</summary>
    private static int? MarkOf(string written)
    {
        var words = WordsOf(written);
        foreach (var word in words)
        {
            if (int.TryParse(word, out var number)) return number;
        }

        return words.Count > 1 && (IsUnnamed(written) || words.Any(Twins.Contains)) && Marks.TryGetValue(words[^1], out var mark) ? mark : null;
    }

    /// <summary>The words with nothing between them lost: dots, slashes and brackets part them as blanks do, and a number is a word.</summary>
    private static List<string> WordsOf(string written)
    {
        var words = new List<string>();
        var last = ' ';
        foreach (var letter in written.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                if (words.Count == 0 || !char.IsLetterOrDigit(last) || char.IsDigit(last) != char.IsDigit(letter)) words.Add("");
                words[^1] += letter;
            }

            last = letter;
        }

        return words;
    }
}
