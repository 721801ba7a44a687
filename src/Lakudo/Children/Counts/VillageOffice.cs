using Lakudo.Kernel;

namespace Lakudo.Children.Counts;

/// <summary>As what somebody serves in a village.</summary>
public enum VillageDuty : byte
{
    /// <summary>Petugas desa: sees the village's numbers, and families only where the puskesmas entrusts them.</summary>
    Officer = 1,

    /// <summary>Member of the tim pendamping keluarga (TPK): sees only families that the puskesmas entrusts.</summary>
    FamilyCompanion = 2,
}

/// <summary>Which village an officer or a member of its TPK serves, and how long.</summary>
internal sealed class VillageOffice : IRegional
{
    private VillageOffice()
    {
    }

    public VillageOffice(int regionId, Guid id, Guid accountId, string name, VillageDuty duty, int villageId, DateTime from) =>
        (RegionId, Id, AccountId, Name, Duty, VillageId, From) = (regionId, id, accountId, name, duty, villageId, from);

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>The name by which puskesmas and families know who that is.</summary>
    public string Name { get; private set; } = "";

    public VillageDuty Duty { get; private set; }

    public int VillageId { get; private set; }

    public DateTime From { get; private set; }

    public DateTime? Until { get; private set; }

    public void End(DateTime now) => Until = now;

    /// <summary>The name goes; which account it was stays, as in the journal.</summary>
    public void Forget() => Name = Personal.Forgotten.Name;
}
