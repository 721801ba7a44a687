using System.Collections.Concurrent;
using System.Globalization;
using Lakudo.Growth;
using Lakudo.Growth.Charts;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>The picture of a child's growth card (weight for age): where its lines, zones and weights lie. The app and the family's page draw the same one.</summary>
/// <remarks>A picture is 320 wide and 230 high; kilograms go up on the left, months of age to the right below.</remarks>
public sealed class CardPicture
{
    /// <summary>Of an SVG's <c>viewBox</c>.</summary>
    public const string ViewBox = "0 0 320 230";

    private const double Left = 26, Right = 314, Bottom = 208, Height = 200;

    /// <summary>WHO's lines do not change, and computing one takes a phone longer than drawing it.</summary>
    private static readonly ConcurrentDictionary<(Sex Sex, double Z), IReadOnlyList<CurvePoint>> Lines = [];

    private readonly Sex _sex;

    private CardPicture(Sex sex, int from, int to, int top, double red, IReadOnlyList<(double Month, double Kilograms)> weights)
    {
        (_sex, FromMonth, ToMonth, Top, RedLine) = (sex, from, to, top, red);
        Weights = [.. weights.Select(weight => (X(weight.Month), Y(weight.Kilograms)))];
    }

    /// <summary>The first month of age shown.</summary>
    public int FromMonth { get; }

    /// <summary>The last month of age shown.</summary>
    public int ToMonth { get; }

    /// <summary>The highest kilogram shown.</summary>
    public int Top { get; }

    /// <summary>The z-score of the red line of the card in use.</summary>
    public double RedLine { get; }

    /// <summary>The child's own weights, in order of age.</summary>
    public IReadOnlyList<(double X, double Y)> Weights { get; }

    /// <summary>The kilograms that are written at the side.</summary>
    public IEnumerable<int> Kilograms => Steps(0, Top, Top > 14 ? 4 : 2);

    /// <summary>The months that are written below.</summary>
    public IEnumerable<int> Months => Steps(FromMonth, ToMonth, ToMonth - FromMonth > 24 ? 6 : 3);

    /// <summary>The child's own line as an SVG's <c>points</c>.</summary>
    public string Own => string.Join(' ', Weights.Select(weight => $"{Number(weight.X)},{Number(weight.Y)}"));

    /// <summary>The picture, or null where the sex is not known or no weight below five years counts. At most the last three years are shown.</summary>
    public static CardPicture? Of(Sex? sex, DateOnly birth, IEnumerable<PastMeasurement> measurements)
    {
        var weights = new List<(double Month, double Kilograms)>();
        var last = RuleBook.FirstDay;
        foreach (var one in measurements.Where(one => one is { State: MeasurementState.Counts, Weight: > 0 }).OrderBy(one => one.Day))
        {
            if (Age.Between(birth, one.Day) is not { Months: < 61 } age) continue;
            weights.Add((age.Months, one.Weight!.Value / 1000.0));
            if (one.Day > last) last = one.Day;
        }

        if (sex is not { } known || weights.Count == 0) return null;
        var to = Math.Min(60, (((int)weights[^1].Month / 12) + 1) * 12);
        var from = Math.Max(0, Math.Min((int)weights[0].Month / 12 * 12, to - 12));
        if (to - from > 24) from = Math.Max(from, to - 36);
        weights.RemoveAll(weight => weight.Month < from);
        var highest = Math.Max(At(known, 3, to), weights.Max(weight => weight.Kilograms));
        return new CardPicture(known, from, to, (((int)highest / 2) + 1) * 2, RuleBook.On(last).Kms.RedLine.Value, weights);
    }

    /// <summary>Where a month of age lies.</summary>
    public double X(double month) => Left + ((month - FromMonth) * (Right - Left) / (ToMonth - FromMonth));

    /// <summary>Where a weight lies.</summary>
    public double Y(double kilograms) => Bottom - (kilograms * Height / Top);

    /// <summary>The line of a z-score as an SVG's <c>points</c>.</summary>
    public string Line(double z) => string.Join(' ', All().Select(month => Point(month, z)));

    /// <summary>The zone between two z-scores as an SVG's <c>points</c>; below -3 it reaches the bottom.</summary>
    public string Band(double low, double high) => string.Join(' ', All().Select(month => Point(month, low)).Concat(All().Reverse().Select(month => Point(month, high))));

    /// <summary>A coordinate as it is written in an SVG.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static double At(Sex sex, double z, int month) => z < -3 ? 0 : Lines.GetOrAdd((sex, z), key => KmsCard.Line(key.Sex, key.Z))[month].Measure;

    private static IEnumerable<int> Steps(int from, int to, int step)
    {
        for (var at = from; at <= to; at += step) yield return at;
    }

    private string Point(int month, double z) => $"{Number(X(month))},{Number(Y(At(_sex, z, month)))}";

    private IEnumerable<int> All() => Enumerable.Range(FromMonth, ToMonth - FromMonth + 1);
}
