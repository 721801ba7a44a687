using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Feedback;

/// <summary>How many respondents said to belong to a group.</summary>
/// <param name="Field">What was asked: <c>kelamin</c>, <c>umur</c>, <c>pendidikan</c>, <c>pekerjaan</c>.</param>
/// <param name="Words">The group; several small ones are named together.</param>
/// <param name="Count">How many; never 1 to 4.</param>
public sealed record RespondentCount(string Field, string Words, int Count)
{
    /// <summary>What small groups are shown as.</summary>
    public const string Together = "Kelompok kecil, digabung";

    private const string Unsaid = "Tidak menjawab";

    /// <summary>Counts every field.</summary>
    internal static async Task<IReadOnlyList<RespondentCount>> All(LakudoDb db, Caller caller, SurveyPeriod period, CancellationToken ct)
    {
        var version = SurveyInstrument.Current.Version;
        var rows = await db.Still(caller).SurveyAnswers.AsNoTracking().Where(a => a.Month >= period.From && a.Month <= period.To && a.Instrument == version)
            .GroupBy(a => new { a.Sex, a.Age, a.Education, a.Job }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var counts = new List<RespondentCount>();
        foreach (var field in SurveyInstrument.Current.Groups.GroupBy(g => g.Field))
        {
            var said = rows.GroupBy(r => field.Key switch { "kelamin" => r.Key.Sex, "umur" => r.Key.Age, "pendidikan" => r.Key.Education, _ => r.Key.Job } ?? "")
                .ToDictionary(g => g.Key, g => g.Sum(r => r.Count));
            var groups = field.Select(g => new RespondentCount(g.Field, g.Words, said.GetValueOrDefault(g.Key))).Append(new(field.Key, Unsaid, said.GetValueOrDefault("")));
            counts.AddRange(Merge(field.Key, [.. groups]));
        }

        return counts;
    }

    /// <summary>Puts groups of one to four together, and takes the next smallest with them while they would still be fewer than five: a hidden one could be reckoned from the total.</summary>
    internal static IReadOnlyList<RespondentCount> Merge(string field, IReadOnlyList<RespondentCount> groups)
    {
        var small = groups.Where(g => g.Count is > 0 and < BallotBox.Fewest).ToHashSet();
        if (small.Count == 0) return groups;
        foreach (var next in groups.Where(g => g.Count >= BallotBox.Fewest).OrderBy(g => g.Count))
        {
            if (small.Count > 1 && small.Sum(g => g.Count) >= BallotBox.Fewest) break;
            small.Add(next);
        }

        return [.. groups.Where(g => !small.Contains(g)), new(field, Together, small.Sum(g => g.Count))];
    }
}
