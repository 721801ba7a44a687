using System.Text.Json;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Privacy.Breaches;
using Lakudo.Testing;
using Lakudo.Tests.Applications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Privacy;

/// <summary>Who was affected by a breach, since when, and the clock of the notice.</summary>
public sealed class BreachTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_stolen_account_shows_whom_it_opened_and_who_lay_open_to_it(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var clerk = await Account(office, "la.ode", Role.CounterOfficer, office.Agency);
        var (opened, other) = ((await office.File(office.Local.Service.Id, contact: "081234567890")).Value, (await office.File(office.Local.Service.Id, name: "La Lain", nik: "9914010101900002")).Value);
        var start = office.Clock.Now.AddMinutes(1);
        // Before the span: an ordinary look, which is not part of the breach.
        await office.Nik16(other.Id, clerk);
        office.Time.Move(TimeSpan.FromHours(2));
        await office.Nik16(opened.Id, clerk);
        var seenAt = office.Clock.Now;
        office.Time.Move(TimeSpan.FromHours(1));
        var after = (await office.File(office.Local.Service.Id, name: "Wa Nanti", nik: "9914014101950003")).Value;

        var id = (await privacy.Open(new(BreachSource.Account, "LA.ODE", null, start, office.Clock.Now.AddMinutes(-1), office.Clock.Now, "Kata sandi tertulis di loket."))).Value;
        var sheet = (await privacy.Sheet(id)).Value;
        Assert.Equal((1, 1, 1), (sheet.Certain, sheet.Possible, sheet.WithoutContact));
        Assert.Equal(office.Clock.Now.AddHours(72), sheet.DueAt);
        Assert.Equal((opened.Number, "W* O** C*****", seenAt, "nama, NIK"), (sheet.People[0].Reference, sheet.People[0].Name, sheet.People[0].Since, sheet.People[0].Data));
        Assert.Equal((other.Number, start, false, "nama"), (sheet.People[1].Reference, sheet.People[1].Since, sheet.People[1].Certain, sheet.People[1].Data));
        Assert.DoesNotContain(after.Number, JsonSerializer.Serialize(sheet), StringComparison.Ordinal);
        Assert.Equal(["NIK", "nama"], sheet.Data);

        var list = (await privacy.Affected(id)).Value;
        Assert.Equal(("Wa Ode Contoh", "6281234567890"), (list[0].Name, list[0].Contact));
        Assert.Equal(1, await office.Facts("BreachLookedUp"));
        Assert.Equal(1, await office.Facts("BreachListExported"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_account_of_another_agency_or_without_a_view_of_files_reveals_nobody(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        await Account(office, "wa.lain", Role.Verifier, office.Agency + 100);
        await Account(office, "pengelola", Role.HallManager, null);
        await office.File(office.Local.Service.Id);
        office.Time.Move(TimeSpan.FromHours(1));
        foreach (var user in new[] { "wa.lain", "pengelola" })
        {
            var id = (await privacy.Open(new(BreachSource.Account, user, null, office.Clock.Now.AddMinutes(-30), office.Clock.Now, office.Clock.Now, "uji"))).Value;
            Assert.Equal((0, 0), ((await privacy.Sheet(id)).Value.Certain, (await privacy.Sheet(id)).Value.Possible));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_lost_backup_affects_everybody_it_held_and_not_those_who_were_erased_before(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        await Account(office, "la.ode", Role.CounterOfficer, office.Agency);
        var kept = (await office.File(office.Local.Service.Id, contact: "wa@contoh.id")).Value;
        var erased = (await office.File(office.Local.Service.Id, name: "La Lama", nik: "9914010101900002")).Value;
        await office.Complete(erased.Id);
        await office.Verify(erased.Id);
        await office.Decide(erased.Id, grant: false, reason: "Bukan warga");
        Assert.False((await privacy.Erase((await privacy.Take("9914010101900002")).Value)).IsRefused);
        office.Time.Move(TimeSpan.FromHours(1));
        var id = (await privacy.Open(new(BreachSource.Store, "Cadangan USB", null, office.Clock.Now.AddMinutes(-30), office.Clock.Now, office.Clock.Now, "USB hilang."))).Value;
        var sheet = (await privacy.Sheet(id)).Value;
        Assert.Equal([kept.Number, "la.ode"], sheet.People.Select(p => p.Reference).Order(StringComparer.Ordinal));
        Assert.Equal(["NIK", "keterangan", "kontak", "nama", "sandi tersandi"], sheet.Data);
        var narrow = (await privacy.Open(new(BreachSource.Store, "Map berkas", "berkas", office.Clock.Now.AddMinutes(-30), office.Clock.Now, office.Clock.Now, "Salinan map."))).Value;
        Assert.Empty((await privacy.Sheet(narrow)).Value.People);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_sheet_is_closed_once_both_notices_are_out_or_it_is_said_why_none_is_needed(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var now = office.Clock.Now;
        var command = new OpenBreach.Command(BreachSource.Store, "Basis data", null, now.AddHours(-1), now, now, "Disk dicuri");
        Assert.Equal("D-013", (await privacy.Open(command with { From = now, Until = now })).Refusal?.Code);
        Assert.Equal("D-013", (await privacy.Open(command with { Until = now.AddHours(1) })).Refusal?.Code);
        Assert.Equal("D-014", (await privacy.Open(command with { Source = BreachSource.Account, Name = "tidak.ada" })).Refusal?.Code);
        Assert.Equal("D-014", (await privacy.Open(command with { Source = BreachSource.Device, Name = "Tidak ada" })).Refusal?.Code);
        Assert.Equal("D-016", (await privacy.Open(command with { How = " " })).Refusal?.Code);
        var id = (await privacy.Open(command)).Value;
        Assert.Equal("D-015", (await privacy.CloseBreach(id)).Refusal?.Code);
        office.Time.Move(TimeSpan.FromHours(80));
        Assert.True((await privacy.Sheet(id)).Value.Left < TimeSpan.Zero);
        Assert.Equal("D-013", (await privacy.Describe(new(id, "Disk dicuri", "", office.Clock.Now.AddDays(1), null, null))).Refusal?.Code);
        Assert.False((await privacy.Describe(new(id, "Disk dicuri dari ruang server", "Kunci diganti", now.AddHours(3), now.AddHours(4), null))).IsRefused);
        Assert.False((await privacy.CloseBreach(id)).IsRefused);
        Assert.Equal("D-012", (await privacy.CloseBreach(id)).Refusal?.Code);
        Assert.Equal("D-012", (await privacy.Describe(new(id, "lain", "", null, null, null))).Refusal?.Code);
        Assert.Equal("Kunci diganti", (await privacy.Sheet(id)).Value.Handling);
        Assert.DoesNotContain("server", await privacy.Traces(), StringComparison.Ordinal);
        var second = (await privacy.Open(command)).Value;
        Assert.False((await privacy.CloseBreach(second, withoutNotice: true, why: "Disk terenkripsi penuh")).IsRefused);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_the_officer_handles_breaches(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var now = office.Clock.Now;
        var command = new OpenBreach.Command(BreachSource.Store, "Basis data", null, now.AddHours(-1), now, now, "Disk dicuri");
        var id = (await privacy.Open(command)).Value;
        foreach (var caller in TestPrivacy.AllBut(Role.DataProtectionOfficer).Append(TestPrivacy.As(Role.DataProtectionOfficer, office.Agency)))
        {
            Assert.Equal("K-001", (await privacy.Open(command, caller)).Refusal?.Code);
            Assert.Equal("K-001", (await privacy.Sheet(id, caller)).Refusal?.Code);
            Assert.Equal("K-001", (await privacy.Affected(id, caller)).Refusal?.Code);
            Assert.Equal("K-001", (await privacy.Describe(new(id, "x", "", null, null, null), caller)).Refusal?.Code);
            Assert.Equal("K-001", (await privacy.CloseBreach(id, by: caller)).Refusal?.Code);
        }
    }

    /// <summary>An account with one role, and the caller it makes.</summary>
    private static async Task<Caller> Account(TestOffice office, string user, Role role, int? agency)
    {
        var account = new Account { Id = Ids.New(office.Clock), UserName = user, NormalizedUserName = user.ToUpperInvariant(), Name = "Pegawai Uji", PasswordHash = "x" };
        await using var db = office.Read();
        db.Add(account);
        db.Add(new HeldRole { RegionId = 1, Id = Ids.New(office.Clock), AccountId = account.Id, Role = role, AgencyId = agency, From = office.Clock.Now });
        await db.SaveChangesAsync();
        return new(1, account.Id, [new Assignment(role, 1, Agency: agency)]);
    }
}
