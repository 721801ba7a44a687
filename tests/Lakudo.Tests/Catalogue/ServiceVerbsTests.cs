using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Testing;
using static Lakudo.Tests.Catalogue.TestCatalogue;

namespace Lakudo.Tests.Catalogue;

public sealed class ServiceVerbsTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Outside_the_sample_a_service_is_public_only_after_its_agency_confirms_it(Vendor vendor)
    {
        await using var catalogue = await Create(vendor, sample: false);
        await catalogue.Import(Csv(Row()));
        var card = await catalogue.Card("DKC-001");
        var page = new ServicePage(catalogue.Edition);
        Assert.Equal("L-002", (await page.Run(Caller.Public(1), "DKC-001")).Refusal?.Code);
        Assert.Empty(await new SearchServices(catalogue.Edition).Run(Caller.Public(1), "ktp"));

        Assert.False((await catalogue.Confirm(card.Service.Id, Staff(Role.AgencyAdmin, card.Agency.Id))).IsRefused);

        var shown = (await page.Run(Caller.Public(1), "dkc-001")).Value;
        Assert.Equal("12/SK/2026, 5 Januari 2026", shown.Service.Decree);
        Assert.Equal(new DateOnly(2026, 3, 2), shown.Service.ConfirmedOn);
        Assert.NotNull(shown.Service.ConfirmedBy);
        Assert.Single(await new SearchServices(catalogue.Edition).Run(Caller.Public(1), "ktp"));
        Assert.Equal(1, await catalogue.Facts(nameof(ServiceConfirmed)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_confirmation_is_refused_to_others_without_a_decree_from_the_future_or_a_second_time(Vendor vendor)
    {
        await using var catalogue = await Create(vendor);
        await catalogue.Import(Csv(Row()));
        var card = await catalogue.Card("DKC-001");
        var own = Staff(Role.AgencyAdmin, card.Agency.Id);

        Assert.Equal("K-001", (await catalogue.Confirm(card.Service.Id, Staff(Role.AgencyAdmin, card.Agency.Id + 1))).Refusal?.Code);
        Assert.Equal("K-001", (await catalogue.Confirm(card.Service.Id, catalogue.Admin)).Refusal?.Code);
        Assert.Equal("K-001", (await catalogue.Confirm(card.Service.Id, Staff(Role.CounterOfficer, card.Agency.Id))).Refusal?.Code);
        Assert.Equal("L-002", (await catalogue.Confirm(Guid.CreateVersion7(), own)).Refusal?.Code);
        Assert.Equal("L-006", (await catalogue.Confirm(card.Service.Id, own, decree: " ")).Refusal?.Code);
        Assert.Equal("L-007", (await catalogue.Confirm(card.Service.Id, own, date: new DateOnly(2026, 3, 3))).Refusal?.Code);
        Assert.False((await catalogue.Confirm(card.Service.Id, own)).IsRefused);
        Assert.Equal("L-005", (await catalogue.Confirm(card.Service.Id, own)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_agencys_edit_shows_in_the_next_answer_and_says_which_fields_changed(Vendor vendor)
    {
        await using var catalogue = await Create(vendor);
        await catalogue.Import(Csv(Row()));
        var card = await catalogue.Card("DKC-001");
        Assert.Equal("5 dari 14 lengkap", card.Completeness);

        var revision = await catalogue.Edit(Command(card, fee: 5_000, texts: new() { [StandardPart.Procedure] = "Ambil nomor, serahkan berkas, tunggu." }), Staff(Role.AgencyAdmin, card.Agency.Id));

        var after = await catalogue.Card("DKC-001");
        Assert.Equal(revision.Value, after.Service.Revision);
        Assert.Equal("Rp5.000", after.Fee);
        Assert.Equal("6 dari 14 lengkap", after.Completeness);
        Assert.Equal(card.Requirements.Select(r => r.Id), after.Requirements.Select(r => r.Id));
        Assert.Equal(1, await catalogue.Facts(nameof(ServiceEdited)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_edit_is_refused_to_other_agencies_on_an_old_revision_and_with_an_impossible_field(Vendor vendor)
    {
        await using var catalogue = await Create(vendor);
        await catalogue.Import(Csv(Row(category: "Keimigrasian")));
        var card = await catalogue.Card("DKC-001");
        var own = Staff(Role.AgencyAdmin, card.Agency.Id);

        Assert.Equal("K-001", (await catalogue.Edit(Command(card), Staff(Role.AgencyAdmin, card.Agency.Id + 1))).Refusal?.Code);
        Assert.Equal("K-001", (await catalogue.Edit(Command(card), Staff(Role.Verifier, card.Agency.Id))).Refusal?.Code);
        Assert.Equal("L-009", (await catalogue.Edit(Command(card) with { Revision = 99 }, own)).Refusal?.Code);
        Assert.Equal("L-010", (await catalogue.Edit(Command(card, fee: -1), own)).Refusal?.Code);
        Assert.Equal("L-008", (await catalogue.Edit(Command(card, who: WhoIssues.Local), own)).Refusal?.Code);
        Assert.Equal(card.Service.Revision, (await catalogue.Edit(Command(card), own)).Value);
        Assert.Equal(0, await catalogue.Facts(nameof(ServiceEdited)));
    }

    [Fact]
    public async Task A_change_by_another_process_is_seen_at_the_next_look()
    {
        await using var catalogue = await Create(Vendor.Sqlite);
        await catalogue.Import(Csv(Row()));
        var elsewhere = new CatalogueEdition(catalogue);
        Assert.Single((await elsewhere.Of(1)).Public);

        await catalogue.Import(Csv(Row(), Row(code: "DKC-002")));
        Assert.Single((await elsewhere.Of(1)).Public);
        await elsewhere.LookAgain();

        Assert.Equal(2, (await elsewhere.Of(1)).Public.Count);
    }

    [Fact]
    public async Task An_agency_sees_its_own_services_and_the_regions_admin_all()
    {
        await using var catalogue = await Create(Vendor.Sqlite);
        await catalogue.Import(Sample());
        var social = (await catalogue.Card("SOS-001")).Agency.Id;
        var view = new AgencyCatalogue(catalogue.Edition);

        Assert.Equal(7, (await view.Run(Staff(Role.AgencyAdmin, social))).Value.Length);
        Assert.Equal(239, (await view.Run(catalogue.Admin)).Value.Length);
        Assert.Equal("K-001", (await view.Run(Staff(Role.CounterOfficer, social))).Refusal?.Code);
    }

    [Fact]
    public async Task Every_life_event_has_services_and_having_a_baby_begins_with_its_papers()
    {
        await using var catalogue = await Create(Vendor.Sqlite);
        await catalogue.Import(Sample());
        var view = new ServicesByLifeEvent(catalogue.Edition);

        Assert.Equal(LifeEvent.All.Count, (await view.Run(Caller.Public(1))).Count);
        Assert.Equal(["DKC-026", "DKC-015"], (await view.Run(Caller.Public(1), "punya-bayi")).Value.Services.Take(2).Select(card => card.Service.Code));
        Assert.Equal("DES-001", (await view.Run(Caller.Public(1), "menikah")).Value.Services[0].Service.Code);
        Assert.Equal("L-004", (await view.Run(Caller.Public(1), "ulang-tahun")).Refusal?.Code);
        Assert.Equal("L-003", (await new ServicesByAgency(catalogue.Edition).Run(Caller.Public(1), "tidak-ada")).Refusal?.Code);
        Assert.Equal(49, (await new ServicesByAgency(catalogue.Edition).Run(Caller.Public(1))).Count);
    }

    private static EditService.Command Command(ServiceCard card, long? fee = 0, WhoIssues? who = null, Dictionary<StandardPart, string>? texts = null) => new(
        card.Service.Id, card.Service.Revision, card.Service.Fields with { FeeIdr = fee, WhoIssues = who ?? card.Service.WhoIssues },
        [.. card.Requirements.Select(r => r.Text)], texts ?? []);
}
