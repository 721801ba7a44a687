namespace Lakudo.Growth.Quality;

/// <summary>How well children were measured: by all together and by each team, posyandu and measurer.</summary>
/// <remarks>
/// The checks are those of the WHO Anthro Survey Analyser, and of repeated visits those that a survey cannot have: length that falls, is copied, or jumps.
/// Every limit is data with its source (<see cref="QualityLimits"/>). See docs/growth/quality.md.
/// </remarks>
public sealed class QualityReport
{
    private QualityReport(QualityGroup all, IReadOnlyList<QualityGroup> groups)
    {
        All = all;
        Groups = groups;
    }

    /// <summary>Everybody's measuring.</summary>
    public QualityGroup All { get; }

    /// <summary>Each team, then each posyandu, then each measurer that the visits name, by name.</summary>
    public IReadOnlyList<QualityGroup> Groups { get; }

    /// <summary>Judges the quality of measurement of some visits.</summary>
    /// <param name="visits">The visits in any order; read once.</param>
    /// <param name="limits">The limits; those that Lakudo brings along where none are given.</param>
    /// <returns>The report; groups with too few visits are in it and say so.</returns>
    public static QualityReport Of(IEnumerable<QualityVisit> visits, QualityLimits? limits = null)
    {
        limits ??= QualityLimits.Default;
        var seen = visits.Select((visit, place) => new SeenVisit(place, visit)).ToList();
        VisitPair.Link(seen);
        var groups = new List<QualityGroup>();
        foreach (var grouping in (QualityGrouping[])[QualityGrouping.Team, QualityGrouping.Posyandu, QualityGrouping.Measurer])
        {
            groups.AddRange(seen.Where(one => !string.IsNullOrEmpty(one.Visit.Group(grouping)))
                .GroupBy(one => one.Visit.Group(grouping)!, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => QualityGroup.Of(grouping, group.Key, [.. group], limits)));
        }

        return new QualityReport(QualityGroup.Of(QualityGrouping.All, "", seen, limits), groups);
    }
}
