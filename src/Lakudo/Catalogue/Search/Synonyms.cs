using Lakudo.Kernel;

namespace Lakudo.Catalogue.Search;

/// <summary>Words of equal meaning, and words that mean nothing in a search; data, not code (<c>data/catalogue/synonyms.csv</c>).</summary>
internal sealed class Synonyms
{
    private readonly Dictionary<string, string[]> _means;
    private readonly int _longest;

    /// <summary>Builds the table.</summary>
    /// <param name="rows">What people write (phrases separated by <c>;</c>) and the words it stands for; none for a word to be ignored.</param>
    public Synonyms(IEnumerable<(string Words, string Means)> rows)
    {
        _means = new(StringComparer.Ordinal);
        foreach (var (words, means) in rows)
        {
            var target = SearchWords.Split(means).ToArray();
            foreach (var phrase in words.Split(';'))
            {
                _means[string.Join(' ', SearchWords.Split(phrase))] = target;
            }
        }

        _longest = _means.Keys.Select(phrase => phrase.Count(letter => letter == ' ') + 1).DefaultIfEmpty(0).Max();
    }

    /// <summary>The table the program was built with.</summary>
    public static Synonyms Standard { get; } = new(DataFile.Read("catalogue/synonyms.csv", column => (column("words"), column("means"))));

    /// <summary>Puts the catalogue's words in the place of people's, longest phrase first. A text of nothing but ignored words stays as it is.</summary>
    public IReadOnlyList<string> Apply(IReadOnlyList<string> words)
    {
        var result = new List<string>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var taken = Longest(words, i, out var means);
            result.AddRange(taken == 0 ? [words[i]] : means);
            i += Math.Max(1, taken);
        }

        return result.Count == 0 ? words : result;
    }

    private int Longest(IReadOnlyList<string> words, int from, out string[] means)
    {
        for (var length = Math.Min(_longest, words.Count - from); length > 0; length--)
        {
            if (_means.TryGetValue(string.Join(' ', words.Skip(from).Take(length)), out var found))
            {
                means = found;
                return length;
            }
        }

        means = [];
        return 0;
    }
}
