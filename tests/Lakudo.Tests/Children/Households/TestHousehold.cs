using Lakudo.Children.Consent;
using Lakudo.Children.Households;
using Lakudo.Field;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Households;

/// <summary>A posyandu with two sisters, a neighbour, and the verbs of households.</summary>
internal sealed class TestHousehold : IAsyncDisposable
{
    internal static HouseholdPerson Child(Guid id) => new(MemberKind.Child, id);

    internal static HouseholdPerson Mother(Guid id) => new(MemberKind.Mother, id);

    internal const string Number = "7414010504180012";
    internal const string OtherNumber = "7414010504180097";

    private TestHousehold(TestPosyandu test) => Test = test;

    internal TestPosyandu Test { get; }

    internal TestPhone Phone { get; private set; } = null!;

    /// <summary>Measured once; her address says RT 3, RW 1.</summary>
    internal NewChild Elder { get; private set; } = null!;

    /// <summary>Her sister, of the same mother by NIK.</summary>
    internal NewChild Younger { get; private set; } = null!;

    /// <summary>Another mother's child.</summary>
    internal NewChild Neighbour { get; private set; } = null!;

    internal static async Task<TestHousehold> Open(Vendor vendor)
    {
        var test = await TestPosyandu.Open(vendor);
        var house = new TestHousehold(test) { Phone = await test.Phone() };
        house.Elder = test.Girl("Sitti Aisyah", birth: new DateOnly(2024, 1, 10)) with { Address = "Lr. Pantai RT 03/RW 01" };
        house.Younger = test.Girl("Wa Rini", birth: new DateOnly(2025, 11, 20));
        house.Neighbour = test.Girl("Wa Tina", motherNik: null) with { MotherName = "Wa Tetangga" };
        Assert.Equal(BatchVerdict.Accepted, (await house.Phone.Send(house.Elder, house.Younger, house.Neighbour, test.Measured(house.Elder.Id, 8_000, 7_500))).Value.Verdict);
        return house;
    }

    internal async Task<Guid> House(Guid child, string? number = null)
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(1, (await Run(new OpenHouseholds.Row(id, child, number))).Value);
        return id;
    }

    internal Task<Outcome<int>> Run(OpenHouseholds.Row row, Caller? by = null) => Run([row], by);

    internal Task<Outcome<int>> Run(IReadOnlyList<OpenHouseholds.Row> rows, Caller? by = null) => Test.With((db, commit) => new OpenHouseholds(db, commit, Test.Clock, Test.Personal).Run(by ?? Test.Nutritionist, new(rows)));

    internal Task<Outcome<Guid>> Join(JoinHousehold.Command command, Caller? by = null) => Test.With((db, commit) => new JoinHousehold(db, commit, Test.Clock, Test.Personal).Run(by ?? Test.Nutritionist, command));

    internal Task<Outcome<LeaveHousehold.Answer>> Leave(LeaveHousehold.Command command, Caller? by = null) => Test.With((db, commit) => new LeaveHousehold(db, commit, Test.Clock).Run(by ?? Test.Nutritionist, command));

    internal Task<Outcome<Done>> Set(Guid house, string? number, string? why = "Menurut kartu keluarga", Caller? by = null) => Test.With((db, commit) => new SetHouseholdNumber(db, commit, Test.Clock, Test.Personal).Run(by ?? Test.Nutritionist, new(house, number, why)));

    internal Task<Outcome<Done>> Place(PlaceHousehold.Command command, Caller? by = null) => Test.With((db, commit) => new PlaceHousehold(db, commit, Test.Clock).Run(by ?? Test.Nutritionist, command));

    internal Task<Outcome<Guid>> Unite(Guid house, string? number, Caller? by = null) => Test.With((db, commit) => new UniteHouseholds(db, commit, Test.Clock, Test.Personal).Run(by ?? Test.Nutritionist, new(house, number)));

    internal Task<Outcome<HouseholdRecord.Answer>> Read(Guid house, Caller? by = null) => Test.With((db, commit) => new HouseholdRecord(db, commit, Test.Clock, Test.Personal).Run(by ?? Test.Nutritionist, house));

    internal Task<Outcome<HouseholdOfChild.Answer>> Of(Guid child, Caller? by = null) => Test.With((db, commit) => new HouseholdOfChild(db, commit, Test.Clock).Run(by ?? Test.Nutritionist, child));

    internal Task<Outcome<Guid>> Find(string? number, Caller? by = null) => Test.With((db, commit) => new FindHousehold(db, commit, Test.Clock, Test.Personal).Run(by ?? Test.Nutritionist, new(number)));

    internal Task<Outcome<string>> Reveal(Guid house, Caller? by = null) => Test.With((db, commit) => new RevealHouseholdNumber(db, commit, Test.Clock, Test.Personal).Run(by ?? Test.Nutritionist, new(house)));

    internal Task<Outcome<Done>> Withdraw(Guid child) => Test.With((db, commit) => new WithdrawConsent(db, commit, Test.Clock).Run(Test.Nutritionist, new(child, true, "Ibu datang")));

    internal Task<Outcome<Done>> AgreeAgain(Guid child) => Test.With((db, commit) => new GiveConsentAgain(db, commit, Test.Clock).Run(Test.Nutritionist, new(child, true, "Ibu datang lagi")));

    /// <summary>The names of the children shown, the eldest first.</summary>
    internal async Task<string[]> Names(Guid house, Caller? by = null) => [.. (await Read(house, by)).Value.Children.Select(c => c.Name)];

    internal async Task<Guid> MotherOf(Guid child)
    {
        await using var db = Test.Read();
        return await db.Set<Lakudo.Children.Register.Child>().Where(c => c.Id == child).Select(c => c.MotherId).SingleAsync();
    }

    /// <summary>Everything the journal holds, as text.</summary>
    internal async Task<string> Journal()
    {
        await using var db = Test.Read();
        return string.Join('\n', (await db.JournalEntries.ToListAsync()).Select(e => $"{e.Fact} {e.Data} {e.Why}"));
    }

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}
