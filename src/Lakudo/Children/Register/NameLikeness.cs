using Lakudo.Kernel;

namespace Lakudo.Children.Register;

/// <summary>How much two names sound like one. Spellings of one name (Sitti and Siti, Djafar and Jafar, Muhammad and Moh.) and titles that are given or left out (La, Wa, La Ode, Wa Ode) do not matter.</summary>
internal static class NameLikeness
{
    private static readonly HashSet<string> Titles = ["la", "wa", "ode", "h", "hj", "ny", "by", "bayi", "an", "binti", "bin"];
    private static readonly (string Written, string Sound)[] Spellings = [("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("ph", "f"), ("kh", "h"), ("zh", "z"), ("th", "t"), ("v", "f"), ("y", "i"), ("q", "k"), ("x", "ks"), ("w", "u")];
    private static readonly HashSet<string> Muhammad = ["muhammad", "mohammad", "muhamad", "mohamad", "muh", "moh", "mhd", "md", "m"];

    /// <summary>From 0 (nothing alike) to 1 (the same name).</summary>
    public static double Of(string one, string other)
    {
        var (a, b) = (Sounds(one), Sounds(other));
        if (a.Count == 0 || b.Count == 0) return 0;
        if (a.Count > b.Count) (a, b) = (b, a);
        // Every word of the shorter name looks for its like; a word that the longer one has more costs little.
        var found = a.Average(word => b.Max(against => Words(word, against)));
        return found * (1 - (0.08 * Math.Min(3, b.Count - a.Count)));
    }

    private static List<string> Sounds(string name)
    {
        var words = PersonName.Normalise(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where(w => !Titles.Contains(w)).ToList();
        return [.. (kept.Count > 0 ? kept : [.. words]).Select(Sound)];
    }

    private static string Sound(string word)
    {
        if (Muhammad.Contains(word)) return "mh";
        foreach (var (written, sound) in Spellings) word = word.Replace(written, sound, StringComparison.Ordinal);
        return string.Concat(word.Where((letter, i) => (i == 0 || word[i - 1] != letter) && (letter != 'h' || i == 0)));
    }

    /// <summary>Share of letters that agree: 1 less the edits needed, each over the longer word.</summary>
    private static double Words(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j] + 1, left + 1), diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, left) = (row[j], row[j] = cost);
            }
        }

        return 1 - (row[^1] / (double)Math.Max(one.Length, other.Length));
    }
}
