using System.Collections.Immutable;
using Lakudo.Children.Companions;
using Lakudo.Children.Counts;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Children.Personal;

namespace Lakudo.Tests.Children.Companions;

/// <summary>A family at Melati, somebody of the TPK and an officer in its village, and an officer of the next one.</summary>
internal sealed class TestCompanions : IAsyncDisposable
{
    internal static readonly DateOnly Today = new(2026, 3, 2);
    private readonly Dictionary<Guid, Guid> _offices = [];

    private TestCompanions(TestFamily family) => Family = family;

    internal TestFamily Family { get; }

    internal TestPosyandu Posyandu => Family.Posyandu;

    internal Caller Companion { get; } = TestPosyandu.Staff(Role.FamilyCompanion);

    internal Caller Officer { get; } = TestPosyandu.Staff(Role.VillageOfficer);

    /// <summary>Of the village of Mawar.</summary>
    internal Caller FarOfficer { get; } = TestPosyandu.Staff(Role.VillageOfficer);

    internal static async Task<TestCompanions> Open(Vendor vendor)
    {
        var test = new TestCompanions(await TestFamily.Open(vendor));
        await test.Assign(test.Companion, "Wa Ode Nining", VillageDuty.FamilyCompanion, 2);
        await test.Assign(test.Officer, "La Ode Hamid", VillageDuty.Officer, 2);
        await test.Assign(test.FarOfficer, "La Jauh", VillageDuty.Officer, 3);
        return test;
    }

    private async Task Assign(Caller who, string name, VillageDuty duty, int village)
    {
        var admin = TestPosyandu.Staff(Role.RegionAdmin);
        Assert.False((await Posyandu.With((db, commit) => new AssignVillage(db, commit, Posyandu.Clock).Run(admin, new(who.Id!.Value, village, name, duty)))).IsRefused);
        _offices[who.Id!.Value] = (await Posyandu.With((db, _) => new VillageOfficers(db).Run(admin))).Value.Single(o => o.Account == who.Id).Id;
    }

    internal Guid OfficeOf(Caller who) => _offices[who.Id!.Value];

    internal EntrustFamily.Command Entrusting(Caller who) => new(Family.Elder.Id, OfficeOf(who), CompanionPurpose.SupplementaryFood, "Lihat apakah PMT dihabiskan", null, true, ConsentForm.Spoken);

    internal Task<Outcome<Guid>> Entrust(EntrustFamily.Command? command = null, Caller? by = null) => Posyandu.With((db, commit) => new EntrustFamily(db, commit, Posyandu.Clock).Run(by ?? Posyandu.Nutritionist, command ?? Entrusting(Companion)));

    internal Task<Outcome<ImmutableArray<EntrustedFamilies.Family>>> Families(Caller? by = null) => Posyandu.With((db, commit) => new EntrustedFamilies(db, commit, Posyandu.Clock).Run(by ?? Companion));

    internal Task<Outcome<Guid>> Visit(Guid which, string? words = "Anak sehat dan bermain", bool needs = false, DateOnly? day = null, Caller? by = null) =>
        Posyandu.With((db, commit) => new RecordCompanionVisit(db, commit, Posyandu.Clock).Run(by ?? Companion, new(which, day, true, words, needs)));

    internal Task<Outcome<Done>> End(Guid which, string? why = "Tujuan tercapai", Caller? by = null) => Posyandu.With((db, commit) => new EndCompanionship(db, commit, Posyandu.Clock).Run(by ?? Posyandu.Nutritionist, new(which, why)));

    internal Task<Outcome<Done>> Withdraw(bool guardian = true, Caller? by = null) => Posyandu.With((db, commit) => new WithdrawSharing(db, commit, Posyandu.Clock).Run(by ?? Posyandu.Nutritionist, new(Family.Elder.Id, guardian, "Disampaikan langsung")));

    internal Task<Outcome<Companionships.Answer>> Held(Guid? child = null, Caller? by = null) => Posyandu.With((db, commit) => new Companionships(db, commit, Posyandu.Clock).Run(by ?? Posyandu.Nutritionist, child));

    public ValueTask DisposeAsync() => Family.DisposeAsync();
}
