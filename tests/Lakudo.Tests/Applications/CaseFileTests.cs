using Lakudo.Applications;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Applications;

public sealed class CaseFileTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Those_who_work_on_a_file_see_applicant_checklist_clock_and_history(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        await office.Complete(receipt.Id);
        var file = (await office.Case(receipt.Id, office.Clerk)).Value;
        Assert.Equal(("Wa Ode Contoh", "9914**********01", true), (file.Name, file.Nik, file.NikIsStated));
        Assert.Equal("3 hari kerja sejak berkas lengkap, menurut standar pelayanan", file.Clock.Words);
        Assert.NotNull(file.Clock.DeemedAt);
        Assert.Equal([nameof(ApplicationFiled), nameof(ApplicationCompleted)], file.History.Select(h => h.Fact));
        Assert.Equal(receipt.Secret, file.Secret);
        Assert.Null((await office.Case(receipt.Id, office.Signer)).Value.Secret);
        Assert.Equal("K-001", (await office.Case(receipt.Id, Caller.Public(1))).Refusal?.Code);
        Assert.Equal("A-040", (await office.Case(receipt.Id, TestCatalogue.Staff(Role.Verifier, office.Agency + 1))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_inspector_sees_masked_names_and_every_look_is_in_the_journal(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = await office.Granted();
        var inspector = TestCatalogue.Staff(Role.Inspector);
        var file = (await office.Case(receipt.Id, inspector)).Value;
        Assert.Equal(("W* O** C*****", null, null), (file.Name, file.Statement, file.Secret));
        Assert.Equal("W* O** C*****", Assert.Single((await office.Inbox(inspector)).Value.Rows).Name);
        Assert.Equal((1, 1), (await office.Facts(nameof(ApplicationInspected)), await office.Facts(nameof(ApplicationsListed))));
        Assert.Equal("K-001", (await office.Nik16(receipt.Id, inspector)).Refusal?.Code);
        Assert.Equal("K-001", (await office.HandOver(receipt.Id, inspector)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_full_NIK_is_shown_to_those_who_work_on_the_file_and_each_time_is_journaled(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        Assert.Equal("K-001", (await office.Nik16(receipt.Id, TestCatalogue.Staff(Role.AgencyAdmin, office.Agency))).Refusal?.Code);
        Assert.Equal("A-040", (await office.Nik16(receipt.Id, TestCatalogue.Staff(Role.Signer, office.Agency + 1))).Refusal?.Code);
        Assert.Equal(0, await office.Facts(nameof(NikRevealed)));
        Assert.Equal(TestOffice.Nik, (await office.Nik16(receipt.Id, office.Verifier)).Value);
        Assert.Equal(1, await office.Facts(nameof(NikRevealed)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_role_held_at_one_agency_does_not_reach_another_even_for_one_who_sees_the_whole_region(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        await office.Complete(receipt.Id);
        await office.Verify(receipt.Id);
        // Sees all files as a clerk of the hall, decides only at the neighbour's agency.
        var both = office.Signer with { Assignments = [new Assignment(Role.CounterOfficer, 1), new Assignment(Role.Signer, 1, Agency: office.Agency + 1)] };
        Assert.False((await office.Case(receipt.Id, both)).IsRefused);
        Assert.Equal("K-001", (await office.Decide(receipt.Id, by: both)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_role_that_does_not_permit_widens_and_narrows_nothing_and_is_not_journaled(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        Caller Holding(params Assignment[] held) => office.Clerk with { Assignments = [.. held] };
        Assignment At(Role role, int? agency) => new(role, 1, Agency: agency);

        // A system of the neighbour's agency that also runs the hall's counters; the hall's role comes first.
        var neighbour = Holding(At(Role.HallClient, null), At(Role.ApplicationsClient, office.Agency + 1));
        var listed = (await office.Inbox(neighbour)).Value;
        Assert.Empty(listed.Rows);
        Assert.Empty(listed.Counts);
        Assert.Empty((await office.Inbox(neighbour, search: TestOffice.Nik)).Value.Rows);
        Assert.Equal("A-040", (await office.Case(receipt.Id, neighbour)).Refusal?.Code);
        Assert.Equal("A-040", (await office.Complete(receipt.Id, neighbour)).Refusal?.Code);

        // The other way round: bound by a role that has nothing to do with it.
        var own = Holding(At(Role.AgencyAdmin, office.Agency + 1), At(Role.HallClient, office.Agency + 1), At(Role.Verifier, null));
        Assert.Single((await office.Inbox(own)).Value.Rows);
        Assert.Equal("Wa Ode Contoh", (await office.Case(receipt.Id, own)).Value.Name);

        // Two roles that permit are one union; each file is masked by the roles that let it be seen.
        var both = Holding(At(Role.ApplicationsClient, office.Agency), At(Role.Verifier, office.Agency + 1), At(Role.HallManager, null));
        Assert.Equal("W* O** C*****", Assert.Single((await office.Inbox(both)).Value.Rows).Name);

        Assert.False((await office.Complete(receipt.Id, Holding(At(Role.HallManager, null), At(Role.Verifier, office.Agency + 1), At(Role.CounterOfficer, office.Agency)))).IsRefused);
        await using var read = office.Read();
        Assert.Equal(nameof(Role.CounterOfficer), await read.JournalEntries.Where(e => e.Fact == nameof(ApplicationCompleted)).Select(e => e.ByRole).SingleAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_inbox_is_listed_by_step_and_found_by_number_or_NIK(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var first = (await office.File(office.Local.Service.Id)).Value;
        var other = (await office.File(office.National.Service.Id, nik: "9914014505900002")).Value;
        await office.Complete(first.Id);
        Assert.Equal([first.Id], (await office.Inbox(office.Verifier, ApplicationState.Complete)).Value.Rows.Select(r => r.Id));
        Assert.Equal([other.Id], (await office.Inbox(office.Verifier, search: other.Number.ToLowerInvariant())).Value.Rows.Select(r => r.Id));
        Assert.Equal([other.Id], (await office.Inbox(office.Verifier, search: "9914 0145 0590 0002")).Value.Rows.Select(r => r.Id));
        var all = (await office.Inbox(office.Verifier)).Value;
        Assert.Equal([first.Id, other.Id], all.Rows.Select(r => r.Id));
        Assert.Equal((1, 1), (all.Counts[ApplicationState.Received], all.Counts[ApplicationState.Complete]));
    }
}
