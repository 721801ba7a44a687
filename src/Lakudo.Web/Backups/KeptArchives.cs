using System.Globalization;

namespace Lakudo.Web.Backups;

/// <summary>Which archives of a folder stay: the newest of each of the last 7 days, 5 weeks and 12 months that have one.</summary>
/// <remarks>Counted over days that have an archive, not over the calendar: a server that stood still for a year, or whose clock ran ahead, keeps its seven.</remarks>
public static class KeptArchives
{
    private const string Form = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Name of an archive made at a UTC moment.</summary>
    public static string Name(DateTime at) => $"lakudo-{at.ToString(Form, CultureInfo.InvariantCulture)}.lakudo";

    /// <summary>The moment in an archive's name; null for any other file, which is never touched.</summary>
    public static DateTime? MomentOf(string name) =>
        name.StartsWith("lakudo-", StringComparison.Ordinal) && name.EndsWith(".lakudo", StringComparison.Ordinal)
        && DateTime.TryParseExact(name[7..^7], Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    /// <summary>Archives in a folder, newest first.</summary>
    public static List<(string Path, DateTime At)> In(string folder) =>
        [.. new DirectoryInfo(folder).GetFiles("lakudo-*.lakudo").Select(f => (f.FullName, At: MomentOf(f.Name))).Where(f => f.At is not null).Select(f => (f.FullName, f.At!.Value)).OrderByDescending(f => f.Value)];

    /// <summary>The moments of the archives among the names of a place's files.</summary>
    public static IEnumerable<DateTime> Among(IEnumerable<string> names) => names.Select(MomentOf).OfType<DateTime>();

    /// <summary>Those of some moments that may go.</summary>
    public static IReadOnlyList<DateTime> Superfluous(IEnumerable<DateTime> moments)
    {
        var newestFirst = moments.Distinct().OrderDescending().ToList();
        var kept = new HashSet<DateTime>();
        foreach (var (of, many) in (ReadOnlySpan<(Func<DateTime, int> Of, int Many)>)
                 [(m => m.DayOfYear + (m.Year * 1000), 7), (m => ISOWeek.GetWeekOfYear(m) + (ISOWeek.GetYear(m) * 100), 5), (m => m.Month + (m.Year * 100), 12)])
        {
            kept.UnionWith(newestFirst.GroupBy(of).Take(many).Select(g => g.First()));
        }

        return [.. newestFirst.Where(m => !kept.Contains(m))];
    }
}
