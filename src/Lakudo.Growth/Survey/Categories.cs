using System.Globalization;

namespace Lakudo.Growth.Survey;

/// <summary>The names that occur in one column, numbered in the order in which they first appear.</summary>
internal sealed class Categories
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _names = [];

    public Categories() => _bySpan = _codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names by number.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>How many names had appeared when the first missing one did; null when none is missing.</summary>
    public int? FirstMissing { get; private set; }

    /// <summary>The number of a name; -1 for an empty one.</summary>
    public int Code(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
        {
            FirstMissing ??= _names.Count;
            return -1;
        }

        if (_bySpan.TryGetValue(name, out var code)) return code;
        code = _names.Count;
        var text = name.ToString();
        _names.Add(text);
        _codes.Add(text, code);
        return code;
    }

    /// <summary>The numbers in the order of the names: by size where all are whole numbers, by the alphabet otherwise.</summary>
    public int[] Sorted()
    {
        var order = Enumerable.Range(0, _names.Count).ToArray();
        if (_names.TrueForAll(name => name.Length < 19 && name.All(char.IsAsciiDigit)))
            Array.Sort(order, (a, b) => long.Parse(_names[a], CultureInfo.InvariantCulture).CompareTo(long.Parse(_names[b], CultureInfo.InvariantCulture)));
        else Array.Sort(order, (a, b) => Compare(_names[a], _names[b]));
        return order;
    }

    private static int Compare(string left, string right) =>
        string.Compare(left, right, StringComparison.OrdinalIgnoreCase) is not 0 and var order ? order : string.CompareOrdinal(left, right);
}
