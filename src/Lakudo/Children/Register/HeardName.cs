using System.Numerics;
using Lakudo.Kernel;

namespace Lakudo.Children.Register;

/// <summary>A name by its sound. Spellings of one name (Sitti and Siti, Djafar and Jafar, Muhammad and Moh.) and titles that are given or left out (La, Wa, La Ode, Wa Ode) do not matter.</summary>
/// <param name="written">The name as written.</param>
internal sealed class HeardName(string written)
{
    /// <summary>Two words whose letters agree by more than this share are one word in two spellings.</summary>
    private const double OneSpelling = 0.6;

    private static readonly HashSet<string> Titles = ["la", "wa", "ode", "h", "hj", "ny", "by", "bayi", "an", "binti", "bin"];
    private static readonly (string Written, string Sound)[] Spellings = [("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("ph", "f"), ("kh", "h"), ("zh", "z"), ("th", "t"), ("v", "f"), ("y", "i"), ("q", "k"), ("x", "ks"), ("w", "u")];
    private static readonly HashSet<string> Muhammad = ["muhammad", "mohammad", "muhamad", "mohamad", "muh", "moh", "mhd", "md", "m"];

    private Word[]? _words;

    /// <summary>The name as written.</summary>
    public string Written => written;

    // A register's worth of names is read to compare a few: the sound is looked for when it is first asked for.
    private Word[] Words => _words ??= Hear(written);

    /// <summary>From 0 (nothing alike) to 1 (the same name).</summary>
    /// <param name="other">The other name.</param>
    /// <param name="atLeast">What is less alike counts as nothing alike: most pairs are told apart by length and letters alone, a hundred times sooner.</param>
    public double LikenessTo(HeardName other, double atLeast = 0)
    {
        var (few, many) = Words.Length <= other.Words.Length ? (Words, other.Words) : (other.Words, Words);
        if (few.Length == 0 || Likeness(few, many, Word.AtMost) < atLeast) return 0;
        return Likeness(few, many, Word.Alike) is var likeness && likeness < atLeast ? 0 : likeness;
    }

    /// <summary>
    /// Whether both may be one name in two spellings: every word of the shorter one stands in the other, but for a letter or two, or shortened. Rahmat may be Rahmad, Abd. Rahman may be Abdul Rahman;
    /// Hasan is not Husein, whatever stands beside it.
    /// </summary>
    public bool MayBe(HeardName other)
    {
        var (few, many) = Words.Length <= other.Words.Length ? (Words, other.Words) : (other.Words, Words);
        return few.All(word => many.Any(word.MayBe)) && (few.Length < many.Length || many.All(word => few.Any(word.MayBe)));
    }

    /// <summary>Every word of the shorter name looks for its like; a word that the longer one has more costs little. Of names with as many words both look, so that it does not matter who is asked.</summary>
    private static double Likeness(Word[] few, Word[] many, Func<Word, Word, double> alike)
    {
        var found = few.Length == many.Length ? Math.Min(Found(few, many, alike), Found(many, few, alike)) : Found(few, many, alike);
        return found / few.Length * (1 - (0.08 * Math.Min(3, many.Length - few.Length)));
    }

    private static double Found(Word[] words, Word[] among, Func<Word, Word, double> alike)
    {
        var found = 0.0;
        foreach (var word in words)
        {
            var best = 0.0;
            foreach (var against in among) best = Math.Max(best, alike(word, against));
            found += best;
        }

        return found;
    }

    private static Word[] Hear(string name)
    {
        var words = PersonName.Normalise(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where(w => !Titles.Contains(w)).ToList();
        return [.. (kept.Count > 0 ? kept : [.. words]).Select(Sound).Select(s => new Word(s, Letters(s)))];
    }

    private static string Sound(string word)
    {
        if (Muhammad.Contains(word)) return "mh";
        foreach (var (spelled, sound) in Spellings) word = word.Replace(spelled, sound, StringComparison.Ordinal);
        return string.Concat(word.Where((letter, i) => (i == 0 || word[i - 1] != letter) && (letter != 'h' || i == 0)));
    }

    /// <summary>One bit for each letter that occurs; letters of other alphabets share bits, which makes a bound looser and never wrong.</summary>
    private static uint Letters(string sound)
    {
        var letters = 0u;
        foreach (var letter in sound) letters |= 1u << (letter % 32);
        return letters;
    }

    /// <summary>A word of a name, as it sounds.</summary>
    /// <param name="Sound">Its letters.</param>
    /// <param name="Letters">Which letters occur.</param>
    private readonly record struct Word(string Sound, uint Letters)
    {
        /// <summary>No more than <see cref="Alike"/> will say: a letter that only one of them has, and each letter that one is longer, is an edit at least.</summary>
        public static double AtMost(Word one, Word other)
        {
            var edits = Math.Max(Math.Abs(one.Sound.Length - other.Sound.Length), Math.Max(BitOperations.PopCount(one.Letters & ~other.Letters), BitOperations.PopCount(other.Letters & ~one.Letters)));
            return 1 - (edits / (double)Math.Max(one.Sound.Length, other.Sound.Length));
        }

        /// <summary>Whether it is the other word with a slip, or one is the beginning of the other.</summary>
        public bool MayBe(Word other) =>
            Sound.StartsWith(other.Sound, StringComparison.Ordinal) || other.Sound.StartsWith(Sound, StringComparison.Ordinal) || Alike(this, other) > OneSpelling;

        /// <summary>Share of letters that agree: 1 less the edits needed, each over the longer word.</summary>
        public static double Alike(Word one, Word other)
        {
            var (a, b) = (one.Sound, other.Sound);
            Span<int> row = stackalloc int[b.Length + 1];
            for (var j = 0; j <= b.Length; j++) row[j] = j;
            for (var i = 1; i <= a.Length; i++)
            {
                var (diagonal, left) = (row[0], row[0] = i);
                for (var j = 1; j <= b.Length; j++)
                {
                    var cost = Math.Min(Math.Min(row[j] + 1, left + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                    (diagonal, left) = (row[j], row[j] = cost);
                }
            }

            return 1 - (row[^1] / (double)Math.Max(a.Length, b.Length));
        }
    }
}
