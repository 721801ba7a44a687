using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Lakudo.Kernel;

/// <summary>
/// Which letters can be printed, and how the many forms of one letter become one. The program's own tables: it runs without culture
/// data (ICU),
/// where .NET's own normalization does nothing.
/// </summary>
internal static class LetterTables
{
    private static readonly FrozenDictionary<char, string> Parts = DataFile
        .Read("text/compositions.csv", cell => (Letter: Point(cell("letter")), Parts: string.Concat(cell("parts").Split(' ').Select(Point))))
        .ToFrozenDictionary(row => row.Letter, row => row.Parts);

    private static readonly FrozenDictionary<string, char> Composed = Parts.Where(p => p.Key is < '\u2100').ToFrozenDictionary(p => p.Value, p => p.Key);

    /// <summary>What stands for one sign in plain letters. An empty text strips the sign.</summary>
    private static readonly FrozenDictionary<char, string> Folded = Table(
        ("'", "\u0060\u00B4\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u02CA\u02CB\u02EE\u055A\u05F3\u07F4\u07F5\u1FBD\u1FBF\u1FEF\u1FFD\u1FFE\u2018\u2019\u201A\u201B\u2032\u2035\u275B\u275C\uA78B\uA78C"),
        ("\"", "\u02BA\u201C\u201D\u201E\u201F\u2033\u2036\u275D\u275E\u301D\u301E"),
        ("-", "\u02D7\u058A\u1806\u2010\u2011\u2012\u2043\u2212\uFE58\uFE63"),
        ("\u2014", "\u2015"), ("/", "\u2044\u2215"), (".", "\u2024"), ("i", "\u0131"), ("j", "\u0237"), ("s", "\u017F"),
        ("ff", "\uFB00"), ("fi", "\uFB01"), ("fl", "\uFB02"), ("ffi", "\uFB03"), ("ffl", "\uFB04"), ("st", "\uFB05\uFB06"),
        // Signs without a width: joiners, marks of direction, soft hyphen, byte order mark, choice of a picture's form.
        ("", "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2062\u2063\u2064\uFEFF"
            + "\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F"),
        (" ", "\t\u00A0\u2800\u3164\uFFA0"));

    private static readonly string[] RomanNumbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M"];

    /// <summary>Letters of the Latin script that both faces of the typeface hold, beside ASCII.</summary>
    private static readonly SearchValues<char> Letters = SearchValues.Create(Ranges(
        "ÀÖ", "Øö", "øÿ", "ĀİĲķ", "ĹňŊž", "ƏƏƠơƯưǦǧǪǫ", "ǺțəəȪȭȰȳ", "ḈḉḌḏḔḗḜḝḠḡḤḥḪḫ", "ḮḯḶḷḺḻṂṉṌṓṚṛṞṩ", "ṬṯṸṻ", "ẀẅẎẏẒẓẗẗẞẞ", "Ạỹ"));

    /// <summary>Signs beside letters that a text may hold and a name may not.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create(Ranges("¡¬®¿××÷÷", "–—†•……‰‰‹›", "⁰⁰⁴⁹₀₉€€№№™™⅓⅔⅛⅞←↓", "√√∞∞≈≈≠≠≤≥"));

    /// <summary>Whether a letter can be printed.</summary>
    internal static bool IsPrintable(Rune letter, bool isName) =>
        letter.Value is >= ' ' and <= '~' || (letter.IsBmp && (Letters.Contains((char)letter.Value) || (!isName && Signs.Contains((char)letter.Value))));

    /// <summary>Every letter beside ASCII that can be printed, for the test that holds this against the typeface.</summary>
    internal static IEnumerable<char> Printable => Enumerable.Range(0x80, 0xFF80).Select(c => (char)c).Where(c => Letters.Contains(c) || Signs.Contains(c));

    /// <summary>Puts plain letters in the place of look-alikes and strips what has no width.</summary>
    internal static string Fold(string text, bool isName)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Folded.TryGetValue(c, out var plain)) folded.Append(plain);
            else if (c is >= '\uFF01' and <= '\uFF5E') folded.Append((char)(c - 0xFEE0));
            else if (c is >= '\u2160' and <= '\u216F') folded.Append(RomanNumbers[c - 0x2160]);
            else if (c is >= '\u2170' and <= '\u217F') folded.Append(RomanNumbers[c - 0x2170].ToLowerInvariant());
            else if (isName && c is '\u2013' or '\u2014') folded.Append('-');
            else if (char.IsWhiteSpace(c) && c is not ('\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')) folded.Append(' ');
            else folded.Append(c);
        }

        return folded.ToString();
    }

    /// <summary>Joins letters and the accents that follow them: the form that Unicode calls NFC, for the Latin script.</summary>
    internal static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007E')) return text;
        var composed = new StringBuilder(text.Length);
        var cluster = "";
        foreach (var c in text)
        {
            if (IsMark(c) && cluster.Length > 0)
            {
                cluster += c;
                continue;
            }

            composed.Append(Joined(cluster));
            cluster = Parts.GetValueOrDefault(c) ?? c.ToString();
        }

        return composed.Append(Joined(cluster)).ToString();
    }

    /// <summary>Takes accents off the letters of the Latin script.</summary>
    internal static string WithoutAccents(string text) =>
        string.Concat(text.Select(c => Parts.TryGetValue(c, out var parts) ? parts[..1] : IsMark(c) ? "" : c.ToString()));

    /// <summary>One letter of a base and its accents; accents that no letter takes stay behind it.</summary>
    private static string Joined(string cluster)
    {
        if (cluster.Length < 2) return cluster;
        var sorted = cluster[..1] + string.Concat(cluster[1..].OrderBy(Class));
        for (var length = sorted.Length; length > 1; length--)
        {
            if (Composed.TryGetValue(sorted[..length], out var letter)) return letter + sorted[length..];
        }

        return sorted;
    }

    /// <summary>Unicode's combining class of the accents in the table: below the letter comes before above it.</summary>
    private static int Class(char mark) => mark switch
    {
        '\u0327' or '\u0328' => 202,
        '\u031B' => 216,
        (>= '\u0323' and <= '\u0326') or '\u032D' or '\u032E' or '\u0330' or '\u0331' => 220,
        _ => 230,
    };

    private static char Point(string hexadecimal) => (char)Convert.ToInt32(hexadecimal, 16);

    private static bool IsMark(char c) => c is (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF')
        or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF');

    private static FrozenDictionary<char, string> Table(params (string Plain, string Forms)[] rows) =>
        rows.SelectMany(row => row.Forms.Select(form => (form, row.Plain))).ToFrozenDictionary(pair => pair.form, pair => pair.Plain);

    /// <summary>Pairs of first and last letter, written out.</summary>
    private static char[] Ranges(params string[] pairs) =>
        [.. string.Concat(pairs).Chunk(2).SelectMany(pair => Enumerable.Range(pair[0], pair[1] - pair[0] + 1).Select(c => (char)c))];
}
