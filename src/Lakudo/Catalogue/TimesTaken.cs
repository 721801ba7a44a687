using System.Collections.Concurrent;
using Lakudo.Calendar;

namespace Lakudo.Catalogue;

/// <summary>How long a service really took, from complete file to decision.</summary>
/// <param name="Unit">What it is counted in; the unit of the promise.</param>
/// <param name="Median">Half of the cases took no longer.</param>
/// <param name="NinetiethPercentile">Nine of ten cases took no longer.</param>
/// <param name="Cases">How many cases were counted; at least 1.</param>
public sealed record TimeTaken(TimeUnit Unit, double Median, double NinetiethPercentile, int Cases);

/// <summary>
/// The times taken of every region, kept in memory. The catalogue knows no cases: the module that does hands the figures over whenever it has counted anew.
/// </summary>
public sealed class TimesTaken
{
    private readonly ConcurrentDictionary<int, IReadOnlyDictionary<Guid, TimeTaken>> _regions = new();

    /// <summary>Puts a region's figures in the place of those before.</summary>
    public void Set(int region, IReadOnlyDictionary<Guid, TimeTaken> figures) => _regions[region] = figures;

    /// <summary>The figures of a service, or null while nothing was counted.</summary>
    public TimeTaken? Of(int region, Guid service) => _regions.TryGetValue(region, out var figures) ? figures.GetValueOrDefault(service) : null;
}
