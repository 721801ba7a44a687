namespace Lakudo.Catalogue.Search;

/// <summary>How many slips of the finger lie between two words.</summary>
internal static class Spelling
{
    /// <summary>How many slips are forgiven in a word: none up to three letters, one up to six, then two.</summary>
    public static int Forgiven(string word) => word.Length switch { <= 3 => 0, <= 6 => 1, _ => 2 };

    /// <summary>The letters of a word as bits, by which most pairs are told apart without looking closer.</summary>
    public static uint Letters(string word)
    {
        uint bits = 0;
        foreach (var letter in word)
        {
            bits |= 1u << (letter & 31);
        }

        return bits;
    }

    /// <summary>Letters added, lost, changed or swapped with their neighbour; gives <paramref name="most"/> + 1 when there are more.</summary>
    public static int Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || one.Length > 40 || other.Length > 40)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> now = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                now[j] = best;
                least = Math.Min(least, best);
            }

            if (least > most)
            {
                return most + 1;
            }

            last.CopyTo(before);
            now.CopyTo(last);
        }

        return last[other.Length];
    }
}
