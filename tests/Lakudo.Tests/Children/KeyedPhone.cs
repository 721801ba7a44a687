using System.Security.Cryptography;
using Lakudo.Children.Phones;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Kernel;

namespace Lakudo.Tests.Children;

/// <summary>A phone with two keys, as the app registers or changes them: what reads and sends lies behind the PIN, the other can only hand in.</summary>
internal sealed class KeyedPhone(TestPosyandu test)
{
    private long _number = 1_000;

    internal ECDsa Read { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    internal ECDsa HandIn { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    internal byte[] Secret { get; } = RandomNumberGenerator.GetBytes(32);

    internal Guid Id { get; private set; }

    internal RegionKey RegionKey { get; private set; } = null!;

    internal byte[]? Share { get; private set; }

    internal int? TodayDays { get; private set; }

    internal static async Task<KeyedPhone> Register(TestPosyandu test)
    {
        var phone = new KeyedPhone(test);
        var registered = (await phone.Register((await test.Code(test.Melati, test.Cadre)).Value.Code)).Value;
        (phone.Id, phone.RegionKey, phone.Share, phone.TodayDays) = (registered.Device, registered.RegionKey, registered.Share, registered.TodayDays);
        return phone;
    }

    internal Task<Outcome<DeviceRegistered>> Register(string code, byte[]? secret = null) => test.With((db, commit) => new RegisterPhone(db, commit, test.Clock, test.Personal).Run(Caller.Public(0),
        new RegisterDevice(code, Read.ExportSubjectPublicKeyInfo(), "Uji 2", test.Clock.Now) { HandInKey = HandIn.ExportSubjectPublicKeyInfo(), Secret = secret ?? Secret }));

    /// <summary>The keys of a phone of an earlier edition are changed for these.</summary>
    internal async Task<Outcome<KeysChanged>> Change(TestPhone former, ECDsa? by = null)
    {
        (Id, RegionKey) = (former.Id, former.Registered.RegionKey);
        var asked = new ChangeKeys(Read.ExportSubjectPublicKeyInfo(), HandIn.ExportSubjectPublicKeyInfo(), Secret, test.Clock.Now);
        return await test.With((db, commit) => new ChangePhoneKeys(db, commit, test.Clock, test.Personal).Run(Caller.Public(0), Signing.Sign(Id, asked, FieldJson.Default.ChangeKeys, by ?? former.Key)));
    }

    internal Signed Question(ECDsa? key = null) => Signing.Sign(Id, new AskChanges(null, test.Clock.Now), FieldJson.Default.AskChanges, key ?? Read, ++_number);

    internal Signed Work(Batch batch) => Signing.Sign(Id, batch, FieldJson.Default.Batch, Read, ++_number);

    internal Batch Batch(params FieldMeasurement[] measurements) =>
        new() { Id = Guid.CreateVersion7(), Device = Id, Posyandu = test.Melati, Seq = 1, Clock = test.Clock.Now, Measurements = measurements };

    internal Signed Sealed(ECDsa? key = null, bool hasForgotten = false, params SealedBatch[] boxes) =>
        Signing.Sign(Id, new HandInSealed(test.Clock.Now, boxes) { HasForgotten = hasForgotten }, FieldJson.Default.HandInSealed, key ?? HandIn, ++_number);

    /// <summary>A sealed copy, signed inside by a key.</summary>
    internal SealedBatch Copy(FieldMeasurement measured, ECDsa? key = null) =>
        Sealing.Seal(Guid.CreateVersion7(), Signing.Sign(Id, Batch(measured) with { Seq = 0 }, FieldJson.Default.Batch, key ?? Read), RegionKey);

    internal Signed Try(byte[]? secret = null, ECDsa? key = null) => Signing.Sign(Id, new AskShare(secret ?? Secret, test.Clock.Now), FieldJson.Default.AskShare, key ?? HandIn, ++_number);

    internal Task<Outcome<ShareAnswer>> Ask(Signed signed) => test.With((db, commit) => new GiveShare(db, commit, test.Clock, test.Personal).Run(Caller.Public(0), signed));
}
