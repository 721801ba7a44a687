using Lakudo.Children.Counts;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Testing;

namespace Lakudo.Tests.Children;

public sealed class CountsTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_month_is_counted_by_village_puskesmas_and_kecamatan_with_small_numbers_hidden(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        await Fill(test, test.Melati, test.Cadre, tall: 6, small: 7);
        await Fill(test, test.Mawar, test.OtherCadre, tall: 10, small: 0);
        var office = TestPosyandu.Staff(Role.ProgrammeOffice);
        var byVillage = (await Counts(test, office, March, Division.Village)).Value;
        var metere = byVillage.Rows.Single(r => r.Name == "Metere");
        Assert.Equal((13, 13, (int?)null), (metere.Numbers[(int)Counted.Children], metere.Numbers[(int)Counted.Measured], metere.Numbers[(int)Counted.VeryShort]));
        // None of the other village is short: that is below five, and the total of seven would give it away, so both are hidden.
        var (lolibu, whole) = (byVillage.Rows.Single(r => r.Name == "Lolibu"), byVillage.Rows[^1]);
        Assert.Equal((10, (int?)null), (lolibu.Numbers[(int)Counted.Children], lolibu.Numbers[(int)Counted.VeryShort]));
        Assert.Equal((true, 23, 7), (whole.IsWhole, whole.Numbers[(int)Counted.Children], whole.Numbers[(int)Counted.VeryShort]));
        var byDistrict = (await Counts(test, office, March)).Value;
        Assert.Equal([("Lakudo", (int?)23), ("Kabupaten Buton Tengah", 23)], byDistrict.Rows.Select(r => (r.Name, r.Numbers[(int)Counted.Measured])));
        Assert.Equal(["Puskesmas Gu", "Puskesmas Lakudo", "Kabupaten Buton Tengah"], (await Counts(test, office, March, Division.Puskesmas)).Value.Rows.Select(r => r.Name));
        // Before anyone was measured, and after: nobody was seen any more.
        Assert.Equal([null, 23], new[] { Counted.Measured, Counted.NotSeen }.Select(c => Whole(Counts(test, office, March.AddMonths(-1)).Result.Value, c)));
        Assert.Equal("C-632", (await Counts(test, office, March.AddMonths(7))).Refusal?.Code);
        Assert.Equal("C-632", (await Counts(test, office, March.AddYears(-6))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_village_officer_sees_the_own_village_only_and_nothing_that_others_do_not(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        await Fill(test, test.Melati, test.Cadre, tall: 6, small: 2);
        await Fill(test, test.Mawar, test.OtherCadre, tall: 10, small: 6);
        var (admin, officer, office) = (TestPosyandu.Staff(Role.RegionAdmin), TestPosyandu.Staff(Role.VillageOfficer), TestPosyandu.Staff(Role.ProgrammeOffice));
        Assert.Equal("C-631", (await Counts(test, officer, March)).Refusal?.Code);
        Assert.Equal("C-633", (await Assign(test, admin, officer.Id!.Value, 1)).Refusal?.Code);
        Assert.False((await Assign(test, admin, officer.Id!.Value, 2)).IsRefused);
        Assert.Equal("C-633", (await Assign(test, admin, officer.Id!.Value, 2)).Refusal?.Code);
        var own = (await Counts(test, officer, March, Division.District)).Value;
        Assert.Equal((true, Division.Village, "Metere"), (own.IsOwnVillage, own.By, Assert.Single(own.Rows).Name));
        var same = (await Counts(test, office, March, Division.Village)).Value.Rows.Single(r => r.Name == "Metere");
        Assert.Equal(same.Numbers.AsEnumerable(), own.Rows[0].Numbers);
        Assert.Equal((8, (int?)null), (own.Rows[0].Numbers[(int)Counted.Children], own.Rows[0].Numbers[(int)Counted.VeryShort]));
        var held = Assert.Single((await test.With((db, _) => new VillageOfficers(db).Run(admin))).Value);
        Assert.False((await End(test, admin, held.Id)).IsRefused);
        Assert.Equal("C-634", (await End(test, admin, held.Id)).Refusal?.Code);
        Assert.Equal("C-631", (await Counts(test, officer, March)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Others_see_no_numbers_and_give_no_villages(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        foreach (var other in Enum.GetValues<Role>().Where(r => !Permissions.For(Act.SeeCounts).Contains(r)).Select(TestPosyandu.Staff)) Assert.Equal("K-001", (await Counts(test, other, March)).Refusal?.Code);
        foreach (var other in Enum.GetValues<Role>().Where(r => r is not (Role.RegionAdmin or Role.System)).Select(TestPosyandu.Staff))
        {
            Assert.Equal("K-001", (await Assign(test, other, Guid.CreateVersion7(), 2)).Refusal?.Code);
            Assert.Equal("K-001", (await End(test, other, Guid.Empty)).Refusal?.Code);
            Assert.Equal("K-001", (await test.With((db, _) => new VillageOfficers(db).Run(other))).Refusal?.Code);
        }

        Assert.Equal([Role.VillageOfficer, Role.ProgrammeOffice, Role.Midwife, Role.Nutritionist], Permissions.For(Act.SeeCounts));
    }

    private static int? Whole(CountsOfMonth.Answer answer, Counted what) => answer.Rows[^1].Numbers[(int)what];

    private static Task<Outcome<CountsOfMonth.Answer>> Counts(TestPosyandu test, Caller by, DateOnly month, Division division = Division.District) => test.With((db, _) => new CountsOfMonth(db, test.Clock).Run(by, month, division));

    private static Task<Outcome<Done>> Assign(TestPosyandu test, Caller by, Guid account, int village) => test.With((db, commit) => new AssignVillage(db, commit, test.Clock).Run(by, new(account, village, "La Ode Hamid")));

    private static Task<Outcome<Done>> End(TestPosyandu test, Caller by, Guid office) => test.With((db, commit) => new EndVillage(db, commit, test.Clock).Run(by, new(office)));

    /// <summary>Girls of 14 months, measured in March: 75,5 cm is as it should be, 66 cm is far too short.</summary>
    private static async Task Fill(TestPosyandu test, Guid posyandu, Guid cadre, int tall, int small)
    {
        var phone = await test.Phone(posyandu, cadre);
        var girls = Enumerable.Range(0, tall + small).Select(n => test.Girl($"Anak {posyandu:N}"[..12] + " " + n, null)).ToList();
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send([.. girls, .. girls.Select((g, n) => test.Measured(g.Id, 9_000, n < tall ? 7_550 : 6_600))])).Value.Verdict);
    }
}
