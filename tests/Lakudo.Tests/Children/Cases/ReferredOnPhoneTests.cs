using Lakudo.Field;
using Lakudo.Testing;

namespace Lakudo.Tests.Children.Cases;

/// <summary>What a cadre's phone is told of a referral: that it is, how far it came, and no more when it is over.</summary>
public sealed class ReferredOnPhoneTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_referral_its_answers_and_its_end_reach_the_phone_at_its_next_contact(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var child = await desk.Child("Wa Rini", (TestDesk.Today.AddMonths(-1), 9_000, null), (TestDesk.Today, 8_800, null));
        var phone = new BookedPhone(await desk.Posyandu.Phone());
        Assert.Null(await Told(phone, child.Id));
        var referral = (await desk.Refer(child.Id)).Value;
        Assert.Equal(new FieldReferral(TestDesk.Today, ToHospital: true), await Told(phone, child.Id));
        await desk.Answer(new(referral, false, TestDesk.Today));
        Assert.Equal(new FieldReferral(TestDesk.Today, ToHospital: true), await Told(phone, child.Id));
        await desk.Answer(new(referral, true, TestDesk.Today, "Gizi kurang", null, TestDesk.Today.AddDays(14)));
        Assert.Equal(new FieldReferral(TestDesk.Today, true, true, TestDesk.Today.AddDays(14)), await Told(phone, child.Id));
        await phone.AgreesWithAllOfIt();
        Assert.False((await desk.Close(child.Id)).IsRefused);
        Assert.Null(await Told(phone, child.Id));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_referral_goes_along_with_a_merge_and_a_move_and_no_reason_or_house_is_sent(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (kept, other) = (await desk.Child("Wa Rini"), await desk.Child("Wa Rinih"));
        var phone = new BookedPhone(await desk.Posyandu.Phone());
        await desk.Refer(other.Id, place: "RSUD Rahasia", reason: "Alasan Rahasia");
        Assert.False((await desk.Posyandu.Merge(kept.Id, other.Id)).IsRefused);
        Assert.NotNull(await Told(phone, kept.Id));
        Assert.False((await desk.Posyandu.Move(kept.Id, desk.Posyandu.Mawar)).IsRefused);
        var there = new BookedPhone(await desk.Posyandu.Phone(desk.Posyandu.Mawar, desk.Posyandu.OtherCadre));
        Assert.NotNull(await Told(there, kept.Id));
        var sent = System.Text.Json.JsonSerializer.Serialize(there.Book.Child(kept.Id)!, FieldJson.Default.FieldChild);
        Assert.Contains("\"referral\":{\"on\":\"2026-03-02\",\"toHospital\":true}", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Rahasia", sent, StringComparison.Ordinal);
    }

    private static async Task<FieldReferral?> Told(BookedPhone phone, Guid child)
    {
        await phone.Sync();
        return phone.Book.Child(child)!.Referral;
    }
}
