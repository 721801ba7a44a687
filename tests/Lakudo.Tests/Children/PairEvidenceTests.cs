using Lakudo.Children.Register;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

/// <summary>A child moves and two entries are merged only after it was said what will happen and what speaks against it.</summary>
public sealed class PairEvidenceTests
{
    [Fact]
    public async Task A_child_moves_for_a_reason_that_is_journaled()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        var girl = test.Girl();
        await (await test.Phone()).Send(girl);
        Assert.Equal("K-020", (await test.Move(girl.Id, test.Mawar, why: null)).Refusal?.Code);
        Assert.Equal("K-020", (await test.Move(girl.Id, test.Mawar, why: "  ")).Refusal?.Code);
        Assert.Equal("K-021", (await test.Move(girl.Id, test.Mawar, why: "Ibu 7414016505950001 pindah")).Refusal?.Code);
        Assert.False((await test.Move(girl.Id, test.Mawar, why: "Pindah rumah")).IsRefused);
        await using var db = test.Read();
        Assert.Equal("Pindah rumah", (await db.JournalEntries.SingleAsync(e => e.Fact == "ChildMoved")).Why);
    }

    [Fact]
    public async Task What_speaks_for_and_against_two_entries_is_told_before_they_are_merged()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        var phone = await test.Phone();
        var (one, twin, same) = (test.Girl("Sitti Hasna"), test.Girl("La Husein") with { Sex = Sex.Male, BirthOrder = 2 }, test.Girl("Siti Hasna"));
        await phone.Send(one, twin, same, test.Measured(one.Id), test.Measured(twin.Id, weight: 8_000), test.Measured(same.Id));
        Task<Outcome<PairEvidence.Answer>> Weigh(Guid a, Guid b, Caller? by = null) => test.With((db, commit) => new PairEvidence(db, commit, test.Clock).Run(by ?? test.Nutritionist, a, b));
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist or Role.System))) Assert.Equal("K-001", (await Weigh(one.Id, twin.Id, TestPosyandu.Staff(role))).Refusal?.Code);
        Assert.Equal("C-005", (await Weigh(one.Id, twin.Id, test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-031", (await Weigh(one.Id, one.Id)).Refusal?.Code);
        var twins = (await Weigh(one.Id, twin.Id)).Value;
        Assert.True(twins.MayBeTwins);
        Assert.Equal(["nama berbeda", "jenis kelamin berbeda", "keduanya diukur 2 Maret 2026 dengan hasil berbeda"], twins.Against);
        Assert.Equal(["tanggal lahir sama", "ibu sama", "posyandu sama"], twins.For);
        var alike = (await Weigh(one.Id, same.Id)).Value;
        Assert.Equal((false, 0), (alike.MayBeTwins, alike.Against.Length));
        Assert.Equal(["nama mirip", "tanggal lahir sama", "jenis kelamin sama", "ibu sama", "posyandu sama", "hasil ukur 2 Maret 2026 sama persis"], alike.For);
    }
}
