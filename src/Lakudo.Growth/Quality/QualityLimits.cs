using System.Globalization;
using System.Text;

namespace Lakudo.Growth.Quality;

/// <summary>All limits by which the quality of measurement is judged. Another set can be given to <see cref="QualityReport.Of"/>, for example a region's own.</summary>
public sealed class QualityLimits
{
    private readonly Dictionary<QualityCheck, QualityLimit> _limits;

    /// <summary>A set of limits.</summary>
    /// <param name="limits">One for every check.</param>
    /// <param name="fallsByCentimetres">A length that is less by more than this has fallen.</param>
    /// <param name="weightChangesByPercent">A weight that changed by more than this percentage may have jumped.</param>
    /// <param name="weightJumpsByZ">It has jumped where its z for age changed by more than this too.</param>
    /// <param name="heightJumpsByZ">A length has jumped where its z for age rose by more than this.</param>
    /// <param name="repeatsAfterDays">Two equal lengths are suspicious when at least so many days lie between.</param>
    /// <param name="jumpsWithinDays">Jumps are looked for between visits at most so many days apart.</param>
    /// <param name="boysInPercent">The share of boys among all children.</param>
    /// <exception cref="ArgumentException">A check has no limit, or two.</exception>
    public QualityLimits(
        IEnumerable<QualityLimit> limits, QualityEvent fallsByCentimetres, QualityEvent weightChangesByPercent, QualityEvent weightJumpsByZ,
        QualityEvent heightJumpsByZ, QualityEvent repeatsAfterDays, QualityEvent jumpsWithinDays, QualityEvent boysInPercent)
    {
        _limits = limits.ToDictionary(limit => limit.Check);
        if (_limits.Count != Enum.GetValues<QualityCheck>().Length) throw new ArgumentException("Every check needs its limit.", nameof(limits));
        FallsByCentimetres = fallsByCentimetres;
        WeightChangesByPercent = weightChangesByPercent;
        WeightJumpsByZ = weightJumpsByZ;
        HeightJumpsByZ = heightJumpsByZ;
        RepeatsAfterDays = repeatsAfterDays;
        JumpsWithinDays = jumpsWithinDays;
        BoysInPercent = boysInPercent;
    }

    /// <summary>The limits that Lakudo brings along.</summary>
    public static QualityLimits Default { get; } = Read();

    /// <summary>The limit of a check.</summary>
    public QualityLimit this[QualityCheck check] => _limits[check];

    /// <summary>A length that is less by more than this, in centimetres, has fallen.</summary>
    public QualityEvent FallsByCentimetres { get; }

    /// <summary>A weight that changed by more than this percentage may have jumped.</summary>
    public QualityEvent WeightChangesByPercent { get; }

    /// <summary>A weight has jumped where its z for age changed by more than this as well.</summary>
    public QualityEvent WeightJumpsByZ { get; }

    /// <summary>A length has jumped where its z for age rose by more than this.</summary>
    public QualityEvent HeightJumpsByZ { get; }

    /// <summary>Two equal lengths are suspicious when at least so many days lie between them.</summary>
    public QualityEvent RepeatsAfterDays { get; }

    /// <summary>Jumps are looked for between visits at most so many days apart.</summary>
    public QualityEvent JumpsWithinDays { get; }

    /// <summary>The share of boys among all children, in percent.</summary>
    public QualityEvent BoysInPercent { get; }

    private static QualityLimits Read()
    {
        var events = Rows("quality-events.csv").ToDictionary(row => row[0], row => new QualityEvent(Number(row[1])!.Value, row[2], Text(row[3])));
        var limits = Rows("quality-limits.csv").Select(row => new QualityLimit(
            Enum.Parse<QualityCheck>(row[0]), (int)Number(row[1])!, Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5]), row[6], Text(row[7])));
        return new QualityLimits(
            limits, events["falls-by-cm"], events["weight-changes-by-percent"], events["weight-jumps-by-z"], events["height-jumps-by-z"],
            events["repeats-after-days"], events["jumps-within-days"], events["boys-in-percent"]);
    }

    /// <remarks>The separator is a semicolon that no field holds; a source with several works names them with a comma.</remarks>
    private static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(QualityLimits).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The library was built without {file}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var columns = reader.ReadLine()!.Split(';').Length;
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var fields = line.Split(';');
            yield return fields.Length == columns ? fields : throw new InvalidOperationException($"{file}: {line}");
        }
    }

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
