namespace Lakudo.Catalogue.Search;

/// <summary>What is known of one service for searching.</summary>
/// <param name="Name">Its name; words found here count most.</param>
/// <param name="Output">What one gets.</param>
/// <param name="Agency">Who offers it, full and short name.</param>
/// <param name="Category">Its category and life events, as text.</param>
/// <param name="Requirements">What to bring and notes; words found here count least.</param>
internal sealed record SearchEntry(string Name, string Output, string Agency, string Category, string Requirements);

/// <summary>
/// An index in memory that forgives: other words for the same thing, prefixes and suffixes, slips of the finger, words written together, any order.
/// Never changes once built; a changed catalogue builds another.
/// </summary>
internal sealed class ServiceIndex
{
    private readonly Synonyms _synonyms;
    private readonly int _count;
    private readonly int[] _nameLengths;

    /// <summary>Every word of the catalogue, with the services it stands in and how much it counts there.</summary>
    private readonly List<(string Word, List<(int Service, float Weight)> In)> _words = [];

    /// <summary>Every form of every word, with the words it is a form of.</summary>
    private readonly Dictionary<string, List<int>> _forms = new(StringComparer.Ordinal);

    private readonly (string Form, uint Letters)[] _spellings;

    /// <summary>Builds the index; answers name entries by their place in this list.</summary>
    public ServiceIndex(IReadOnlyList<SearchEntry> entries, Synonyms synonyms)
    {
        _synonyms = synonyms;
        _count = entries.Count;
        _nameLengths = new int[entries.Count];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var service = 0; service < entries.Count; service++)
        {
            var entry = entries[service];
            var weights = new Dictionary<string, float>(StringComparer.Ordinal);
            _nameLengths[service] = Note(weights, entry.Name, 1f);
            Note(weights, entry.Output, .45f);
            Note(weights, entry.Category, .35f);
            Note(weights, entry.Agency, .3f);
            Note(weights, entry.Requirements, .12f);
            foreach (var (word, weight) in weights)
            {
                if (!places.TryGetValue(word, out var place))
                {
                    places[word] = place = _words.Count;
                    _words.Add((word, []));
                }

                _words[place].In.Add((service, weight));
            }
        }

        foreach (var (word, place) in places)
        {
            foreach (var form in SearchWords.Forms(word).Distinct())
            {
                (_forms.TryGetValue(form, out var of) ? of : _forms[form] = []).Add(place);
            }
        }

        _spellings = [.. _forms.Keys.Order(StringComparer.Ordinal).Select(form => (form, Spelling.Letters(form)))];
    }

    /// <summary>The services that answer a query, best first; none when nothing in it is known.</summary>
    /// <param name="query">What was typed; anything over 200 letters is not read.</param>
    /// <param name="most">How many answers are wanted.</param>
    public IReadOnlyList<int> Find(string query, int most)
    {
        var words = _synonyms.Apply(SearchWords.Split(query.Length > 200 ? query[..200] : query)).Distinct().ToList();
        var scores = new float[_count];
        var covered = new float[_count];
        var best = new float[_count];
        var total = 0f;
        foreach (var word in words)
        {
            Array.Clear(best);
            var rarity = 0f;
            foreach (var (place, quality) in Match(word))
            {
                var found = _words[place].In;
                var rare = MathF.Log(1 + ((float)_count / found.Count));
                rarity = MathF.Max(rarity, rare * quality);
                foreach (var (service, weight) in found)
                {
                    best[service] = MathF.Max(best[service], weight * quality * rare);
                }
            }

            // A word that nothing has still counts against covering the query, but less than one that could have been found.
            total += rarity > 0 ? rarity : 1.5f;
            for (var service = 0; service < _count; service++)
            {
                if (best[service] > 0)
                {
                    scores[service] += best[service];
                    covered[service] += rarity;
                }
            }
        }

        return [.. Enumerable.Range(0, _count).Where(service => scores[service] > 0)
            .Select(service => (service, Score: scores[service] * (covered[service] / total) * (1 + (1.2f / (3 + _nameLengths[service])))))
            .OrderByDescending(found => found.Score).ThenBy(found => found.service).Take(most).Select(found => found.service)];
    }

    private int Note(Dictionary<string, float> weights, string text, float weight)
    {
        var words = _synonyms.Apply(SearchWords.Split(text));
        foreach (var word in words)
        {
            weights[word] = Math.Max(weights.GetValueOrDefault(word), weight);
        }

        return words.Count;
    }

    /// <summary>The words of the catalogue that a typed word may mean, each with how sure that is.</summary>
    private IEnumerable<(int Place, float Quality)> Match(string word)
    {
        var exact = Formed(word).ToList();
        if (exact.Count > 0)
        {
            return exact;
        }

        if (word.Length >= 3 && Begun(word).ToList() is { Count: > 0 } begun)
        {
            return begun;
        }

        var misspelt = Misspelt(word).ToList();
        return misspelt.Count > 0 ? misspelt : WrittenTogether(word);
    }

    private IEnumerable<(int Place, float Quality)> Formed(string word)
    {
        foreach (var form in SearchWords.Forms(word).Distinct())
        {
            if (_forms.TryGetValue(form, out var places))
            {
                foreach (var place in places)
                {
                    yield return (place, _words[place].Word == word ? 1f : .85f);
                }
            }
        }
    }

    private IEnumerable<(int Place, float Quality)> Begun(string word)
    {
        var from = Array.BinarySearch(_spellings, (word, 0u), Comparer<(string Form, uint Letters)>.Create((a, b) => string.CompareOrdinal(a.Form, b.Form)));
        for (var i = from < 0 ? ~from : from; i < _spellings.Length && _spellings[i].Form.StartsWith(word, StringComparison.Ordinal); i++)
        {
            foreach (var place in _forms[_spellings[i].Form])
            {
                yield return (place, .7f);
            }
        }
    }

    private IEnumerable<(int Place, float Quality)> Misspelt(string word)
    {
        var most = Spelling.Forgiven(word);
        var letters = Spelling.Letters(word);
        foreach (var (form, known) in _spellings)
        {
            // A slip changes at most two kinds of letter, so far-off words fall out without a closer look.
            if (form.Length > 3 && System.Numerics.BitOperations.PopCount(letters ^ known) <= 2 * most
                && Spelling.Distance(word, form, most) is var slips && slips <= most)
            {
                foreach (var place in _forms[form])
                {
                    yield return (place, slips == 1 ? .75f : .5f);
                }
            }
        }
    }

    private IEnumerable<(int Place, float Quality)> WrittenTogether(string word)
    {
        for (var cut = 3; cut <= word.Length - 3; cut++)
        {
            if (_forms.TryGetValue(word[..cut], out var left) && _forms.TryGetValue(word[cut..], out var right))
            {
                foreach (var place in left.Concat(right))
                {
                    yield return (place, .7f);
                }
            }
        }
    }
}
