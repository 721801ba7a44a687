using Lakudo.Children.Counts;

namespace Lakudo.Tests.Children;

/// <summary>No hidden number can be worked out from what is shown: tried by reckoning, over random regions, every table that fits.</summary>
public sealed class SmallNumbersTests
{
    private const int Tables = 4_000;

    [Fact]
    public void Nothing_below_five_is_shown_and_every_hidden_number_could_be_another_one()
    {
        for (var seed = 0; seed < Tables; seed++)
        {
            var (areas, pieces) = Region(new Random(seed));
            var shown = Suppression.Shown(areas, pieces);
            for (var i = 0; i < areas.Count; i++) Assert.False(shown[i] && Value(areas[i], pieces) < Suppression.Smallest, $"table {seed}: a small number is shown");
            Assert.True(Known(areas, pieces, shown) is not { } known, $"table {seed}: {Words(areas, pieces, shown)}");
        }
    }

    [Fact]
    public void Hiding_only_the_small_ones_would_give_some_away()
    {
        var found = 0;
        for (var seed = 0; seed < Tables; seed++)
        {
            var (areas, pieces) = Region(new Random(seed));
            if (Known(areas, pieces, [.. areas.Select(a => Value(a, pieces) >= Suppression.Smallest)]) is not null) found++;
        }

        // So the reckoning above does find what is wrong.
        Assert.InRange(found, Tables / 20, Tables);
    }

    [Fact]
    public void A_total_less_its_other_villages_gives_nothing_away()
    {
        // One kecamatan of 40: villages of 3, 9, 28.
        Suppression.Area[] areas = [new([0, 1, 2], null), new([0], 0), new([1], 0), new([2], 0)];
        Assert.Equal([true, false, false, true], Suppression.Shown(areas, [3, 9, 28]));
        // Nothing is small: all is shown. Nobody at all: all is hidden.
        Assert.Equal([true, true, true, true], Suppression.Shown(areas, [5, 9, 28]));
        Assert.Equal([false, false, false, false], Suppression.Shown(areas, [0, 1, 2]));
    }

    [Fact]
    public void A_puskesmas_that_leaves_out_one_village_of_its_kecamatan_does_not_tell_of_that_village()
    {
        // The kecamatan has villages 0 to 3, the puskesmas looks after 0 to 2 only; the rest of the region is large.
        Suppression.Area[] areas = [new([0, 1, 2, 3, 4], null), new([0, 1, 2, 3], 0), new([4], 0), new([0], 1), new([1], 1), new([2], 1), new([3], 1), new([0, 1, 2], 0, 1), new([3, 4], 0, 1)];
        var shown = Suppression.Shown(areas, [20, 4, 30, 2, 50]);
        Assert.False(shown[1] && shown[7]);
    }

    [Fact]
    public void A_new_diagnosis_does_not_show_as_a_difference_to_the_month_before()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var chance = new Random(seed);
            var (areas, before) = Region(chance);
            var after = before.Select(p => p + chance.Next(3)).ToArray();
            foreach (var (one, two) in CountedAreas.Publish(Counted.Diagnosed, areas, before).Zip(CountedAreas.Publish(Counted.Diagnosed, areas, after)))
                Assert.True(one is not { } a || two is not { } b || b == a || b - a >= Suppression.Smallest);
        }
    }

    /// <summary>One to three kecamatan of one to four villages; most puskesmas are a kecamatan's, some take a village of another or share one.</summary>
    private static (List<Suppression.Area> Areas, int[] Pieces) Region(Random chance)
    {
        var pieces = new List<(int District, int Village, int Puskesmas, int Value)>();
        var (districts, village) = (1 + chance.Next(3), 0);
        for (var d = 0; d < districts; d++)
        {
            for (var v = 1 + chance.Next(districts == 3 ? 2 : 4); v > 0; v--, village++)
            {
                var centre = chance.Next(5) == 0 ? chance.Next(districts) : d;
                pieces.Add((d, village, centre, Number(chance)));
                if (chance.Next(8) == 0) pieces.Add((d, village, (centre + 1) % districts, Number(chance)));
            }
        }

        pieces = [.. pieces.DistinctBy(p => (p.Village, p.Puskesmas))];
        int[] Of(Func<(int District, int Village, int Puskesmas, int Value), bool> which) => [.. Enumerable.Range(0, pieces.Count).Where(i => which(pieces[i]))];
        List<Suppression.Area> areas = [new(Of(_ => true), null)];
        for (var d = 0; d < districts; d++)
        {
            areas.Add(new(Of(p => p.District == d), 0));
            var parent = areas.Count - 1;
            areas.AddRange(pieces.Where(p => p.District == d).Select(p => p.Village).Distinct().Select(v => new Suppression.Area(Of(p => p.Village == v), parent)));
        }

        areas.AddRange(pieces.Select(p => p.Puskesmas).Distinct().Select(c => new Suppression.Area(Of(p => p.Puskesmas == c), 0, 1)));
        return (areas, [.. pieces.Select(p => p.Value)]);
    }

    private static int Number(Random chance) => chance.Next(3) == 0 ? chance.Next(3) : chance.Next(12);

    private static int Value(Suppression.Area area, IReadOnlyList<int> pieces) => area.Parts.Sum(p => pieces[p]);

    /// <summary>The first hidden area whose number is the same in every table of whole numbers that fits what is shown; null where there is none.</summary>
    private static int? Known(List<Suppression.Area> areas, int[] pieces, bool[] shown)
    {
        var totals = areas.Select((a, i) => (a, i)).Where(x => shown[x.i]).Select(x => (Parts: x.a.Parts.ToHashSet(), Left: Value(x.a, pieces))).ToList();
        // A piece in no shown area may be anything, and so may every area it is in.
        var bound = Enumerable.Range(0, pieces.Length).Where(p => totals.Any(t => t.Parts.Contains(p))).ToHashSet();
        return Enumerable.Range(0, areas.Count).Where(i => !shown[i] && areas[i].Parts.All(bound.Contains) && !CanDiffer(areas[i], bound, totals, pieces)).Select(i => (int?)i).FirstOrDefault();
    }

    /// <summary>Whether another table gives the same totals and another number for the area. Its own pieces are tried first, so that what would be the same number again is left at once.</summary>
    private static bool CanDiffer(Suppression.Area area, HashSet<int> bound, List<(HashSet<int> Parts, int Left)> totals, int[] pieces)
    {
        int[] order = [.. area.Parts, .. bound.Except(area.Parts)];
        var (guess, left) = ((int[])pieces.Clone(), totals.Select(t => t.Left).ToArray());
        return Try(0);

        bool Try(int at)
        {
            if (at == area.Parts.Count && area.Parts.Sum(p => guess[p]) == Value(area, pieces)) return false;
            if (at == order.Length) return left.All(l => l == 0);
            var mine = Enumerable.Range(0, totals.Count).Where(t => totals[t].Parts.Contains(order[at])).ToArray();
            // Where this is the last piece of a total, it is what is left of it.
            var least = mine.Where(t => !order.Skip(at + 1).Any(totals[t].Parts.Contains)).Select(t => left[t]).DefaultIfEmpty(0).Max();
            for (var value = least; value <= mine.Min(t => left[t]); value++)
            {
                guess[order[at]] = value;
                foreach (var t in mine) left[t] -= value;
                var found = Try(at + 1);
                foreach (var t in mine) left[t] += value;
                if (found) return true;
            }

            return false;
        }
    }

    private static string Words(List<Suppression.Area> areas, int[] pieces, bool[] shown) => string.Join(" ", areas.Select((a, i) => $"[{string.Join(',', a.Parts)}]={Value(a, pieces)}{(shown[i] ? "" : "*")}"));
}
