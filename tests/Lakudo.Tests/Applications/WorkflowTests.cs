using System.Text;
using Lakudo.Applications;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Applications;

public sealed class WorkflowTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Received_and_complete_are_two_stamps_and_the_clock_runs_from_the_second(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        var before = (await office.Follow(receipt.Number, receipt.Secret)).Value;
        Assert.Equal(ApplicationState.Received, before.State);
        Assert.Null(before.CompleteAt);
        Assert.Null(before.DueAt);

        Assert.Equal("A-043", (await office.Complete(receipt.Id, leaveOut: 1)).Refusal?.Code);
        var due = (await office.Complete(receipt.Id)).Value;

        var after = (await office.Follow(receipt.Number.ToLowerInvariant(), receipt.Secret)).Value;
        Assert.Equal(office.Clock.Now, after.CompleteAt);
        Assert.Equal(due.DueAt, after.DueAt);
        Assert.Equal("3 hari kerja", after.Promise);
        Assert.False(after.DueIsProvisional);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_is_returned_once_with_all_defects_and_the_clock_stops(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id, office.Clerk)).Value;
        await office.Complete(receipt.Id);
        Assert.Equal("A-045", (await office.Return(receipt.Id, defects: "  ")).Refusal?.Code);
        Assert.False((await office.Return(receipt.Id)).IsRefused);
        var returned = (await office.Follow(receipt.Number, receipt.Secret)).Value;
        Assert.Equal("KK buram\nAkta belum dilegalisir", returned.Defects);
        Assert.Null(returned.DueAt);
        Assert.Equal("A-042", (await office.Verify(receipt.Id)).Refusal?.Code);

        Assert.False((await office.Resubmit(receipt.Id)).IsRefused);
        Assert.Equal("A-044", (await office.Return(receipt.Id)).Refusal?.Code);
        Assert.False((await office.Complete(receipt.Id)).IsRefused);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_national_service_ends_with_the_outside_reference_and_never_with_a_document_of_ours(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.National.Service.Id)).Value;
        await office.Complete(receipt.Id);
        await office.Verify(receipt.Id);
        Assert.Equal("A-046", (await office.Decide(receipt.Id)).Refusal?.Code);
        Assert.Equal("A-046", (await office.Issue(receipt.Id)).Refusal?.Code);
        Assert.False((await office.Outside(receipt.Id)).IsRefused);
        Assert.False((await office.HandOver(receipt.Id)).IsRefused);
        var end = (await office.Follow(receipt.Number, receipt.Secret)).Value;
        Assert.Equal(ApplicationState.HandedOver, end.State);
        Assert.Equal("X-123", end.OutsideReference);
        Assert.Null(end.DocumentCode);

        var local = (await office.File(office.Local.Service.Id)).Value;
        await office.Complete(local.Id);
        Assert.Equal("A-047", (await office.Outside(local.Id)).Refusal?.Code);
        Assert.Equal("A-041", (await office.File((await office.Card("RJK-001")).Service.Id)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_rejection_needs_a_reason_which_the_applicant_reads(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        await office.Complete(receipt.Id);
        await office.Verify(receipt.Id);
        Assert.Equal("A-045", (await office.Decide(receipt.Id, grant: false)).Refusal?.Code);
        Assert.False((await office.Decide(receipt.Id, grant: false, reason: "Bukan warga desa ini")).IsRefused);
        Assert.Equal("Bukan warga desa ini", (await office.Follow(receipt.Number, receipt.Secret)).Value.DecisionReason);
        Assert.Equal("A-042", (await office.Issue(receipt.Id)).Refusal?.Code);
        Assert.Equal("A-042", (await office.HandOver(receipt.Id)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Staff_of_another_agency_see_and_change_nothing_and_roles_do_only_their_own(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        var strangers = new[] { Role.CounterOfficer, Role.Verifier, Role.Signer }.Select(role => TestCatalogue.Staff(role, office.Agency + 1)).ToArray();
        Assert.Equal("K-001", (await office.File(office.Local.Service.Id, strangers[0])).Refusal?.Code);
        Assert.Equal("A-040", (await office.Complete(receipt.Id, strangers[0])).Refusal?.Code);
        Assert.Equal("A-040", (await office.Return(receipt.Id, strangers[1])).Refusal?.Code);
        Assert.Equal("A-040", (await office.Verify(receipt.Id, strangers[1])).Refusal?.Code);
        Assert.Equal("A-040", (await office.Decide(receipt.Id, by: strangers[2])).Refusal?.Code);
        Assert.Empty((await office.Inbox(strangers[0])).Value.Rows);
        Assert.Single((await office.Inbox(office.Clerk)).Value.Rows);

        Assert.Equal("K-001", (await office.Complete(receipt.Id, office.Signer)).Refusal?.Code);
        Assert.Equal("K-001", (await office.Complete(receipt.Id, Caller.Public(1))).Refusal?.Code);
        Assert.Equal("K-001", (await office.Verify(receipt.Id, office.Clerk)).Refusal?.Code);
        Assert.Equal("K-001", (await office.Decide(receipt.Id, by: office.Verifier)).Refusal?.Code);
        Assert.Equal("K-001", (await office.Issue(receipt.Id, office.Verifier)).Refusal?.Code);
        Assert.Equal("K-001", (await office.Outside(receipt.Id, office.Signer)).Refusal?.Code);
        Assert.Equal("K-001", (await office.HandOver(receipt.Id, Caller.Public(1))).Refusal?.Code);
        Assert.Equal("A-040", (await office.Resubmit(receipt.Id, Caller.Public(1), "AAAAAAAA")).Refusal?.Code);
        Assert.Equal("K-001", (await office.Resubmit(receipt.Id, office.Signer)).Refusal?.Code);
        Assert.Equal("K-001", (await office.Inbox(Caller.Public(1))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Name_and_NIK_are_sealed_in_the_table_absent_from_the_journal_and_impossible_ones_refused(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        Assert.Equal("K-006", (await office.File(office.Local.Service.Id, nik: "123")).Refusal?.Code);
        Assert.Equal("K-008", (await office.File(office.Local.Service.Id, name: new string('a', 201))).Refusal?.Code);
        var receipt = (await office.File(office.Local.Service.Id, name: "Suharto")).Value;
        await using var db = office.Read();
        var row = await db.Applications.SingleAsync(a => a.Id == receipt.Id);
        Assert.DoesNotContain("Suharto", Encoding.UTF8.GetString(row.NameSealed));
        Assert.DoesNotContain(TestOffice.Nik, Encoding.UTF8.GetString(row.NikSealed));
        Assert.Equal("Suharto", office.Personal.Open(row.NameSealed));
        var journal = string.Join('\n', await db.JournalEntries.Select(e => e.Data + e.Why).ToListAsync());
        Assert.Contains(receipt.Number, journal);
        Assert.DoesNotContain("Suharto", journal);
        Assert.DoesNotContain(TestOffice.Nik, journal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_wrong_secret_gets_the_same_answer_as_a_wrong_number(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        Assert.Equal(ApplicationsRefusals.NoSuchApplication, (await office.Follow(receipt.Number, "AAAAAAAA")).Refusal);
        Assert.Equal(ApplicationsRefusals.NoSuchApplication, (await office.Follow("P-2026-999999", receipt.Secret)).Refusal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_form_sent_twice_gives_the_same_receipt(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var twice = office.Clerk with { Key = "satu" };
        var first = (await office.File(office.Local.Service.Id, twice)).Value;
        Assert.Equal(first, (await office.File(office.Local.Service.Id, twice)).Value);
        await using var db = office.Read();
        Assert.Equal(1, await db.Applications.CountAsync());
        Assert.DoesNotContain(first.Secret, (await db.StoredAnswers.SingleAsync(a => a.Key == "satu")).Answer);
    }
}
