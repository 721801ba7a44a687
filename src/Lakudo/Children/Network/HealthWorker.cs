using Lakudo.Kernel;

namespace Lakudo.Children.Network;

/// <summary>What a health worker of the programme is.</summary>
public enum Profession : byte
{
    /// <summary>Kader posyandu: a volunteer of the village.</summary>
    Cadre = 1,

    /// <summary>Bidan: midwife, responsible for villages.</summary>
    Midwife = 2,

    /// <summary>Ahli gizi: nutritionist of a puskesmas.</summary>
    Nutritionist = 3,
}

/// <summary>A cadre, midwife or nutritionist. Midwives and nutritionists sign in with an account; a cadre has a phone instead.</summary>
internal sealed class HealthWorker : IRegional
{
    private HealthWorker()
    {
    }

    public HealthWorker(int regionId, Guid id, Profession profession, string name, Guid? accountId)
    {
        (RegionId, Id, Profession, Name, AccountId) = (regionId, id, profession, name, accountId);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Profession Profession { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The account by which the person signs in; null for cadres.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>When the name was taken out; null while it stands.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>Takes the name out; measurements go on naming the id.</summary>
    public void Forget(DateTime at) => (Name, ErasedAt) = (Personal.Forgotten.Name, at);
}

/// <summary>For whom a health worker cares, and how long: one posyandu, all of a village, or all of a puskesmas.</summary>
internal sealed class CareAssignment : IRegional
{
    private CareAssignment()
    {
    }

    public CareAssignment(int regionId, Guid id, Guid workerId, Guid? posyanduId, int? villageId, int? puskesmasId, DateTime from)
    {
        (RegionId, Id, WorkerId, PosyanduId, VillageId, PuskesmasId, From) = (regionId, id, workerId, posyanduId, villageId, puskesmasId, from);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid WorkerId { get; private set; }

    public Guid? PosyanduId { get; private set; }

    public int? VillageId { get; private set; }

    public int? PuskesmasId { get; private set; }

    public DateTime From { get; private set; }

    public DateTime? Until { get; private set; }

    /// <summary>Ends it; an earlier end stays.</summary>
    public void End(DateTime now) => Until = Until < now ? Until : now;
}
