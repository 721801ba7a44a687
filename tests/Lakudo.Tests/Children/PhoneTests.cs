using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Children;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

public sealed class PhoneTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_code_registers_one_phone_within_a_day_and_answers_it_again(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var code = (await test.Code(test.Melati, test.Cadre)).Value.Code;
        var first = (await test.Register(code.ToLowerInvariant().Insert(4, " "), key)).Value;
        Assert.Equal(("Posyandu Melati", "Metere", "Puskesmas Lakudo", 480, "Wa Ani"), (first.Posyandu.Name, first.Posyandu.Village, first.Posyandu.Puskesmas, first.Posyandu.UtcOffsetMinutes, first.Cadre.Name));
        Assert.Equal(new DateOnly(2026, 3, 5), first.Posyandu.NextDay);
        // The first answer was lost: the same phone asks again.
        Assert.Equal(first.Device, (await test.Register(code, key)).Value.Device);
        Assert.Equal("C-024", (await test.Register(code, other)).Refusal?.Code);
        Assert.Equal("C-024", (await test.Register("ABCDEFGH", other)).Refusal?.Code);
        var late = (await test.Code(test.Melati, test.Cadre)).Value.Code;
        test.Time.Move(TimeSpan.FromHours(25));
        Assert.Equal("C-024", (await test.Register(late, other)).Refusal?.Code);
        using var large = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Equal("C-021", (await test.Register((await test.Code(test.Melati, test.Cadre)).Value.Code, large)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Codes_are_given_by_those_who_care_for_the_posyandu_only(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        Assert.False((await test.Code(test.Melati, test.Cadre, test.Midwife)).IsRefused);
        Assert.Equal("C-001", (await test.Code(test.Mawar, test.OtherCadre, test.Midwife)).Refusal?.Code);
        Assert.Equal("C-001", (await test.Code(test.Melati, test.Cadre, test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-002", (await test.Code(test.Melati, test.OtherCadre)).Refusal?.Code);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist or Role.System)))
            Assert.Equal("K-001", (await test.Code(test.Melati, test.Cadre, TestPosyandu.Staff(role))).Refusal?.Code);
        // A nutritionist's role without an assignment reaches nothing.
        Assert.Equal("C-001", (await test.Code(test.Melati, test.Cadre, TestPosyandu.Staff(Role.Nutritionist))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_network_is_set_up_by_the_region_and_wrong_places_are_refused(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.RegionAdmin or Role.System)))
        {
            Assert.Equal("K-001", (await test.SetUp(new([], []), TestPosyandu.Staff(role))).Refusal?.Code);
            Assert.Equal("K-001", (await test.Appoint(new([]), TestPosyandu.Staff(role))).Refusal?.Code);
        }

        var admin = TestPosyandu.Staff(Role.RegionAdmin);
        Assert.Equal("C-003", (await test.SetUp(new([], [new(Guid.CreateVersion7(), "Posyandu X", 1, 1, 5)]), admin)).Refusal?.Code);
        Assert.Equal("C-003", (await test.SetUp(new([], [new(Guid.CreateVersion7(), "Posyandu X", 2, 1, 29)]), admin)).Refusal?.Code);
        Assert.Equal("C-004", (await test.Appoint(new([new(Guid.CreateVersion7(), Lakudo.Children.Network.Profession.Cadre, "Wa", Villages: [2])]), admin)).Refusal?.Code);
        Assert.Equal("C-004", (await test.Appoint(new([new(Guid.CreateVersion7(), Lakudo.Children.Network.Profession.Midwife, "Wa", Villages: [2])]), admin)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Sealed_work_of_a_wiped_phone_is_released_and_comes_once(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var child = test.Girl();
        var (sent, unsent) = (test.Measured(child.Id), test.Measured(child.Id, 9_200, day: new DateOnly(2026, 2, 5)));
        await phone.Send(child, sent);
        SealedBatch[] copies = [Seal(phone, sent), Seal(phone, unsent)];
        await test.Wipe(phone.Id);
        var handIn = Signing.Sign(phone.Id, new HandInSealed(test.Clock.Now, copies), FieldJson.Default.HandInSealed, phone.Key);
        for (var i = 0; i < 2; i++) Assert.Equal(copies.Select(c => c.Id).Order(), (await test.HandIn(handIn)).Value.Kept.Order());
        Assert.Equal("C-025", (await test.Release(phone.Id, test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("K-001", (await test.Release(phone.Id, TestPosyandu.Staff(Role.RegionAdmin))).Refusal?.Code);
        Assert.Equal((2, 0), ((await test.Release(phone.Id)).Value.Entered, (await test.Release(phone.Id)).Value.Refused));
        await using var db = test.Read();
        Assert.Equal(2, await db.Measurements.CountAsync());
        Assert.All(await db.KeptSealed.ToListAsync(), k => Assert.Empty(k.Box));
    }

    private static SealedBatch Seal(TestPhone phone, FieldMeasurement measured) =>
        Sealing.Seal(Guid.CreateVersion7(), phone.Sign(phone.Batch(measured) with { Seq = 0 }), phone.Registered.RegionKey);
}
