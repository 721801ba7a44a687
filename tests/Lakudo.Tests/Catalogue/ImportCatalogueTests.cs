using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;
using static Lakudo.Tests.Catalogue.TestCatalogue;

namespace Lakudo.Tests.Catalogue;

public sealed class ImportCatalogueTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task All_239_services_of_the_sample_are_taken_and_a_second_time_changes_nothing(Vendor vendor)
    {
        await using var catalogue = await Create(vendor);

        var first = (await catalogue.Import(Sample())).Value;
        var revision = (await catalogue.Edition.Of(1)).Revision;
        var second = (await catalogue.Import(Sample())).Value;

        Assert.Equal((239, 0, 0, 49), (first.Added, first.Changed, first.Unchanged, first.NewAgencies));
        Assert.Equal((0, 0, 239, 0), (second.Added, second.Changed, second.Unchanged, second.NewAgencies));
        Assert.Equal(revision, (await catalogue.Edition.Of(1)).Revision);
        Assert.Equal(1, await catalogue.Facts(nameof(CatalogueImported)));
        Assert.Equal(239, (await catalogue.Edition.Of(1)).Public.Count);
    }

    [Fact]
    public void No_civil_registration_passport_police_land_tax_or_marriage_document_of_the_sample_is_local()
    {
        var rows = CatalogueFile.Read(Sample()).Value.Rows;
        Assert.DoesNotContain(rows, r => r.Fields.WhoIssues == WhoIssues.Local
            && (r.Code[..3] is "DKC" or "IMI" or "POL" or "SAM" or "BPN" or "PJK" or "BPD" or "KMG" or "BJK" or "BJT" or "PDN" or "PGA" || r.Code is "DES-001" or "DES-006"));
        Assert.All(rows, r => Assert.True(r.IsSample));
    }

    [Theory]
    [InlineData("DKC 001!")]
    [InlineData("")]
    public void A_code_that_cannot_stand_in_an_address_is_refused(string code) => Assert.Equal((2, "code"), Refused(Row(code: code)));

    [Fact]
    public void Each_wrong_cell_is_named_by_line_and_column()
    {
        Assert.Equal((2, "name"), Refused(Row(name: "")));
        Assert.Equal((2, "working_days"), Refused(Row(days: "besok")));
        Assert.Equal((2, "working_days"), Refused(Row(days: "-1")));
        Assert.Equal((2, "fee_idr"), Refused(Row(fee: "Rp5.000")));
        Assert.Equal((2, "who_issues"), Refused(Row(who: "pusat")));
        Assert.Equal((2, "life_events"), Refused(Row(events: "ulang-tahun")));
        Assert.Equal((2, "promise"), Refused(Row(promise: "segera")));
        Assert.Equal((2, "who_issues"), Refused(Row(category: "Keimigrasian", who: "lokal")));
        Assert.Equal((3, "code"), Refused(Row(), Row(code: "dkc-001")));
        Assert.Equal((3, ""), Refused(Row(), "DKC-002,hanya,tiga"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_refused_row_and_nothing_is_changed(Vendor vendor)
    {
        await using var catalogue = await Create(vendor);

        var report = (await catalogue.Import(Csv(Row(), Row(code: "DKC-002", days: "x"), Row(code: "DKC-003", fee: "x")))).Value;

        Assert.Equal([3, 4], report.Refused.Select(r => r.Line));
        await using var db = catalogue.Read();
        Assert.Equal(0, await db.Services.CountAsync());
        Assert.Equal(0, await db.Agencies.CountAsync());
        Assert.Equal(0, await catalogue.Facts(nameof(CatalogueImported)));
    }

    [Fact]
    public void A_file_that_is_no_catalogue_is_refused_whole()
    {
        Assert.Equal("L-001", CatalogueFile.Read("a,b\n1,2\n"u8.ToArray()).Refusal?.Code);
        Assert.Equal("L-001", CatalogueFile.Read(Array.Empty<byte>()).Refusal?.Code);
        Assert.Equal("L-001", CatalogueFile.Read(Csv()).Refusal?.Code);
        Assert.Equal("L-001", CatalogueFile.Read(new byte[] { 0xff, 0xfe, 0x00, 0x41 }).Refusal?.Code);
        Assert.Equal("L-001", CatalogueFile.Read(new byte[CatalogueFile.Largest + 1]).Refusal?.Code);
        Assert.Contains("kolom tarif tidak dikenal", CatalogueFile.Read("tarif\n1\n"u8.ToArray()).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_saved_by_a_spreadsheet_with_semicolons_and_a_byte_order_mark_is_read()
    {
        var text = System.Text.Encoding.UTF8.GetString(Csv(Row(requirements: "KK"))).Replace(',', ';').Replace("\n", "\r\n");
        byte[] file = [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(text)];
        Assert.Single(CatalogueFile.Read(file).Value.Rows);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_changed_row_changes_its_service_and_a_requirement_that_stays_keeps_its_id(Vendor vendor)
    {
        await using var catalogue = await Create(vendor);
        await catalogue.Import(Csv(Row()));
        var before = await catalogue.Card("DKC-001");

        var report = (await catalogue.Import(Csv(Row(requirements: "Akta;Paspor", days: "3")))).Value;
        var after = await catalogue.Card("DKC-001");

        Assert.Equal((0, 1, 0), (report.Added, report.Changed, report.Unchanged));
        Assert.Equal(before.Service.Id, after.Service.Id);
        Assert.Equal("3 hari kerja", after.Service.Promise.ToString());
        Assert.Equal(["Akta", "Paspor"], after.Requirements.Select(r => r.Text));
        Assert.Equal(before.Requirements[1].Id, after.Requirements[0].Id);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_does_not_overrule_what_an_agency_has_confirmed(Vendor vendor)
    {
        await using var catalogue = await Create(vendor);
        await catalogue.Import(Csv(Row()));
        var card = await catalogue.Card("DKC-001");
        Assert.False((await catalogue.Confirm(card.Service.Id, Staff(Role.AgencyAdmin, card.Agency.Id))).IsRefused);

        Assert.Empty((await catalogue.Import(Csv(Row()))).Value.Refused);
        Assert.Equal("code", Assert.Single((await catalogue.Import(Csv(Row(fee: "5000")))).Value.Refused).Column);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_does_not_move_a_service_to_another_agency(Vendor vendor)
    {
        await using var catalogue = await Create(vendor);
        await catalogue.Import(Csv(Row()));
        Assert.Equal("agency", Assert.Single((await catalogue.Import(Csv(Row(agency: "Dinas Perikanan")))).Value.Refused).Column);
    }

    [Theory]
    [InlineData(Role.AgencyAdmin)]
    [InlineData(Role.CounterOfficer)]
    [InlineData(Role.Public)]
    [InlineData(Role.Inspector)]
    public async Task Only_the_regions_admin_brings_a_catalogue_in(Role role)
    {
        await using var catalogue = await Create(Vendor.Sqlite);
        Assert.Equal("K-001", (await catalogue.Import(Csv(Row()), Staff(role))).Refusal?.Code);
    }

    [Fact]
    public async Task A_catalogue_for_a_region_that_is_not_there_is_refused()
    {
        await using var catalogue = await Create(Vendor.Sqlite);
        Assert.Equal("K-007", (await catalogue.Import(Csv(Row()), Caller.System(99))).Refusal?.Code);
    }

    private static (int Line, string Column) Refused(params string[] rows)
    {
        var refused = Assert.Single(CatalogueFile.Read(Csv(rows)).Value.Refused);
        Assert.NotEmpty(refused.Reason);
        return (refused.Line, refused.Column);
    }
}
