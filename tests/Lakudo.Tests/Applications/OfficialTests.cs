using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Catalogue;

namespace Lakudo.Tests.Applications;

public sealed class OfficialTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task An_agencys_admin_sets_officials_and_letterhead_of_the_own_agency_only(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var (own, account) = (TestCatalogue.Staff(Role.AgencyAdmin, office.Agency), Guid.CreateVersion7());
        Assert.False((await office.SetOfficial(account, own, office.Agency)).IsRefused);
        Assert.Equal("K-001", (await office.SetOfficial(account, own, office.Agency + 1)).Refusal?.Code);
        Assert.Equal("K-001", (await office.SetOfficial(account, own)).Refusal?.Code);
        Assert.Equal("K-001", (await office.SetOfficial(account, office.Signer, office.Agency)).Refusal?.Code);
        Assert.False((await office.SetLetterhead(own)).IsRefused);
        Assert.Equal("K-001", (await office.SetLetterhead(own, office.Agency + 1)).Refusal?.Code);
        Assert.Equal("K-001", (await office.SetLetterhead(office.Clerk)).Refusal?.Code);
        Assert.Equal("A-045", (await office.SetOfficial(account, own, office.Agency, " ")).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_is_numbered_for_an_official_nobody_has_named_and_nobody_signs_under_anothers_name(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = await office.Granted();
        var deputy = TestCatalogue.Staff(Role.Signer, office.Agency);
        Assert.Equal("A-053", (await office.Issue(receipt.Id, deputy)).Refusal?.Code);
        var issued = (await office.Issue(receipt.Id)).Value;
        Assert.StartsWith("SKT-001/0001/", issued.Number);
        Assert.Equal("A-053", (await office.Sign(issued.Document, deputy)).Refusal?.Code);
        await office.SetOfficial(deputy.Id!.Value, agency: office.Agency, name: "Wa Ode Wakil");
        Assert.Equal("A-057", (await office.Sign(issued.Document, deputy)).Refusal?.Code);
        Assert.False((await office.Sign(issued.Document)).IsRefused);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_verified_does_not_decide(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        await office.Complete(receipt.Id);
        var both = office.Signer with { Assignments = [new Assignment(Role.Verifier, 1, Agency: office.Agency), new Assignment(Role.Signer, 1, Agency: office.Agency)] };
        Assert.False((await office.Verify(receipt.Id, both)).IsRefused);
        Assert.Equal("A-055", (await office.Decide(receipt.Id, by: both)).Refusal?.Code);
        Assert.False((await office.Decide(receipt.Id, by: TestCatalogue.Staff(Role.Signer, office.Agency))).IsRefused);
    }
}
