using Lakudo.Children.Network;
using Lakudo.Kernel;

namespace Lakudo.Web.Sample.Children;

/// <summary>Which puskesmas, posyandu and cadres the sample has: a puskesmas in each kecamatan, two or three posyandu in each village and named by it, about 10,000 children.</summary>
internal sealed class SamplePlan
{
    /// <summary>The village that is filled at the first start: the kelurahan of the hall.</summary>
    private const string FirstVillage = "74.14.01.1007";

    private const int FewestInVillage = 100;
    private const int SpreadInVillage = 61;
    private const int MostInPosyandu = 60;
    private static readonly DateOnly Founded = new(2024, 1, 2);

    private SamplePlan(IReadOnlyList<SetUpNetwork.PuskesmasRow> puskesmas, IReadOnlyList<Place> places) => (Puskesmas, Places) = (puskesmas, places);

    /// <summary>A posyandu of the sample.</summary>
    /// <param name="Row">As it is brought in.</param>
    /// <param name="Village">Its village's name.</param>
    /// <param name="Cadres">Its two cadres.</param>
    /// <param name="Children">How many children it has.</param>
    /// <param name="District">The six digits of its kecamatan.</param>
    /// <param name="Ordinal">Its number within the kecamatan, from 0.</param>
    internal sealed record Place(SetUpNetwork.PosyanduRow Row, string Village, IReadOnlyList<(Guid Id, string Name)> Cadres, int Children, string District, int Ordinal);

    /// <summary>One in each kecamatan.</summary>
    internal IReadOnlyList<SetUpNetwork.PuskesmasRow> Puskesmas { get; }

    /// <summary>The posyandu, those of the first village first.</summary>
    internal IReadOnlyList<Place> Places { get; }

    /// <summary>The posyandu that are filled at the first start.</summary>
    internal IEnumerable<Place> First => Places.Where(p => p.Row.Village == Places[0].Row.Village);

    /// <summary>The plan for a region's areas.</summary>
    internal static SamplePlan Of(IReadOnlyList<AreaList.Row> areas)
    {
        var districts = areas.Where(a => a.Level == AreaLevel.District).ToList();
        var puskesmas = districts.Select((d, i) => new SetUpNetwork.PuskesmasRow(i + 1, $"Puskesmas {d.Name}")).ToList();
        var places = new List<Place>();
        var ordinals = districts.ToDictionary(d => d.Id, _ => 0);
        foreach (var village in areas.Where(a => a.Level != AreaLevel.District).OrderBy(a => a.Code != FirstVillage).ThenBy(a => a.Code, StringComparer.Ordinal))
        {
            var chance = SampleIds.Chance("desa " + village.Code);
            var children = FewestInVillage + chance.Next(SpreadInVillage);
            var count = (children + MostInPosyandu - 1) / MostInPosyandu;
            for (var i = 0; i < count; i++)
            {
                var words = $"{village.Code} {i + 1}";
                // The first village's posyandu are held on the day on which the sample begins, so that there is a day to be worked.
                var day = village.Code == FirstVillage ? 25 : 2 + chance.Next(22);
                var row = new SetUpNetwork.PosyanduRow(SampleIds.Of(Founded, "posyandu " + words), $"Posyandu {village.Name} {i + 1}", village.Id, districts.FindIndex(d => d.Id == village.Parent) + 1, day);
                var cadres = Enumerable.Range(1, 2).Select(n => (SampleIds.Of(Founded, $"kader {words} {n}"), SampleNames.Woman(SampleIds.Chance($"kader {words} {n}")))).ToList();
                places.Add(new Place(row, village.Name, cadres, (children / count) + (i < children % count ? 1 : 0),
                    village.Code[..8].Replace(".", "", StringComparison.Ordinal), ordinals[village.Parent!.Value]++));
            }
        }

        return new SamplePlan(puskesmas, places);
    }
}
