using System.Collections.Immutable;
using Lakudo.Children.Companions;
using Lakudo.Children.Counts;
using Lakudo.Children.Register;
using Lakudo.Kernel;

namespace Lakudo.Web.Sample;

/// <summary>A few families of the first posyandu, entrusted to the sample's member of the TPK.</summary>
internal static class SampleCompanions
{
    private const int Families = 3;

    private static readonly (CompanionPurpose Purpose, string Words)[] Purposes =
        [(CompanionPurpose.SupplementaryFood, "Lihat apakah PMT dihabiskan anak"), (CompanionPurpose.FamilyAtRisk, ""), (CompanionPurpose.NotSeen, "Ajak ke posyandu bulan ini")];

    /// <summary>Entrusts them as the midwife does, always the same ones: the first by name.</summary>
    public static async Task Entrust(IServiceProvider services, Guid midwife, Guid posyandu, CancellationToken ct)
    {
        var by = new Caller(SampleRegion.Region, midwife, [new Assignment(Role.Midwife, SampleRegion.Region)]);
        var children = await SampleRegion.Run<ChildList, ImmutableArray<ChildList.Row>>(services, v => v.Run(by, posyandu, ct));
        foreach (var (child, (purpose, words)) in children.OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Mother, StringComparer.Ordinal).DistinctBy(c => c.Mother).Take(Families).Zip(Purposes))
        {
            var held = await SampleRegion.Run<Companionships, Companionships.Answer>(services, v => v.Run(by, child.Id, ct));
            var companion = held.Companions.First(c => c.Duty == VillageDuty.FamilyCompanion);
            await SampleRegion.Run<EntrustFamily, Guid>(services, v => v.Run(by, new(child.Id, companion.Office, purpose, words, null, true, ConsentForm.Spoken), ct));
        }
    }
}
