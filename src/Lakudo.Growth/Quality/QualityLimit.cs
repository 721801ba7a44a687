namespace Lakudo.Growth.Quality;

/// <summary>When a check speaks up: data with its source (<c>Limits/quality-limits.csv</c>, embedded), not code.</summary>
/// <param name="Check">The check.</param>
/// <param name="Least">Fewer than these (visits, children, pairs of visits) are not judged.</param>
/// <param name="WatchBelow">Below this value it is worth a look; null where only too much is a fault. For the sex ratio a probability.</param>
/// <param name="ActBelow">Below this value something has to be done.</param>
/// <param name="Watch">Above this value it is worth a look, in the unit of the check (index, SD, percent).</param>
/// <param name="Act">Above this value something has to be done.</param>
/// <param name="Source">Where the limits stand.</param>
/// <param name="Unconfirmed">What of them nobody has confirmed, as an Indonesian sentence; null where all is confirmed.</param>
public sealed record QualityLimit(
    QualityCheck Check, int Least, double? WatchBelow, double? ActBelow, double? Watch, double? Act, string Source, string? Unconfirmed)
{
    /// <summary>Whether every limit is confirmed.</summary>
    public bool IsConfirmed => Unconfirmed is null;
}

/// <summary>What counts as an event between two visits: data with its source (<c>Limits/quality-events.csv</c>, embedded).</summary>
/// <param name="Value">The value in the unit of its name.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Unconfirmed">What of it nobody has confirmed, as an Indonesian sentence; null where it is confirmed.</param>
public sealed record QualityEvent(double Value, string Source, string? Unconfirmed);
