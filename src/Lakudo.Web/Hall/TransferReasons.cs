namespace Lakudo.Web.Hall;

/// <summary>The few reasons for which a number is sent to another line, each under a number key.</summary>
public static class TransferReasons
{
    /// <summary>As they are journaled.</summary>
    public static readonly IReadOnlyList<string> All =
        ["Salah antrean", "Perlu layanan lain dulu", "Lanjut ke layanan berikutnya", "Loket ini tidak dapat melayaninya"];

    /// <summary>What a press of a form means: the reason under its number, or the one that was typed.</summary>
    /// <param name="pressed">The button's value: <c>alihkan:2</c>.</param>
    /// <param name="typed">What was typed.</param>
    public static string? Of(string pressed, string? typed) =>
        int.TryParse(pressed.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= All.Count ? All[number - 1] : typed;
}
