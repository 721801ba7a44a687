using System.Globalization;
using System.Text;
using Lakudo.Kernel;

namespace Lakudo.Children.Reminders;

/// <summary>
/// What a reminder says. One SMS: at most 160 characters of the GSM 7-bit alphabet (3GPP TS 23.038), because a longer one costs twice and one with other letters holds 70. No name, nothing of anybody's
/// health, no blame, no link: whoever else reads the telephone learns that there is a posyandu.
/// </summary>
public static class ReminderText
{
    /// <summary>Characters of one SMS.</summary>
    public const int Longest = 160;

    /// <summary>The subject of a mail.</summary>
    public const string Subject = "Hari posyandu";

    private const string Coming = "{0}: {1}. Ditunggu ya, Bu. Bawa Buku KIA; ayah atau nenek boleh mengantar. Berhenti diingatkan? Beri tahu bidan.";
    private const string Again = "{0}: {1}. Senang bila bertemu lagi. Bawa Buku KIA; ayah atau nenek boleh mengantar. Berhenti diingatkan? Beri tahu bidan.";

    /// <summary>The message for a day.</summary>
    /// <param name="posyandu">The posyandu's name.</param>
    /// <param name="village">Its village; left out where there is no room.</param>
    /// <param name="day">Its day.</param>
    /// <param name="kind">Which words.</param>
    public static string Of(string posyandu, string village, DateOnly day, ReminderKind kind)
    {
        var form = kind == ReminderKind.Again ? Again : Coming;
        var on = day.ToString("dddd d MMMM", Formats.Indonesian);
        var room = Longest - string.Format(CultureInfo.InvariantCulture, form, "", on).Length;
        var (name, place) = (Plain(posyandu), Plain(village));
        var whole = $"{name}, {place}";
        return string.Format(CultureInfo.InvariantCulture, form, whole.Length <= room ? whole : name.Length <= room ? name : name[..room].TrimEnd(), on);
    }

    /// <summary>In letters that every telephone has and that count as one: accents go, what is left over becomes a space.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in LetterTables.WithoutAccents(WrittenText.Fold(text, isName: true)))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(char.IsAsciiLetterOrDigit(c) || " .,-/()'&+:".Contains(c, StringComparison.Ordinal) ? c : ' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
