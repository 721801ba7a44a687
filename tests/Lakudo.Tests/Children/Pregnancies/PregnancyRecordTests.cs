using Lakudo.Children;
using Lakudo.Children.Access;
using Lakudo.Children.Pregnancies;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Pregnancies;

public sealed class PregnancyRecordTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_page_says_who_she_is_what_each_visit_says_and_which_phone_sent_it(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var woman = test.Expecting();
        await (await test.Phone()).Send(woman, test.Visited(woman.Id, new DateOnly(2026, 1, 5), arm: 2_340, haemoglobin: 109), test.Visited(woman.Id, haemoglobin: null));
        await test.Sheet(new(test.Melati, test.Cadre, [], [], []) { Visits = [test.Visited(woman.Id, new DateOnly(2026, 3, 1), arm: null)] });

        var page = (await test.Mother(woman.Id)).Value;
        Assert.Equal(("Wa Ode Hamil", "7414**********11", "RT 2", "Posyandu Melati", "Metere"), (page.Mother.Name, page.Mother.Nik, page.Address, page.PosyanduName, page.Village));
        Assert.Equal((24, new DateOnly(2026, 6, 22), false, 90, 3), (page.Reading.Weeks, page.Reading.Due, page.HasDueDate, page.Reading.Tablets, page.Reading.Antenatal));
        // The last arm is within the limit, so only the earlier visit is marked.
        Assert.Equal([(new DateOnly(2026, 3, 1), PregnancyNeeds.None, null, null), (new DateOnly(2026, 2, 5), PregnancyNeeds.None, "Uji 1", "Wa Ani"), (new DateOnly(2026, 1, 5), PregnancyNeeds.ThinArm | PregnancyNeeds.LowHaemoglobin, "Uji 1", "Wa Ani")],
            page.Visits.Select(v => (v.Values.Day, v.Says, v.Phone, v.Worker)));
        Assert.Equal((PregnancyNeeds.None, 20), (page.Needs, page.Visits[1].Reading.Weeks));
        Assert.StartsWith("Terima kasih sudah datang", Assert.Single(page.Words), StringComparison.Ordinal);
        Assert.Equal("Bidan Sitti", Assert.Single(page.Reads).Who);
        Assert.Equal(2, (await test.Mother(woman.Id, test.Nutritionist)).Value.Reads.Length);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Her_NIK_is_shown_with_a_reason_that_is_journaled_and_never_kept_with_the_answer(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (woman, without) = (test.Expecting(), test.Expecting("Wa Tanpa", nik: null));
        await (await test.Phone()).Send(woman, without);
        Assert.Equal("K-020", (await test.MotherNik(woman.Id, " ")).Refusal?.Code);
        Assert.Equal("K-021", (await test.MotherNik(woman.Id, "untuk 0812 3456 7890")).Refusal?.Code);
        Assert.Equal("C-802", (await test.MotherNik(without.Id)).Refusal?.Code);
        Assert.Null(await test.LastFact(nameof(MotherNikRevealed)));
        Assert.Equal("7414016505950011", (await test.MotherNik(woman.Id, by: test.Midwife with { Key = "sekali" })).Value);
        var noted = await test.LastFact(nameof(MotherNikRevealed));
        Assert.Equal((woman.Id, test.Midwife.Id, "Membuat surat rujukan"), (noted!.Subject, noted.ById, noted.Why));
        await using var db = test.Read();
        Assert.False(await db.Set<StoredAnswer>().AnyAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nobody_else_reads_her_her_NIK_or_her_log(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (woman, far) = (test.Expecting(), test.Expecting("Wa Mawar", nik: "7414016505950012"));
        await (await test.Phone()).Send(woman);
        await (await test.Phone(test.Mawar, test.OtherCadre)).Send(far);
        var refusals = new List<(Caller By, Guid Of, string Code)> { (test.FarNutritionist, woman.Id, "C-801"), (test.Midwife, far.Id, "C-801"), (test.Midwife, Guid.CreateVersion7(), "C-801"), (TestPosyandu.Staff(Role.Midwife), woman.Id, "C-801") };
        refusals.AddRange(Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)).Select(r => (TestPosyandu.Staff(r), woman.Id, "K-001")));
        // The cadre of the other posyandu, by her own id.
        refusals.Add((TestPosyandu.Staff(Role.Cadre) with { Id = test.OtherCadre }, woman.Id, "K-001"));
        foreach (var (by, of, code) in refusals)
        {
            Assert.Equal(code, (await test.Mother(of, by)).Refusal?.Code);
            Assert.Equal(code, (await test.MotherNik(of, by: by)).Refusal?.Code);
            Assert.Equal(code, (await test.MotherLog(of, by)).Refusal?.Code);
        }

        Assert.Null(await test.LastFact(nameof(PregnancyRead)));
        Assert.Null(await test.LastFact(nameof(MotherNikRevealed)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_looked_is_in_her_log_in_her_posyandus_and_not_in_a_childs(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var (woman, other, child) = (test.Expecting(), test.Expecting("Wa Lain", nik: null), test.Girl(motherNik: null));
        await phone.Send(woman, other, child);
        await phone.Send(test.Visited(woman.Id));
        await phone.Ask();
        await test.Mothers();
        await test.Mother(woman.Id, test.Nutritionist);
        await test.MotherNik(woman.Id);
        await test.Mother(other.Id);
        await test.List(test.Melati);

        var log = (await test.MotherLog(woman.Id)).Value;
        Assert.Equal("Wa Ode Hamil", log.Name);
        Assert.Equal([(nameof(AccessLogRead), "Bidan Sitti"), (nameof(MotherNikRevealed), "Bidan Sitti"), (nameof(PregnancyRead), "Nurul"), (nameof(PregnanciesListed), "Bidan Sitti"), (nameof(PosyanduDataRead), "Wa Ani"), (nameof(BatchAccepted), "Wa Ani"), (nameof(BatchAccepted), "Wa Ani")],
            log.Rows.Select(r => (r.Fact, r.Who!)));
        Assert.Equal(("Membuat surat rujukan", 2, true), (log.Rows[1].Why, log.Rows[3].Pregnancies, log.Rows[3].IsAboutMany));
        var place = (await test.With((db, commit) => new AccessLog(db, commit, test.Clock).Run(test.Midwife, test.Melati))).Value;
        Assert.Equal((2, 1, 1, 1), (place.Rows.Count(r => r.Fact == nameof(PregnancyRead)), place.Rows.Count(r => r.Fact == nameof(MotherNikRevealed)), place.Rows.Count(r => r.Fact == nameof(PregnanciesListed)), place.Rows.Count(r => r.Fact == nameof(ChildrenListed))));
        var ofChild = (await test.With((db, commit) => new AccessLog(db, commit, test.Clock).OfChild(test.Midwife, child.Id))).Value;
        Assert.DoesNotContain(ofChild.Rows, r => r.Fact is nameof(PregnanciesListed) or nameof(PregnancyRead) or nameof(MotherNikRevealed));
        Assert.Contains(ofChild.Rows, r => r.Fact == nameof(ChildrenListed));
    }
}
