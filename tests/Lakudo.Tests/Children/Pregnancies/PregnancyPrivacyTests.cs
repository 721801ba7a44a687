using Lakudo.Children.Households;
using Lakudo.Children.Personal;
using Lakudo.Children.Pregnancies;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Children.Personal;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Pregnancies;

public sealed class PregnancyPrivacyTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Her_copy_tells_how_it_ended_and_erasing_her_takes_the_words_the_day_and_the_child_out(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var posyandu = test.Posyandu;
        var newborn = posyandu.Girl("Wa Bayi", birth: TestPregnancies.Today);
        await test.Phone.Send(newborn);
        await posyandu.End(test.Pregnancy.Id, note: "Keliru di rumah sakit");
        await posyandu.GoesOn(test.Pregnancy.Id, "Ternyata tetangganya");
        posyandu.Time.Move(TimeSpan.FromMinutes(1));
        await posyandu.End(test.Pregnancy.Id, note: "Di rumah bidan");
        Assert.False((await posyandu.Born(test.Pregnancy.Id, newborn.Id)).IsRefused);

        await using (var db = posyandu.Read())
        {
            var told = await db.TellEndings(test.Pregnancy.Id, default);
            Assert.Equal([("Kehamilan dinyatakan berakhir 2 Maret 2026", "sudah lahir; Keliru di rumah sakit; dibatalkan: Ternyata tetangganya"), ("Kehamilan dinyatakan berakhir 2 Maret 2026", "sudah lahir; Di rumah bidan"), ("Anak yang lahir", "Wa Bayi")], told);
        }

        Assert.False((await test.Privacy.Erase((await test.Privacy.Take(TestFamily.MothersNik)).Value)).IsRefused);
        await using var after = posyandu.Read();
        var endings = await after.Set<PregnancyEnding>().ToListAsync();
        Assert.Equal(2, endings.Count);
        Assert.All(endings, e => Assert.Equal((null, null, new DateOnly(2026, 3, 1)), (e.Note, e.TakenBackReason, e.On)));
        Assert.False(await after.Set<BornChild>().AnyAsync());
        Assert.Equal(new DateOnly(2026, 3, 1), (await after.Set<Lakudo.Children.Register.Pregnancy>().SingleAsync()).EndedOn);
        Assert.Equal("C-801", (await posyandu.Mother(test.Pregnancy.Id)).Refusal?.Code);
        Assert.Equal(0, (await posyandu.Mothers(new(Ended: true))).Value.Total);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Erasing_the_child_alone_leaves_the_pregnancy_without_it(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var newborn = test.Posyandu.Girl("Wa Bayi", birth: TestPregnancies.Today);
        await test.Phone.Send(newborn);
        await test.Posyandu.End(test.Pregnancy.Id, note: "Di rumah bidan");
        await test.Posyandu.Born(test.Pregnancy.Id, newborn.Id);
        Assert.False((await test.Privacy.Erase((await test.Privacy.Take(RegisterNumber.Of(RegisterNumber.Child, newborn.Id))).Value)).IsRefused);
        var page = (await test.Posyandu.Mother(test.Pregnancy.Id)).Value;
        Assert.Equal((0, "Di rumah bidan"), (page.Born.Length, page.Ended!.Note));
        await using var db = test.Posyandu.Read();
        Assert.False(await db.Set<BornChild>().AnyAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_household_no_longer_says_that_she_is_pregnant(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var opened = await test.Posyandu.With((db, commit) => new OpenHouseholds(db, commit, test.Posyandu.Clock, test.Posyandu.Personal).Run(test.Posyandu.Midwife, new([new(Guid.CreateVersion7(), test.Elder.Id)])));
        Assert.Null(opened.Refusal);
        var house = (await test.Posyandu.Record(test.Elder.Id)).Value.Household!.Value;
        Assert.True(Assert.Single((await House()).Mothers).IsExpecting);
        await test.Posyandu.End(test.Pregnancy.Id);
        Assert.False(Assert.Single((await House()).Mothers).IsExpecting);
        await test.Posyandu.GoesOn(test.Pregnancy.Id);
        Assert.True(Assert.Single((await House()).Mothers).IsExpecting);

        async Task<HouseholdRecord.Answer> House() => (await test.Posyandu.With((db, commit) => new HouseholdRecord(db, commit, test.Posyandu.Clock, test.Posyandu.Personal).Run(test.Posyandu.Midwife, house))).Value;
    }
}
