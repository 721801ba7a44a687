using System.Globalization;
using Lakudo.Children.Consent;
using Lakudo.Children.Families;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Families;

public sealed class FamilyPageTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_midwife_makes_a_card_and_the_family_reads_its_child_with_it_for_a_quarter_of_an_hour(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (card, token, pin) = await family.Card();
        Assert.Equal((26, 6), (token.Length, pin.Length));
        var open = (await family.Open(token, $"{pin[..3]} {pin[3..]}")).Value;
        var page = (await family.Read(open)).Value;
        Assert.Equal([9_000, 8_700], page.Measurements.Select(m => m.Weight!.Value));
        Assert.Equal(("Posyandu Melati", "Metere", "Puskesmas Lakudo"), (page.Posyandu, page.Village, page.Puskesmas));
        Assert.Equal(5, page.NextDay!.Value.Day);
        Assert.NotNull(page.Picture);
        Assert.NotEmpty(page.Words);
        Assert.Contains("ikan", page.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain(family.Girl.Name, System.Text.Json.JsonSerializer.Serialize(page), StringComparison.Ordinal);

        // Another browser that only knows the session's id sees nothing.
        Assert.Equal("C-506", (await family.Read(open with { Secret = FamilySecret.Session(family.Test.Personal, card) })).Refusal?.Code);
        family.Test.Time.Move(TimeSpan.FromMinutes(14.9));
        Assert.False((await family.Read(open)).IsRefused);
        family.Test.Time.Move(TimeSpan.FromMinutes(0.2));
        Assert.Equal("C-506", (await family.Read(open)).Refusal?.Code);
        Assert.Single(Assert.Single((await family.Cards()).Value).Openings);
        await using var db = family.Test.Read();
        Assert.Equal((1, 2), (await db.JournalEntries.CountAsync(e => e.Fact == nameof(FamilyPageOpened) && e.Subject == family.Girl.Id), await db.JournalEntries.CountAsync(e => e.Fact == nameof(FamilyPageRead))));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_button_closes_the_page_and_a_card_taken_back_closes_it_too(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (card, token, pin) = await family.Card();
        var (one, two) = ((await family.Open(token, pin)).Value, (await family.Open(token, pin)).Value);
        Assert.False((await family.Close(one)).IsRefused);
        Assert.Equal("C-506", (await family.Read(one)).Refusal?.Code);
        Assert.Equal("C-506", (await family.Close(one)).Refusal?.Code);
        Assert.False((await family.Read(two)).IsRefused);
        Assert.False((await family.Revoke(card)).IsRefused);
        Assert.Equal("C-506", (await family.Read(two)).Refusal?.Code);
        Assert.Equal("C-501", (await family.Revoke(card)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_consent_taken_back_closes_the_page_and_its_door_and_one_given_again_opens_them(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (card, token, pin) = await family.Card();
        var open = (await family.Open(token, pin)).Value;
        Assert.False((await family.Test.With((db, commit) => new WithdrawConsent(db, commit, family.Test.Clock).Run(family.Test.Midwife, new(family.Girl.Id, true, "Ibu meminta")))).IsRefused);
        Assert.Equal(("C-506", "C-502"), ((await family.Read(open)).Refusal?.Code, (await family.Open(token, pin)).Refusal?.Code));
        Assert.Equal("C-005", (await family.Issue()).Refusal?.Code);
        Assert.True((await family.Print(card)).IsRefused);
        Assert.False((await family.Test.With((db, commit) => new GiveConsentAgain(db, commit, family.Test.Clock).Run(family.Test.Midwife, new(family.Girl.Id, true, "Ibu setuju lagi")))).IsRefused);
        Assert.False((await family.Read((await family.Open(token, pin)).Value)).IsRefused);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_old_sticker_says_so_to_who_knows_the_pin_and_nothing_to_others(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (old, fresh) = (await family.Card(), await family.Card());
        Assert.NotEqual(old.Token, fresh.Token);
        Assert.Equal("C-503", (await family.Open(old.Token, old.Pin)).Refusal?.Code);
        Assert.Equal("C-503", (await family.Open(old.Token, fresh.Pin)).Refusal?.Code);
        Assert.Equal("C-502", (await family.Open(fresh.Token, old.Pin == fresh.Pin ? TestFamily.Other(old.Pin) : old.Pin)).Refusal?.Code);
        Assert.Equal("C-502", (await family.Open(old.Token, TestFamily.Other(old.Pin))).Refusal?.Code);
        Assert.False((await family.Open(fresh.Token, fresh.Pin)).IsRefused);
        Assert.Equal("C-501", (await family.Print(old.Card)).Refusal?.Code);
        Assert.Equal([false, true], (await family.Cards()).Value.Select(c => c.RevokedAt is not null));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_card_follows_its_child_to_another_posyandu_and_into_another_entry_and_back(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var test = family.Test;
        var (card, token, pin) = await family.Card();
        Assert.False((await test.Move(family.Girl.Id, test.Mawar)).IsRefused);
        Assert.Equal("Posyandu Mawar", (await family.Read((await family.Open(token, pin)).Value)).Value.Posyandu);
        Assert.Equal("C-501", (await family.Revoke(card)).Refusal?.Code);

        var other = test.Girl("Wa Rini A", birth: new DateOnly(2025, 1, 11));
        await (await test.Phone()).Send(other, test.Measured(other.Id, 9_600, day: new DateOnly(2026, 1, 5)));
        Assert.False((await test.Merge(other.Id, family.Girl.Id)).IsRefused);
        // Both days of birth open it: the family knows the right one, the sticker's entry may have had the other.
        foreach (var birth in new[] { TestFamily.Birth, new DateOnly(2025, 1, 11) }) Assert.Equal(3, (await family.Read((await family.Open(token, pin, birth)).Value)).Value.Measurements.Length);
        Assert.Equal(card, Assert.Single((await family.Cards(other.Id)).Value).Id);
        Assert.False((await test.Split(family.Girl.Id)).IsRefused);
        Assert.Equal(2, (await family.Read((await family.Open(token, pin)).Value)).Value.Measurements.Length);
        Assert.Equal("C-502", (await family.Open(token, pin, new DateOnly(2025, 1, 11))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_does_not_care_for_the_child_gets_no_card_and_staff_do_not_use_the_familys_door(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (card, token, pin) = await family.Card();
        var open = (await family.Open(token, pin)).Value;
        Assert.Equal("C-005", (await family.Issue(family.Test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-005", (await family.Cards(by: family.Test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-501", (await family.Print(card, family.Test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-501", (await family.Unlock(card, family.Test.FarNutritionist)).Refusal?.Code);
        foreach (var role in Enum.GetValues<Role>())
        {
            var other = TestPosyandu.Staff(role);
            if (role is not (Role.Midwife or Role.Nutritionist))
            {
                Assert.Equal("K-001", (await family.Issue(other)).Refusal?.Code);
                Assert.Equal("K-001", (await family.Revoke(card, other)).Refusal?.Code);
                Assert.Equal("K-001", (await family.Unlock(card, other)).Refusal?.Code);
                Assert.Equal("K-001", (await family.Cards(by: other)).Refusal?.Code);
                Assert.Equal("K-001", (await family.Print(card, other)).Refusal?.Code);
            }

            if (role is Role.Public) continue;
            Assert.Equal("K-001", (await family.Open(token, pin, by: other)).Refusal?.Code);
            Assert.Equal("K-001", (await family.Read(open, other)).Refusal?.Code);
            Assert.Equal("K-001", (await family.Close(open, other)).Refusal?.Code);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_request_tells_the_same_pin_and_no_table_holds_it(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var by = family.Test.Midwife with { Key = "sekali" };
        var (one, two) = ((await family.Issue(by)).Value, (await family.Issue(by)).Value);
        Assert.Equal(one, two);
        Assert.Single((await family.Cards()).Value);
        await using var db = family.Test.Read();
        Assert.DoesNotContain(one.Pin, (await db.StoredAnswers.SingleAsync(a => a.Key == "sekali")).Answer, StringComparison.Ordinal);
        Assert.DoesNotContain(one.Pin, string.Concat(await db.JournalEntries.Where(e => e.Fact == nameof(FamilyCardIssued)).Select(e => e.Data).ToListAsync()).Replace(one.Card.ToString(), "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Pins_are_spread_over_the_whole_million()
    {
        using var personal = new PersonalData(new byte[32]);
        var pins = Enumerable.Range(0, 20_000).Select(i => int.Parse(FamilySecret.Pin(personal, new Guid(i, 0, 0, new byte[8])), CultureInfo.InvariantCulture)).ToList();
        Assert.True(pins.Distinct().Count() > 19_500);
        foreach (var tenth in Enumerable.Range(0, 10)) Assert.InRange(pins.Count(p => p / 100_000 == tenth), 1_800, 2_200);
    }

    [Fact]
    public void What_comes_next_is_told_by_age_and_by_what_was_given()
    {
        var birth = new DateOnly(2026, 1, 10);
        PastService Given(string code) => new(new DateOnly(2026, 3, 10), ChildServiceKind.Immunisation, true, code);
        var care = NextCare.Of(birth, [Given("HB0"), Given("BCG"), Given("OPV1"), Given("DPT1"), Given("OPV2"), Given("RV1")], new DateOnly(2026, 3, 20), new DateOnly(2026, 4, 5));
        Assert.Equal(["PCV1"], care.Open.Select(v => v.Code));
        Assert.Equal(["DPT2", "OPV3", "RV2", "PCV2"], care.Later.Select(v => v.Code));
        Assert.Equal(new DateOnly(2026, 4, 10), care.LaterFrom);
        Assert.Equal((VitaminADose.Blue, new DateOnly(2026, 8, 1)), (care.VitaminA, care.VitaminAMonth));
        var later = NextCare.Of(birth, [.. Vaccines.All.Select(v => Given(v.Code)), new PastService(new DateOnly(2027, 8, 5), ChildServiceKind.VitaminARed, true, null)], new DateOnly(2027, 8, 6), new DateOnly(2027, 9, 5));
        Assert.True(later.AllRecorded && later.LaterFrom is null);
        Assert.Equal((VitaminADose.Red, new DateOnly(2028, 2, 1)), (later.VitaminA, later.VitaminAMonth));
        Assert.Equal(VitaminADose.None, NextCare.Of(new DateOnly(2021, 10, 1), [], new DateOnly(2026, 9, 6), new DateOnly(2026, 10, 5)).VitaminA);
    }
}
