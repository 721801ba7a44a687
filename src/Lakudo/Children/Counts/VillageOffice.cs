using Lakudo.Kernel;

namespace Lakudo.Children.Counts;

/// <summary>Which village a village officer is of, and how long.</summary>
internal sealed class VillageOffice : IRegional
{
    private VillageOffice()
    {
    }

    public VillageOffice(int regionId, Guid id, Guid accountId, int villageId, DateTime from) => (RegionId, Id, AccountId, VillageId, From) = (regionId, id, accountId, villageId, from);

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public int VillageId { get; private set; }

    public DateTime From { get; private set; }

    public DateTime? Until { get; private set; }

    public void End(DateTime now) => Until = now;
}
