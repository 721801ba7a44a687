using System.Globalization;
using Lakudo.Children.Cases;
using Lakudo.Kernel;

namespace Lakudo.Web.Children.Cases;

/// <summary>How the desk's values read on its pages and in the letter, and how its forms are read.</summary>
internal static class CaseWords
{
    private static readonly (CaseGrounds Ground, string Words)[] Grounds =
    [
        (CaseGrounds.Oedema, "bengkak kedua kaki"), (CaseGrounds.SeverelyWasted, "gizi buruk"), (CaseGrounds.Wasted, "gizi kurang"), (CaseGrounds.BelowRed, "BGM"), (CaseGrounds.TwiceNotGained, "2T"),
        (CaseGrounds.Stunting, "stunting (didiagnosis)"), (CaseGrounds.VeryShort, "sangat pendek (hasil ukur)"), (CaseGrounds.WeightFell, "berat turun"), (CaseGrounds.AboveOrange, "di atas garis oranye"),
    ];

    /// <summary>Each ground in words, the gravest first; whether it is grave.</summary>
    public static IEnumerable<(string Words, bool IsGrave)> Of(CaseGrounds grounds) =>
        Grounds.Where(g => grounds.HasFlag(g.Ground)).Select(g => (g.Words, g.Ground <= CaseGrounds.SeverelyWasted));

    /// <summary>How far a case has come.</summary>
    public static string Of(CaseStage stage) => stage switch
    {
        CaseStage.Overdue => "lewat waktu",
        CaseStage.Open => "belum ditindaklanjuti",
        CaseStage.Waiting => "menunggu jawaban",
        _ => "sudah dijawab",
    };

    /// <summary>The colour of a stage's tag.</summary>
    public static string Colour(CaseStage stage) => stage switch { CaseStage.Overdue => "tag-coral", CaseStage.Open => "tag-gold", CaseStage.Waiting => "tag-sea", _ => "tag-leaf" };

    /// <summary>Where a child is sent.</summary>
    public static string Of(ReferralPlace place) => place == ReferralPlace.Hospital ? "rumah sakit" : "puskesmas";

    /// <summary>A day as a date field gives it; null where it gives none.</summary>
    public static DateOnly? Day(IFormCollection form, string name) => DateOnly.TryParseExact(form[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as a date field takes it.</summary>
    public static string Field(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A measure as typed, with decimal comma or point, times its unit; null for nothing, 0 for what is no number (which is then refused as impossible).</summary>
    public static int? Measure(IFormCollection form, string name, int unit)
    {
        var typed = form[name].ToString().Trim().Replace(',', '.');
        if (typed.Length == 0) return null;
        return decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1_000 ? (int)Math.Round(value * unit) : 0;
    }

    /// <summary>A kept measure as its field takes it: 8,9.</summary>
    public static string Typed(int? value, int unit) => value is { } kept ? (kept / (decimal)unit).ToString("0.###", Formats.Indonesian) : "";
}
