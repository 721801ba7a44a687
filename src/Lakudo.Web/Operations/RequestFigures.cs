using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Lakudo.Web.Operations;

/// <summary>Counts what was asked for since the program started, by route: what the metrics page shows without any other server.</summary>
/// <remarks>Routes are the program's own patterns, so there are some hundred of them and none holds anybody's number or secret.</remarks>
public sealed class RequestFigures
{
    /// <summary>So many latest durations of a route are kept for its percentile.</summary>
    private const int Kept = 512;

    private readonly ConcurrentDictionary<string, Counter> _routes = new(StringComparer.Ordinal);

    /// <summary>One route.</summary>
    /// <param name="Route">Method and pattern.</param>
    /// <param name="Count">Answers given.</param>
    /// <param name="Refused">Answers 400 to 499.</param>
    /// <param name="Failed">Answers of 500 and above.</param>
    /// <param name="Median">Milliseconds that half of the latest answers stayed under.</param>
    /// <param name="P95">Milliseconds that 95 of 100 of them stayed under.</param>
    public sealed record Row(string Route, long Count, long Refused, long Failed, double Median, double P95);

    /// <summary>Counts one answer.</summary>
    public void Add(string route, int status, double milliseconds) => _routes.GetOrAdd(route, _ => new Counter()).Add(status, milliseconds);

    /// <summary>All routes, those that took the most time first.</summary>
    public ImmutableArray<Row> Read() =>
        [.. _routes.Select(r => r.Value.Read(r.Key)).OrderByDescending(r => r.Failed).ThenByDescending(r => r.Count * r.Median).ThenBy(r => r.Route, StringComparer.Ordinal)];

    private sealed class Counter
    {
        private readonly Lock _gate = new();
        private readonly double[] _latest = new double[Kept];
        private long _count;
        private long _refused;
        private long _failed;

        public void Add(int status, double milliseconds)
        {
            lock (_gate)
            {
                _latest[_count++ % Kept] = milliseconds;
                _refused += status is >= 400 and < 500 ? 1 : 0;
                _failed += status >= 500 ? 1 : 0;
            }
        }

        public Row Read(string route)
        {
            lock (_gate)
            {
                var sorted = _latest[..(int)Math.Min(_count, Kept)];
                Array.Sort(sorted);
                return new(route, _count, _refused, _failed, sorted[(sorted.Length - 1) / 2], sorted[(sorted.Length - 1) * 95 / 100]);
            }
        }
    }
}
