namespace Lakudo.Children.Counts;

/// <summary>
/// Which numbers of one column may leave the health service. A number below five is hidden, and so is every further number by which a hidden one could be worked out: from a total and its other parts, or from two
/// divisions of the same region (kecamatan and puskesmas) that differ by one village. The rule in words: docs/decisions/small-numbers.md.
/// </summary>
internal static class Suppression
{
    /// <summary>Numbers below this are hidden.</summary>
    public const int Smallest = 5;

    /// <summary>An area of which a number would be shown.</summary>
    /// <param name="Parts">Which of the smallest pieces (villages, or the parts of a village under different puskesmas) it is made of.</param>
    /// <param name="Parent">The area whose number is the sum of this one and its sisters; null at the top.</param>
    /// <param name="Division">Which sisters it adds up with: a region is the sum of its kecamatan, and again of its puskesmas.</param>
    public sealed record Area(IReadOnlyList<int> Parts, int? Parent, int Division = 0);

    /// <summary>For each area whether its number is shown.</summary>
    /// <param name="areas">The areas.</param>
    /// <param name="pieces">The number in each piece.</param>
    public static bool[] Shown(IReadOnlyList<Area> areas, IReadOnlyList<int> pieces)
    {
        var values = areas.Select(a => a.Parts.Sum(p => pieces[p])).ToArray();
        var shown = values.Select(v => v >= Smallest).ToArray();
        while (Together(areas, values, shown) || Within(areas, pieces, values, shown) || Between(areas, pieces, values, shown) || Forced(areas, pieces.Count, values, shown) || Computable(areas, pieces.Count, values, shown))
        {
            // Each turn hides one more, so this comes to an end.
        }

        return shown;
    }

    /// <summary>The hidden parts of a shown total must be two at least and five together, or what is left of the total is itself a small number. Hides the smallest further part, or the total where none is left.</summary>
    private static bool Together(IReadOnlyList<Area> areas, int[] values, bool[] shown)
    {
        foreach (var sisters in Enumerable.Range(0, areas.Count).Where(i => areas[i].Parent is { } p && shown[p]).GroupBy(i => (Parent: areas[i].Parent!.Value, areas[i].Division)))
        {
            var hidden = sisters.Where(i => !shown[i]).ToList();
            // What no area covers of a total is a part of it too.
            var rest = values[sisters.Key.Parent] - sisters.Sum(i => values[i]);
            var (count, sum) = (hidden.Count + (rest > 0 ? 1 : 0), hidden.Sum(i => values[i]) + rest);
            if (count == 0 || (count >= 2 && sum >= Smallest)) continue;
            shown[sisters.Where(i => shown[i]).OrderBy(i => values[i]).ThenBy(i => i).Select(i => (int?)i).FirstOrDefault() ?? sisters.Key.Parent] = false;
            return true;
        }

        return false;
    }

    /// <summary>What all the shown areas within a shown one leave of it, across divisions and levels, must not be a small number. Hides the smallest of those within.</summary>
    private static bool Within(IReadOnlyList<Area> areas, IReadOnlyList<int> pieces, int[] values, bool[] shown)
    {
        var sets = areas.Select(a => a.Parts.ToHashSet()).ToArray();
        foreach (var outer in Enumerable.Range(0, areas.Count).Where(i => shown[i]))
        {
            var inner = Enumerable.Range(0, areas.Count).Where(i => shown[i] && sets[i].Count > 0 && sets[i].IsProperSubsetOf(sets[outer])).ToList();
            var left = sets[outer].Except(inner.SelectMany(i => sets[i])).ToList();
            if (left.Count == 0 || inner.Count == 0 || left.Sum(p => pieces[p]) >= Smallest) continue;
            shown[inner.OrderBy(i => values[i]).ThenBy(i => i).First()] = false;
            return true;
        }

        return false;
    }

    /// <summary>Where one shown area lies within another of another division, what is left between them must not be a single hidden village or a small number either. Hides the smaller of the two.</summary>
    private static bool Between(IReadOnlyList<Area> areas, IReadOnlyList<int> pieces, int[] values, bool[] shown)
    {
        var sets = areas.Select(a => a.Parts.ToHashSet()).ToArray();
        foreach (var (outer, inner) in Enumerable.Range(0, areas.Count).Where(i => shown[i] && sets[i].Count > 1).SelectMany(_ => Enumerable.Range(0, areas.Count), (i, j) => (i, j)))
        {
            if (!shown[inner] || areas[inner].Parent == outer || sets[inner].Count >= sets[outer].Count || sets[inner].Count < 2 || !sets[inner].IsSubsetOf(sets[outer])) continue;
            var left = sets[outer].Except(sets[inner]).ToHashSet();
            foreach (var k in Enumerable.Range(0, areas.Count).Where(k => shown[k] && areas[k].Parts.Count > 0 && areas[k].Parts.All(sets[outer].Contains) && !areas[k].Parts.Any(sets[inner].Contains))) left.ExceptWith(areas[k].Parts);
            if (left.Count == 0 || (left.Count > 1 && left.Sum(p => pieces[p]) >= Smallest)) continue;
            shown[values[inner] <= values[outer] ? inner : outer] = false;
            return true;
        }

        return false;
    }

    /// <summary>No number is below nought, so a shown total says how much each of its parts is at most, and so at least. Where that leaves one number only for a hidden area, hides the smallest shown one that it is in.</summary>
    private static bool Forced(IReadOnlyList<Area> areas, int pieces, int[] values, bool[] shown)
    {
        var (least, most) = (new long[pieces], Enumerable.Repeat((long)int.MaxValue, pieces).ToArray());
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var i in Enumerable.Range(0, areas.Count).Where(i => shown[i]))
            {
                var (low, high) = (areas[i].Parts.Sum(p => least[p]), areas[i].Parts.Sum(p => most[p]));
                foreach (var p in areas[i].Parts)
                {
                    var (atMost, atLeast) = (values[i] - low + least[p], values[i] - high + most[p]);
                    if (atMost >= most[p] && atLeast <= least[p]) continue;
                    (low, high) = (low - least[p], high - most[p]);
                    (most[p], least[p], changed) = (Math.Min(most[p], atMost), Math.Max(least[p], atLeast), true);
                    (low, high) = (low + least[p], high + most[p]);
                }
            }
        }

        foreach (var area in Enumerable.Range(0, areas.Count).Where(i => !shown[i] && areas[i].Parts.Count > 0 && areas[i].Parts.All(p => least[p] == most[p])).Select(i => areas[i]))
        {
            shown[Enumerable.Range(0, areas.Count).Where(j => shown[j] && areas[j].Parts.Any(area.Parts.Contains)).OrderBy(j => values[j]).ThenBy(j => j).First()] = false;
            return true;
        }

        return false;
    }

    /// <summary>A hidden number that is a combination of shown ones can be computed from them. Hides the smallest of those it is computed from.</summary>
    private static bool Computable(IReadOnlyList<Area> areas, int pieces, int[] values, bool[] shown)
    {
        var basis = new List<(int Pivot, double[] Row, double[] From)>();
        foreach (var i in Enumerable.Range(0, areas.Count).Where(i => shown[i]))
        {
            var (row, from) = Reduce(basis, Row(areas[i], pieces), new double[areas.Count]);
            from[i] += 1;
            if (Pivot(row) is not { } pivot) continue;
            var scale = row[pivot];
            basis.Add((pivot, [.. row.Select(v => v / scale)], [.. from.Select(v => v / scale)]));
        }

        foreach (var i in Enumerable.Range(0, areas.Count).Where(i => !shown[i] && areas[i].Parts.Count > 0))
        {
            var (row, from) = Reduce(basis, Row(areas[i], pieces), new double[areas.Count]);
            if (Pivot(row) is not null) continue;
            var used = Enumerable.Range(0, areas.Count).Where(j => shown[j] && Math.Abs(from[j]) > Nil).ToList();
            shown[used.OrderBy(j => values[j]).ThenBy(j => j).First()] = false;
            return true;
        }

        return false;
    }

    private const double Nil = 1e-6;

    private static double[] Row(Area area, int pieces)
    {
        var row = new double[pieces];
        foreach (var part in area.Parts) row[part] = 1;
        return row;
    }

    private static int? Pivot(double[] row)
    {
        var at = -1;
        for (var i = 0; i < row.Length; i++)
        {
            if (Math.Abs(row[i]) > Nil && (at < 0 || Math.Abs(row[i]) > Math.Abs(row[at]))) at = i;
        }

        return at < 0 ? null : at;
    }

    /// <summary>Takes from a row what the basis can make of it, and notes from which areas that came.</summary>
    private static (double[] Row, double[] From) Reduce(List<(int Pivot, double[] Row, double[] From)> basis, double[] row, double[] from)
    {
        foreach (var (pivot, known, source) in basis)
        {
            var times = row[pivot];
            if (Math.Abs(times) <= Nil) continue;
            for (var i = 0; i < row.Length; i++) row[i] -= times * known[i];
            for (var i = 0; i < from.Length; i++) from[i] -= times * source[i];
        }

        return (row, from);
    }
}
