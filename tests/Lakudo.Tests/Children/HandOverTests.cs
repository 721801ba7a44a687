using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lakudo.Children;
using Lakudo.Children.Phones;
using Lakudo.Field;
using Lakudo.Field.Phone;
using Lakudo.Field.Protection;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

/// <summary>Work carried to the puskesmas where there is never a signal.</summary>
public sealed class HandOverTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_carried_is_in_the_register_and_neither_a_second_file_nor_the_next_contact_doubles_it(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = new BookedPhone(await test.Phone());
        var (rini, ali) = (test.Girl(), test.Girl("Wa Ali", birth: new DateOnly(2025, 3, 10)));
        await phone.Phone.Send(rini, ali);
        await phone.Sync();
        phone.Save(test.Measured(rini.Id));
        phone.Save(test.Measured(ali.Id, 8_400));
        var file = Carried(phone);

        var first = (await test.HandOver(file)).Value;
        Assert.Equal(("Wa Ani", "Posyandu Melati", (DateTime?)null, 0), (first.Cadre, first.PosyanduName, first.Before, first.Unopened));
        Assert.Equal((2, 2, 0, 0), (first.Counts.Batches, first.Counts.Measurements, first.Counts.Doubled, first.Counts.Refused.Length));
        test.Time.Move(TimeSpan.FromHours(1));
        var again = (await test.HandOver(file, way: HandOverWay.Qr)).Value;
        Assert.Equal((0, 2, first.Receipt), (again.Counts.Measurements, again.Counts.Doubled, again.Receipt));
        Assert.NotNull(again.Before);

        // The cadre types the code; at the next contact the register says the same.
        var made = Assert.Single(phone.Book.Book.HandOvers);
        Assert.Equal(Receipts.Code(made.Secret, made.Id), first.Receipt);
        phone.Book.Confirm(made);
        Assert.Empty(phone.Book.Unsent);
        Assert.Equal(2, phone.Book.HandedOver.Count());
        await phone.Sync();
        Assert.Empty(phone.Book.Visits);
        await using var db = test.Read();
        Assert.Equal(2, await db.Measurements.CountAsync());
        Assert.All(await db.KeptSealed.ToListAsync(), kept => Assert.Empty(kept.Box));
        var row = Assert.Single((await List(test)).Value);
        Assert.Equal((2, HandOverWay.File, 2, 0, 0, "Wa Ani", "Nurul"), (row.Times, row.Way, row.Measurements, row.Doubled, row.Refused, row.Cadre, row.By));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_wrong_entry_does_not_keep_the_others_out_and_waits_sealed_for_the_puskesmas(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (phone, other) = (new BookedPhone(await test.Phone()), await test.Phone(test.Mawar, test.OtherCadre));
        var (rini, away, twice) = (test.Girl(), test.Girl("Wa Jauh", "7414016505950009"), test.Girl("Wa Dua", birth: new DateOnly(2025, 4, 1)));
        await other.Send(away);
        await phone.Phone.Send(rini, twice);
        await phone.Phone.Send(test.Measured(twice.Id, 8_000));
        phone.Save(test.Measured(rini.Id));
        phone.Save(test.Measured(away.Id, 8_100));
        phone.Save(test.Measured(twice.Id, 8_700));

        var taken = (await test.HandOver(Carried(phone))).Value;
        Assert.Equal((2, 1), (taken.Counts.Measurements, taken.Counts.Conflicts));
        var refused = Assert.Single(taken.Counts.Refused);
        Assert.Equal(("C-010", away.Id, new DateOnly(2026, 3, 2)), (refused.Code, refused.Child!.Value, refused.Day!.Value));
        // All of it lies at the puskesmas, so there is a receipt.
        Assert.NotNull(taken.Receipt);
        await using (var db = test.Read()) Assert.Equal("C-010", (await db.KeptSealed.SingleAsync()).RefusedWith);
        // The child moves here, and what was sealed goes in.
        Assert.False((await test.Move(away.Id, test.Melati)).IsRefused);
        Assert.Equal((1, 0), ((await test.Release(phone.Phone.Id)).Value.Entered, (await test.Release(phone.Phone.Id)).Value.Entered));
        Assert.Contains((await test.Record(away.Id)).Value.Measurements, one => one.Weight == 8_100);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_that_is_none_is_cut_off_too_large_foreign_or_changed_is_refused_and_nothing_is_kept(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = new BookedPhone(await test.Phone());
        var child = test.Girl();
        await phone.Phone.Send(child);
        phone.Save(test.Measured(child.Id));
        var file = Carried(phone);
        Assert.Equal("C-026", (await test.HandOver("bukan berkas"u8.ToArray())).Refusal?.Code);
        Assert.Equal("C-026", (await test.HandOver("{\"format\":\"lain\"}"u8.ToArray())).Refusal?.Code);
        Assert.Equal("C-037", (await test.HandOver(file[..^40])).Refusal?.Code);
        Assert.Equal("C-036", (await test.HandOver([])).Refusal?.Code);
        Assert.Equal("C-036", (await test.HandOver(new byte[TakeHandOver.Largest + 1])).Refusal?.Code);
        Assert.Equal("C-038", (await test.HandOver(file, test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-027", (await test.HandOver(Sealed(phone.Phone, Read(file).HandOver! with { Iv = new byte[12] }))).Refusal?.Code);
        // Sealed to the region, but signed by another phone.
        var thief = await test.Phone();
        var stolen = new HandOver { Id = Guid.CreateVersion7(), Device = phone.Phone.Id, Clock = test.Clock.Now, Secret = new byte[16], Batches = [phone.Phone.Batch(test.Measured(child.Id, 9_900)) with { Seq = 0 }] };
        Assert.Equal("C-027", (await test.HandOver(Sealed(phone.Phone, Packed(thief, stolen)))).Refusal?.Code);
        await using var db = test.Read();
        Assert.Equal((0, 0, 0), (await db.Measurements.CountAsync(), await db.KeptSealed.CountAsync(), await db.TakenHandOvers.CountAsync()));
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist or Role.System)))
        {
            Assert.Equal("K-001", (await test.HandOver(file, TestPosyandu.Staff(role))).Refusal?.Code);
            Assert.Equal("K-001", (await List(test, TestPosyandu.Staff(role))).Refusal?.Code);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Copies_of_a_phone_that_cannot_be_opened_are_entered_and_a_broken_one_is_told_and_gives_no_receipt(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var child = test.Girl();
        await phone.Send(child);
        var (good, broken) = (Copy(phone, test.Measured(child.Id)), Copy(phone, test.Measured(child.Id, 9_300)));
        broken.Ciphertext[3] ^= 1;
        var taken = (await test.HandOver(JsonSerializer.SerializeToUtf8Bytes(new SealedFile(phone.Id, "Posyandu Melati", test.Clock.Now, [good, broken]), FieldJson.Default.SealedFile))).Value;
        Assert.Equal((1, 1, (string?)null), (taken.Counts.Measurements, taken.Unopened, taken.Receipt));
        Assert.Single((await List(test, test.Midwife)).Value);
        Assert.Empty((await List(test, test.FarNutritionist)).Value);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_small_file_that_would_unpack_without_end_is_refused_and_carrying_is_no_contact(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = new BookedPhone(await test.Phone());
        var child = test.Girl();
        await phone.Phone.Send(child);
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes("{\"message\":\"handover\"" + new string(' ', 9 * 1024 * 1024)));
        Assert.Equal("K-030", (await test.HandOver(Sealed(phone.Phone, SealedAs(phone.Phone, Guid.CreateVersion7(), bomb.ToArray())))).Refusal?.Code);
        // Boxes of one file are counted together, and values before they become objects.
        using var part = new MemoryStream();
        using (var gzip = new GZipStream(part, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes("{\"message\":\"handover\"" + new string(' ', 3 * 1024 * 1024)));
        var boxes = Enumerable.Range(0, 3).Select(_ => SealedAs(phone.Phone, Guid.CreateVersion7(), part.ToArray())).ToList();
        Assert.Equal("K-030", (await test.HandOver(JsonSerializer.SerializeToUtf8Bytes(new SealedFile(phone.Phone.Id, "Posyandu Melati", test.Clock.Now, [.. boxes]), FieldJson.Default.SealedFile))).Refusal?.Code);
        var many = Encoding.UTF8.GetBytes($"{{\"device\":\"{phone.Phone.Id}\",\"batches\":[{string.Join(',', Enumerable.Repeat("{}", 100_000))}]}}");
        Assert.Equal("K-034", (await test.HandOver(many)).Refusal?.Code);
        phone.Save(test.Measured(child.Id));
        var file = Carried(phone);
        test.Time.Move(TimeSpan.FromDays(2));
        DateTime? seen;
        await using (var db = test.Read()) seen = (await db.Phones.SingleAsync()).LastSeenAt;
        Assert.False((await test.HandOver(file)).IsRefused);
        await using var after = test.Read();
        var known = await after.Phones.SingleAsync();
        Assert.Equal((seen, 0), (known.LastSeenAt, known.ClockSkewSeconds));
    }

    private static Task<Outcome<System.Collections.Immutable.ImmutableArray<HandOverList.Row>>> List(TestPosyandu test, Caller? by = null) => test.With((db, _) => new HandOverList(db, test.Clock).Run(by ?? test.Nutritionist));

    /// <summary>The file that the app writes: the workbook's hand-over packed, signed and sealed.</summary>
    internal static byte[] Carried(BookedPhone phone)
    {
        var ready = phone.Book.HandOver(phone.Phone.Test.Clock.Now, RandomNumberGenerator.GetBytes(16))!;
        return Sealed(phone.Phone, Packed(phone.Phone, JsonSerializer.Deserialize(ready.Payload, FieldJson.Default.HandOver)!));
    }

    private static SealedBatch Packed(TestPhone phone, HandOver handOver)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) JsonSerializer.Serialize(gzip, handOver, FieldJson.Default.HandOver);
        return SealedAs(phone, handOver.Id, packed.ToArray());
    }

    private static SealedBatch SealedAs(TestPhone phone, Guid id, byte[] payload) =>
        Sealing.Seal(id, new Signed(phone.Id, payload, phone.Key.SignData(payload, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)), phone.Registered.RegionKey);

    private static byte[] Sealed(TestPhone phone, SealedBatch box) => JsonSerializer.SerializeToUtf8Bytes(new SealedFile(phone.Id, "Posyandu Melati", phone.Test.Clock.Now, []) { HandOver = box }, FieldJson.Default.SealedFile);

    private static SealedFile Read(byte[] file) => JsonSerializer.Deserialize(file, FieldJson.Default.SealedFile)!;

    private static SealedBatch Copy(TestPhone phone, FieldMeasurement measured) =>
        Sealing.Seal(Guid.CreateVersion7(), phone.Sign(phone.Batch(measured) with { Seq = 0 }), phone.Registered.RegionKey);
}
