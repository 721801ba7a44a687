using Lakudo.Children.Register;
using Lakudo.Children.Cases;
using Lakudo.Children.Companions;
using Lakudo.Children.Consent;
using Lakudo.Children.Counts;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Companions;

/// <summary>Who sees which family, for what and until when, and who does not.</summary>
public sealed class EntrustFamilyTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_companion_sees_the_entrusted_family_and_nothing_else_and_every_look_is_in_the_childs_log_with_its_purpose(Vendor vendor)
    {
        await using var test = await TestCompanions.Open(vendor);
        Assert.Empty((await test.Families()).Value);
        var id = (await test.Entrust()).Value;
        var family = Assert.Single((await test.Families()).Value);
        Assert.Equal((id, "Wa Ode Sari", "Metere", new DateOnly(2026, 9, 2)), (family.Id, family.Mother, family.Village, family.LastDay));
        Assert.Equal(["Sitti Aisyah", "Wa Rini"], family.Children.Select(c => c.Name));
        var elder = family.Children[0];
        Assert.Equal((13, "Jalan Poros 12", (DateOnly?)new DateOnly(2026, 3, 2), "Posyandu Melati", new DateOnly(2026, 3, 5)), (elder.CompletedMonths, elder.Address, elder.LastDay, elder.Posyandu, elder.NextDay));
        Assert.EndsWith("(hasil ukur)", elder.Length, StringComparison.Ordinal);
        Assert.Equal("panjang badan belum diukur", family.Children[1].Length);
        Assert.NotEmpty(elder.ToDo);
        await using var db = test.Posyandu.Read();
        var looks = await db.JournalEntries.Where(e => e.Fact == nameof(EntrustedChildRead) && e.ById == test.Companion.Id).ToListAsync();
        Assert.Equal(new[] { test.Family.Elder.Id, test.Family.Younger.Id }.Order(), looks.Select(l => l.Subject).Order());
        Assert.All(looks, l => Assert.Equal("pemberian makanan tambahan (PMT)", l.Why));
        Assert.False((await test.Posyandu.With((other, commit) => new FoundRegion(other, commit).Run(Caller.System(2), new("74.15", "Kabupaten Lain", "Asia/Makassar", true, new DateOnly(2025, 1, 1), [])))).IsRefused);
        foreach (var other in new[] { test.Officer, test.FarOfficer, TestPosyandu.Staff(Role.FamilyCompanion), new Caller(2, test.Companion.Id, [new Assignment(Role.FamilyCompanion, 2)]) }) Assert.Empty((await test.Families(other)).Value);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_consent_purpose_and_a_day_within_a_year_nothing_is_entrusted(Vendor vendor)
    {
        await using var test = await TestCompanions.Open(vendor);
        var good = test.Entrusting(test.Companion);
        Assert.Equal("C-636", (await test.Entrust(good with { HasConsent = false })).Refusal?.Code);
        Assert.Equal("C-636", (await test.Entrust(good with { Consent = 0 })).Refusal?.Code);
        Assert.Equal("C-636", (await test.Entrust(good with { ConsentOn = TestCompanions.Today.AddDays(1) })).Refusal?.Code);
        Assert.Equal("C-636", (await test.Entrust(good with { ConsentOn = TestCompanions.Today.AddDays(-31) })).Refusal?.Code);
        Assert.Equal("C-637", (await test.Entrust(good with { LastDay = TestCompanions.Today.AddDays(-1) })).Refusal?.Code);
        Assert.Equal("C-637", (await test.Entrust(good with { LastDay = TestCompanions.Today.AddMonths(12).AddDays(1) })).Refusal?.Code);
        Assert.Equal("C-638", (await test.Entrust(good with { Purpose = 0 })).Refusal?.Code);
        Assert.Equal("C-638", (await test.Entrust(good with { Purpose = CompanionPurpose.Other, Words = " " })).Refusal?.Code);
        Assert.Equal("C-638", (await test.Entrust(good with { Words = new string('a', 201) })).Refusal?.Code);
        Assert.Equal("C-635", (await test.Entrust(test.Entrusting(test.FarOfficer))).Refusal?.Code);
        Assert.Equal("C-005", (await test.Entrust(by: test.Posyandu.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-005", (await test.Entrust(good with { Child = Guid.CreateVersion7() })).Refusal?.Code);
        Assert.False((await test.Entrust(good with { LastDay = TestCompanions.Today.AddMonths(12) })).IsRefused);
        // What the same companion had before ends with a new decision; another's stays.
        Assert.False((await test.Entrust(test.Entrusting(test.Officer))).IsRefused);
        Assert.False((await test.Entrust(good with { LastDay = TestCompanions.Today })).IsRefused);
        Assert.Equal(TestCompanions.Today, Assert.Single((await test.Families()).Value).LastDay);
        var rows = (await test.Held(test.Family.Elder.Id)).Value.Rows;
        Assert.Equal([(true, null), (true, null), (false, CompanionshipEnding.Replaced)], rows.Select(r => (r.IsInForce, r.Ending)));
        Assert.Equal("Nurul", rows[0].By);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_the_last_day_or_an_early_end_the_names_are_gone_and_no_visit_is_taken(Vendor vendor)
    {
        await using var test = await TestCompanions.Open(vendor);
        var id = (await test.Entrust(test.Entrusting(test.Companion) with { LastDay = TestCompanions.Today })).Value;
        Assert.Single((await test.Families()).Value);
        test.Posyandu.Time.Move(TimeSpan.FromDays(1));
        Assert.Empty((await test.Families()).Value);
        Assert.Equal("C-641", (await test.Visit(id)).Refusal?.Code);
        Assert.Equal("C-640", (await test.End(id)).Refusal?.Code);

        var second = (await test.Entrust()).Value;
        Assert.Equal("K-020", (await test.End(second, why: "")).Refusal?.Code);
        Assert.Equal("C-640", (await test.End(second, by: test.Posyandu.FarNutritionist)).Refusal?.Code);
        Assert.False((await test.End(second)).IsRefused);
        Assert.Empty((await test.Families()).Value);
        Assert.Equal("C-640", (await test.End(second)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mother_takes_back_the_sharing_or_all_consent_and_the_companion_sees_nothing_at_once(Vendor vendor)
    {
        await using var test = await TestCompanions.Open(vendor);
        Assert.Equal("C-645", (await test.Withdraw()).Refusal?.Code);
        await test.Entrust();
        await test.Entrust(test.Entrusting(test.Officer));
        Assert.Equal("C-706", (await test.Withdraw(guardian: false)).Refusal?.Code);
        Assert.False((await test.Withdraw()).IsRefused);
        Assert.Empty((await test.Families()).Value);
        Assert.Empty((await test.Families(test.Officer)).Value);

        await test.Entrust();
        Assert.False((await test.Posyandu.With((db, commit) => new WithdrawConsent(db, commit, test.Posyandu.Clock).Run(test.Posyandu.Nutritionist, new(test.Family.Younger.Id, true, "Disampaikan langsung")))).IsRefused);
        Assert.Empty((await test.Families()).Value);
        Assert.Contains((await test.Held(test.Family.Elder.Id)).Value.Rows, r => r.Ending == CompanionshipEnding.ConsentWithdrawn);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_family_whose_children_all_left_or_whose_posyandu_moved_as_a_whole_is_seen_no_more(Vendor vendor)
    {
        await using var test = await TestCompanions.Open(vendor);
        await test.Entrust();
        test.Posyandu.Time.Move(TimeSpan.FromDays(1));
        foreach (var child in new[] { test.Family.Elder.Id, test.Family.Younger.Id })
        {
            Assert.NotEmpty((await test.Families()).Value);
            Assert.False((await test.Posyandu.With((db, commit) => new SayLeft(db, commit, test.Posyandu.Clock).Run(test.Posyandu.Nutritionist, new(child, LeavingKind.MovedAway, TestCompanions.Today.AddDays(1), "kata tetangga")))).IsRefused);
        }

        Assert.Empty((await test.Families()).Value);

        await using var other = await TestCompanions.Open(vendor);
        await other.Entrust();
        Assert.False((await other.Posyandu.With((db, commit) => new MoveEveryone(db, commit, other.Posyandu.Clock).Run(other.Posyandu.Nutritionist, new(other.Posyandu.Melati, other.Posyandu.Mawar, "posyandu ditutup")))).IsRefused);
        Assert.Empty((await other.Families()).Value);
        Assert.Equal(CompanionshipEnding.FamilyGone, Assert.Single((await other.Held(other.Family.Elder.Id)).Value.Rows).Ending);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_family_that_moves_to_another_village_and_a_companion_without_a_duty_are_parted(Vendor vendor)
    {
        await using var test = await TestCompanions.Open(vendor);
        await test.Entrust();
        Assert.False((await test.Posyandu.Move(test.Family.Elder.Id, test.Posyandu.Mawar)).IsRefused);
        Assert.Equal(["Wa Rini"], Assert.Single((await test.Families()).Value).Children.Select(c => c.Name));
        Assert.False((await test.Posyandu.Move(test.Family.Younger.Id, test.Posyandu.Mawar)).IsRefused);
        Assert.Empty((await test.Families()).Value);
        Assert.Equal(CompanionshipEnding.FamilyGone, Assert.Single((await test.Held(test.Family.Elder.Id)).Value.Rows).Ending);

        Assert.False((await test.Entrust(test.Entrusting(test.FarOfficer))).IsRefused);
        Assert.Equal(2, Assert.Single((await test.Families(test.FarOfficer)).Value).Children.Length);
        Assert.False((await test.Posyandu.With((db, commit) => new EndVillage(db, commit, test.Posyandu.Clock).Run(TestPosyandu.Staff(Role.RegionAdmin), new(test.OfficeOf(test.FarOfficer))))).IsRefused);
        Assert.Empty((await test.Families(test.FarOfficer)).Value);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_merged_child_is_shown_once_and_a_split_one_by_itself_again(Vendor vendor)
    {
        await using var test = await TestCompanions.Open(vendor);
        await test.Entrust();
        Assert.False((await test.Posyandu.Merge(test.Family.Elder.Id, test.Family.Younger.Id)).IsRefused);
        Assert.Equal(["Sitti Aisyah"], Assert.Single((await test.Families()).Value).Children.Select(c => c.Name));
        Assert.False((await test.Posyandu.Split(test.Family.Younger.Id)).IsRefused);
        Assert.Equal(2, Assert.Single((await test.Families()).Value).Children.Length);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nobody_else_entrusts_ends_or_looks(Vendor vendor)
    {
        await using var test = await TestCompanions.Open(vendor);
        var id = (await test.Entrust()).Value;
        foreach (var other in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)).Select(TestPosyandu.Staff))
        {
            Assert.Equal("K-001", (await test.Entrust(by: other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.End(id, by: other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Withdraw(by: other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Held(by: other)).Refusal?.Code);
        }

        foreach (var other in Enum.GetValues<Role>().Where(r => r is not (Role.VillageOfficer or Role.FamilyCompanion)).Select(TestPosyandu.Staff))
        {
            Assert.Equal("K-001", (await test.Families(other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Visit(id, by: other)).Refusal?.Code);
        }

        Assert.Equal("C-005", (await test.Held(test.Family.Elder.Id, test.Posyandu.FarNutritionist)).Refusal?.Code);
        Assert.Empty((await test.Held(by: test.Posyandu.FarNutritionist)).Value.Rows);
    }
}
