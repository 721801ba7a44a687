using Lakudo.Kernel;

namespace Lakudo.Hall.Voice;

/// <summary>Which recorded tiles, in which order, say a ticket's number and a call: <c>4K-10</c> is "empat ka sepuluh".</summary>
/// <remarks>
/// A tile is one sound file of <c>wwwroot/suara</c>; its name is written here. Numbers are put together as Indonesians say them
/// (<c>seratus dua puluh tiga</c>), and a zero in front is spoken, so that the ear hears what the eye reads on the ticket.
/// </remarks>
public static class SpokenNumber
{
    private static readonly string[] UpToEleven =
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

    private static readonly string[] Letters =
    [
        "a", "be", "ce", "de", "e", "ef", "ge", "ha", "i", "je", "ka", "el", "em", "en", "o", "pe", "ki", "er", "es", "te", "u", "ve", "we", "eks", "ye", "zet",
    ];

    /// <summary>Every tile that a call can need.</summary>
    public static IReadOnlyCollection<string> AllTiles { get; } =
    [
        .. UpToEleven, "belas", "puluh", "seratus", "ratus", "seribu", "ribu", .. Letters,
        "nomor-antrean", "kembali-dipanggil", "silakan-menuju-loket", "silakan-menuju", "meja", "ruang",
    ];

    /// <summary>The tiles of a number as printed on a ticket or above a counter.</summary>
    /// <param name="printed">Letters A-Z and digits; whatever stands between them (hyphen, dot, space) is not spoken.</param>
    /// <returns>Empty when nothing in it can be spoken.</returns>
    public static IReadOnlyList<string> Tiles(string printed)
    {
        var tiles = new List<string>();
        for (var at = 0; at < printed.Length;)
        {
            var sign = char.ToUpperInvariant(printed[at]);
            if (sign is >= 'A' and <= 'Z')
            {
                tiles.Add(Letters[sign - 'A']);
                at++;
            }
            else if (char.IsAsciiDigit(sign))
            {
                var end = at;
                while (end < printed.Length && char.IsAsciiDigit(printed[end])) { end++; }
                AddDigits(tiles, printed[at..end]);
                at = end;
            }
            else
            {
                at++;
            }
        }

        return tiles;
    }

    /// <summary>The tiles of a whole call.</summary>
    /// <param name="number">The ticket's printed number.</param>
    /// <param name="counter">The counter's name as on its sign: <c>Loket 3</c>, <c>Meja 2</c>, <c>Ruang A</c> or only <c>3</c>.</param>
    /// <param name="again">True for a recall, which is announced as one.</param>
    public static IReadOnlyList<string> Call(string number, string counter, bool again = false)
    {
        var place = counter.Trim();
        IEnumerable<string> where = place switch
        {
            _ when StartsWith(place, "meja") => ["silakan-menuju", "meja", .. Tiles(place[4..])],
            _ when StartsWith(place, "ruang") => ["silakan-menuju", "ruang", .. Tiles(place[5..])],
            _ when StartsWith(place, "loket") => ["silakan-menuju-loket", .. Tiles(place[5..])],
            _ => ["silakan-menuju-loket", .. Tiles(place)],
        };
        return [.. again ? ["kembali-dipanggil"] : Array.Empty<string>(), "nomor-antrean", .. Tiles(number), .. where];
    }

    private static bool StartsWith(string place, string word) =>
        place.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (place.Length == word.Length || !char.IsLetter(place[word.Length]));

    private static void AddDigits(List<string> tiles, string digits)
    {
        var number = digits.TrimStart('0');
        for (var zero = digits.Length - number.Length; zero > 0; zero--) { tiles.Add("nol"); }
        if (number.Length > 6)
        {
            // Longer than any line of a hall: digit by digit, as a telephone number.
            foreach (var digit in number) { tiles.Add(UpToEleven[digit - '0']); }
        }
        else if (number.Length > 0)
        {
            AddNumber(tiles, int.Parse(number, Formats.Indonesian));
        }
    }

    private static void AddNumber(List<string> tiles, int number)
    {
        switch (number)
        {
            case 0:
                break;
            case <= 11:
                tiles.Add(UpToEleven[number]);
                break;
            case < 20:
                tiles.AddRange([UpToEleven[number - 10], "belas"]);
                break;
            case < 100:
                tiles.AddRange([UpToEleven[number / 10], "puluh"]);
                AddNumber(tiles, number % 10);
                break;
            case < 200:
                tiles.Add("seratus");
                AddNumber(tiles, number - 100);
                break;
            case < 1000:
                tiles.AddRange([UpToEleven[number / 100], "ratus"]);
                AddNumber(tiles, number % 100);
                break;
            case < 2000:
                tiles.Add("seribu");
                AddNumber(tiles, number - 1000);
                break;
            default:
                AddNumber(tiles, number / 1000);
                tiles.Add("ribu");
                AddNumber(tiles, number % 1000);
                break;
        }
    }
}
