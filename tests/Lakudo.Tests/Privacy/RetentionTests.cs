using Lakudo.Applications;
using Lakudo.Applications.Officials;
using Lakudo.Catalogue;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Privacy;
using Lakudo.Testing;
using Lakudo.Tests.Applications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Privacy;

/// <summary>How long data is kept, and that nothing goes before somebody confirmed the plan.</summary>
public sealed class RetentionTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_is_erased_before_the_plan_is_confirmed_and_a_changed_plan_waits_again(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        await Rejected(office);
        office.Time.Move(TimeSpan.FromDays(91));
        Assert.Equal(1, (await privacy.Plan()).Value.Rows.Single(r => r.Rule.Id == "kontak-pemohon").Due);
        Assert.Equal("D-003", (await privacy.Apply()).Refusal?.Code);

        await privacy.Confirm();
        Assert.NotNull((await privacy.Plan()).Value.ConfirmedAt);
        Assert.False((await privacy.Set("kontak-pemohon", new(60, RetentionUnit.Days))).IsRefused);
        Assert.Null((await privacy.Plan()).Value.ConfirmedAt);
        Assert.Equal("D-003", (await privacy.Apply(by: Caller.System(1))).Refusal?.Code);
        // What stood on an old screen is not confirmed with it.
        Assert.Equal("D-004", (await privacy.Confirm("0000")).Refusal?.Code);
        await privacy.Confirm();
        Assert.Contains((await privacy.Apply(by: Caller.System(1))).Value, r => r is { Rule: "kontak-pemohon", Rows: 1 });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Each_part_of_an_ended_application_goes_in_its_time_and_the_rest_stays(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var ended = await Rejected(office);
        var running = (await office.File(office.Local.Service.Id, nik: "9914010101900002", contact: "081298765432")).Value;
        await privacy.Confirm();
        Assert.DoesNotContain((await privacy.Apply()).Value, r => r.Rule.EndsWith("pemohon", StringComparison.Ordinal));

        office.Time.Move(TimeSpan.FromDays(91));
        var plan = (await privacy.Plan()).Value;
        Assert.Equal((1, 1), Counts(plan, "kontak-pemohon"));
        Assert.Equal((0, 1), Counts(plan, "berkas-pemohon"));
        Assert.Equal(office.Clock.Now.AddDays(-91).AddYears(1), plan.Rows.Single(r => r.Rule.Id == "berkas-pemohon").NextDue);
        await privacy.Apply();
        Assert.Null((await Row(office, ended)).ContactSealed);
        Assert.Single(Files(office));

        office.Time.Move(TimeSpan.FromDays(300));
        Assert.Contains((await privacy.Apply()).Value, r => r is { Rule: "berkas-pemohon", Rows: 1, Files: 1 });
        await privacy.Deliver();
        Assert.Empty(Files(office));
        Assert.Null((await Row(office, ended)).ErasedAt);

        office.Time.Move(TimeSpan.FromDays(5 * 366));
        await privacy.Apply();
        var row = await Row(office, ended);
        Assert.Equal("(data dihapus)", office.Personal.Open(row.NameSealed));
        Assert.Equal("", office.Personal.Open(row.NikSealed));
        Assert.Empty(row.NikFingerprint);
        Assert.Null(row.DecisionReason);
        Assert.Equal(ApplicationState.Rejected, row.State);
        // One that is still being worked on is never touched, however old.
        Assert.Equal("Wa Ode Contoh", office.Personal.Open((await Row(office, running.Id)).NameSealed));
        Assert.Null((await privacy.Journal()).FirstBroken);
        Assert.Empty((await privacy.Apply()).Value);
        Assert.Equal(3, (await privacy.Plan()).Value.Runs.Count(r => r.Rule.EndsWith("pemohon", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task More_than_one_commit_takes_is_taken_all(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var codes = Lakudo.Privacy.Retention.ApplyRetention.AtOnce + 3;
        await using (var db = office.Read())
        {
            db.AddRange(Enumerable.Range(0, codes).Select(i => new ContactCode(1, Ids.New(office.Clock), [(byte)i, (byte)(i >> 8)], [1], [2], office.Clock.Now)));
            await db.SaveChangesAsync();
        }

        await privacy.Confirm();
        office.Time.Move(TimeSpan.FromDays(8));
        Assert.Contains((await privacy.Apply("kode-kontak")).Value, r => r.Rows == codes);
        Assert.Equal((0, 0), Counts((await privacy.Plan()).Value, "kode-kontak"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_account_is_forgotten_when_its_last_role_in_any_region_is_long_over(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var (gone, elsewhere, working) = (await Account(office, "la.lama", ended: true), await Account(office, "la.pindah", ended: true), await Account(office, "la.kini", ended: false));
        await using (var db = office.Read())
        {
            db.Add(new HeldRole { RegionId = 2, Id = Ids.New(office.Clock), AccountId = elsewhere, Role = Role.Verifier, From = office.Clock.Now });
            await db.SaveChangesAsync();
        }

        Assert.False((await office.SetOfficial(gone)).IsRefused);
        await privacy.Confirm();
        Assert.Equal((0, 1), Counts((await privacy.Plan()).Value, "akun-berakhir"));
        office.Time.Move(TimeSpan.FromDays(2 * 366));
        await privacy.Apply();
        await privacy.Deliver();
        await using var after = office.Read();
        var forgotten = await after.Accounts.SingleAsync(a => a.Id == gone);
        Assert.Equal(("(data dihapus)", null, "dihapus-" + gone.ToString("N")), (forgotten.Name, forgotten.PasswordHash, forgotten.UserName));
        Assert.Equal(["la.kini", "la.pindah"], await after.Accounts.Where(a => a.PasswordHash != null).Select(a => a.UserName).OrderBy(n => n).ToListAsync());
        Assert.False(await after.SigningOfficials.AnyAsync(o => o.AccountId == gone));
        Assert.Equal(1, await office.Facts("AccountForgotten"));
        Assert.NotEqual(working, gone);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_period_stays_within_its_bounds_and_needs_a_reason_without_a_person(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        Assert.Equal("D-001", (await privacy.Set("tidak-ada", new(1, RetentionUnit.Years))).Refusal?.Code);
        Assert.Equal("D-002", (await privacy.Set("data-pemohon", new(11, RetentionUnit.Months))).Refusal?.Code);
        Assert.Equal("D-002", (await privacy.Set("data-pemohon", new(31, RetentionUnit.Years))).Refusal?.Code);
        Assert.Equal("D-002", (await privacy.Set("data-pemohon", new(0, RetentionUnit.Years))).Refusal?.Code);
        Assert.Equal("K-020", (await privacy.Set("data-pemohon", new(2, RetentionUnit.Years), why: " ")).Refusal?.Code);
        Assert.Equal("K-021", (await privacy.Set("data-pemohon", new(2, RetentionUnit.Years), why: "Diminta 9914 0145 0590 0001")).Refusal?.Code);
        Assert.False((await privacy.Set("data-pemohon", new(12, RetentionUnit.Months))).IsRefused);
        Assert.Equal("12 bulan", (await privacy.Plan()).Value.Rows.Single(r => r.Rule.Id == "data-pemohon").Period.ToString());
        Assert.Equal(1, await office.Facts("RetentionSet"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_the_officer_plans_and_only_officer_and_program_erase(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var hash = (await privacy.Plan()).Value.Hash;
        foreach (var caller in TestPrivacy.AllBut(Role.DataProtectionOfficer))
        {
            Assert.Equal("K-001", (await privacy.Set("kode-kontak", new(3, RetentionUnit.Days), caller)).Refusal?.Code);
            Assert.Equal("K-001", (await privacy.Confirm(hash, caller)).Refusal?.Code);
        }

        foreach (var caller in TestPrivacy.AllBut(Role.DataProtectionOfficer, Role.System)) Assert.Equal("K-001", (await privacy.Apply(by: caller)).Refusal?.Code);
        foreach (var caller in TestPrivacy.AllBut(Role.DataProtectionOfficer, Role.System, Role.RegionAdmin, Role.Inspector)) Assert.Equal("K-001", (await privacy.Plan(caller)).Refusal?.Code);
        // One who is bound to an agency does not decide for all of them.
        Assert.Equal("K-001", (await privacy.Plan(TestPrivacy.As(Role.DataProtectionOfficer, office.Agency))).Refusal?.Code);
    }

    private static async Task<Guid> Account(TestOffice office, string user, bool ended)
    {
        var account = new Account { Id = Ids.New(office.Clock), UserName = user, NormalizedUserName = user.ToUpperInvariant(), Name = "Pegawai Uji", PasswordHash = "x" };
        await using var db = office.Read();
        db.Add(account);
        db.Add(new HeldRole { RegionId = 1, Id = Ids.New(office.Clock), AccountId = account.Id, Role = Role.Signer, From = office.Clock.Now, Until = ended ? office.Clock.Now : null });
        await db.SaveChangesAsync();
        return account.Id;
    }

    /// <summary>A rejected application with a contact and a file.</summary>
    private static async Task<Guid> Rejected(TestOffice office)
    {
        var receipt = (await office.File(office.Local.Service.Id, contact: "081234567890")).Value;
        await using (var db = office.Read())
        {
            var requirement = await db.Requirements.Where(r => r.ServiceId == office.Local.Service.Id).Select(r => r.Id).FirstAsync();
            Assert.False((await office.Attach(receipt.Id, requirement, TestDocuments.Print())).IsRefused);
        }

        await office.Complete(receipt.Id);
        await office.Verify(receipt.Id);
        Assert.False((await office.Decide(receipt.Id, grant: false, reason: "Bukan warga desa ini")).IsRefused);
        return receipt.Id;
    }

    private static async Task<Application> Row(TestOffice office, Guid id)
    {
        await using var db = office.Read();
        return await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id);
    }

    private static string[] Files(TestOffice office) => Directory.GetFiles(office.Directory, "*", SearchOption.AllDirectories);

    private static (int Due, int Held) Counts(Lakudo.Privacy.Retention.RetentionPlan.Answer plan, string rule) => (plan.Rows.Single(r => r.Rule.Id == rule).Due, plan.Rows.Single(r => r.Rule.Id == rule).Held);
}
