using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Field;
using Lakudo.Field.Protection;

namespace Lakudo.Growth.Tests.Field;

public sealed class ProtectionTests
{
    private readonly ECDsa _phone = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDiffieHellman _region = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly Guid _device = Guid.CreateVersion7();

    [Fact]
    public void A_signed_batch_is_known_by_its_key_and_by_no_other()
    {
        var signed = Signed();

        Assert.True(signed.IsBy(_phone.ExportSubjectPublicKeyInfo()));
        Assert.False(signed.IsBy(ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportSubjectPublicKeyInfo()));
        Assert.False((signed with { Payload = [.. signed.Payload[..^1], (byte)' '] }).IsBy(_phone.ExportSubjectPublicKeyInfo()));
        Assert.False(signed.IsBy([1, 2, 3]));
    }

    [Fact]
    public void Only_keys_on_P256_are_a_phones()
    {
        Assert.True(Signing.IsPhoneKey(_phone.ExportSubjectPublicKeyInfo()));
        Assert.False(Signing.IsPhoneKey(ECDsa.Create(ECCurve.NamedCurves.nistP384).ExportSubjectPublicKeyInfo()));
        Assert.False(Signing.IsPhoneKey([]));
    }

    [Fact]
    public void A_sealed_batch_opens_with_the_regions_key_and_with_no_other()
    {
        var sealing = Seal();

        Assert.Equal(Signed().Device, Sealing.Open(sealing, _region)!.Device);
        Assert.Null(Sealing.Open(sealing, ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256)));
        Assert.Null(Sealing.Open(sealing with { Key = "2" }, _region));
        Assert.Null(Sealing.Open(sealing with { Id = Guid.CreateVersion7() }, _region));
    }

    [Fact]
    public void A_sealed_batch_that_lost_or_changed_a_byte_does_not_open()
    {
        var sealing = Seal();
        for (var i = 0; i < sealing.Ciphertext.Length; i += 37)
        {
            var changed = (byte[])sealing.Ciphertext.Clone();
            changed[i] ^= 1;
            Assert.Null(Sealing.Open(sealing with { Ciphertext = changed }, _region));
        }

        Assert.Null(Sealing.Open(sealing with { Ciphertext = sealing.Ciphertext[..10] }, _region));
        Assert.Null(Sealing.Open(sealing with { Ephemeral = new byte[65] }, _region));
        Assert.Null(Sealing.Open(sealing with { Iv = [] }, _region));
    }

    [Fact]
    public void Thirty_measurements_stay_below_20_kilobytes_on_the_wire_and_come_back_the_same()
    {
        var batch = Batch(30);
        var signed = Signing.Sign(_device, batch, FieldJson.Default.Batch, _phone);
        var wire = JsonSerializer.SerializeToUtf8Bytes(signed, FieldJson.Default.Signed);
        var back = JsonSerializer.Deserialize(JsonSerializer.Deserialize(wire, FieldJson.Default.Signed)!.Payload, FieldJson.Default.Batch)!;

        Assert.InRange(wire.Length, 5_000, 20_000);
        Assert.Equal(batch.Measurements[29] with { Shown = null, Confirmed = null }, back.Measurements[29] with { Shown = null, Confirmed = null });
        Assert.Equal(batch.Measurements[29].Shown, back.Measurements[29].Shown);
        Assert.Equal(30, back.Count);
    }

    [Fact]
    public void A_refusal_survives_the_wire_although_it_is_the_first_of_its_kind()
    {
        var answer = new BatchAnswer { Batch = _device, Verdict = BatchVerdict.Refused, ReceivedAt = DateTime.UnixEpoch };

        Assert.Equal(BatchVerdict.Refused, JsonSerializer.Deserialize(JsonSerializer.Serialize(answer, FieldJson.Default.BatchAnswer), FieldJson.Default.BatchAnswer)!.Verdict);
    }

    private SealedBatch Seal() => Sealing.Seal(Guid.CreateVersion7(), Signed(), new RegionKey("1", _region.ExportSubjectPublicKeyInfo()));

    private Signed Signed() => Signing.Sign(_device, Batch(1), FieldJson.Default.Batch, _phone);

    private Batch Batch(int count) => new()
    {
        Id = Guid.CreateVersion7(),
        Device = _device,
        Posyandu = Guid.CreateVersion7(),
        Seq = 1,
        Clock = DateTime.UnixEpoch,
        Measurements = [.. Enumerable.Range(0, count).Select(i => new FieldMeasurement
        {
            Id = Guid.CreateVersion7(),
            Child = Guid.CreateVersion7(),
            Day = A.Today,
            At = new DateTime(2026, 11, 25, 1, 2, 3, 123, DateTimeKind.Utc),
            Weight = 8000 + i,
            Height = 7000 + i,
            Position = Position.Lying,
            Arm = 1400,
            Shown = new ShownReading { Mark = Growth.Indonesia.KmsMark.N, WeightForAge = -123, LengthForAge = -201, WeightForLength = 12 },
        })],
    };
}
