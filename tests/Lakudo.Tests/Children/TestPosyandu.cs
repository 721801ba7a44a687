using System.Collections.Immutable;
using System.Security.Cryptography;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Phones;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Testing;

namespace Lakudo.Tests.Children;

/// <summary>A region with two posyandu in two villages under one puskesmas, a third under another, and those who care for them.</summary>
internal sealed class TestPosyandu : IAsyncDisposable
{
    internal const int Puskesmas = 1;
    internal const int OtherPuskesmas = 2;
    private readonly TestDatabase _database;

    private TestPosyandu(TestDatabase database) => _database = database;

    internal MovableTime Time { get; } = new();

    internal Clock Clock => field ??= new Clock(Time);

    internal PersonalData Personal { get; } = new(RandomNumberGenerator.GetBytes(32));

    internal WriterLane Lane => _database.Lane;

    internal Guid Melati { get; } = Guid.CreateVersion7();

    internal Guid Mawar { get; } = Guid.CreateVersion7();

    internal Guid Far { get; } = Guid.CreateVersion7();

    /// <summary>Cares for Melati and Mawar.</summary>
    internal Guid Cadre { get; } = Guid.CreateVersion7();

    internal Guid OtherCadre { get; } = Guid.CreateVersion7();

    /// <summary>Cares for the village of Melati.</summary>
    internal Caller Midwife { get; } = Staff(Role.Midwife);

    /// <summary>Cares for the puskesmas of Melati and Mawar.</summary>
    internal Caller Nutritionist { get; } = Staff(Role.Nutritionist);

    /// <summary>Cares for the other puskesmas.</summary>
    internal Caller FarNutritionist { get; } = Staff(Role.Nutritionist);

    internal static Caller Staff(Role role) => new(1, Guid.CreateVersion7(), [new Assignment(role, 1)]);

    internal static async Task<TestPosyandu> Open(Vendor vendor)
    {
        var test = new TestPosyandu(await TestDatabase.Create(vendor));
        FoundRegion.AreaRow[] areas = [new(AreaLevel.District, "74.14.01", "Lakudo"), new(AreaLevel.Village, "74.14.01.2001", "Metere"), new(AreaLevel.Village, "74.14.01.2002", "Lolibu")];
        Assert.False((await test.With((db, commit) => new FoundRegion(db, commit).Run(Caller.System(1), new("74.14", "Kabupaten Buton Tengah", "Asia/Makassar", true, new DateOnly(2025, 1, 1), areas)))).IsRefused);
        Assert.False((await test.SetUp(new([new(Puskesmas, "Puskesmas Lakudo"), new(OtherPuskesmas, "Puskesmas Gu")],
            [new(test.Melati, "Posyandu Melati", 2, Puskesmas, 5), new(test.Mawar, "Posyandu Mawar", 3, Puskesmas, 6), new(test.Far, "Posyandu Anggrek", 3, OtherPuskesmas, 7)]), Caller.System(1))).IsRefused);
        Assert.False((await test.Appoint(new([
            new(test.Cadre, Profession.Cadre, "Wa Ani", Posyandu: [test.Melati]),
            new(test.OtherCadre, Profession.Cadre, "Wa Ida", Posyandu: [test.Mawar]),
            new(Guid.CreateVersion7(), Profession.Midwife, "Bidan Sitti", test.Midwife.Id, Villages: [2]),
            new(Guid.CreateVersion7(), Profession.Nutritionist, "Nurul", test.Nutritionist.Id, Puskesmas: [Puskesmas]),
            new(Guid.CreateVersion7(), Profession.Nutritionist, "Jauh", test.FarNutritionist.Id, Puskesmas: [OtherPuskesmas])]), Caller.System(1))).IsRefused);
        return test;
    }

    internal Task<Outcome<int>> SetUp(SetUpNetwork.Command command, Caller by) => With((db, commit) => new SetUpNetwork(db, commit).Run(by, command));

    internal Task<Outcome<int>> Appoint(AppointHealthWorkers.Command command, Caller by) => With((db, commit) => new AppointHealthWorkers(db, commit, Clock).Run(by, command));

    internal Task<Outcome<Done>> EndCare(Guid worker, Caller by) => With((db, commit) => new EndCare(db, commit, Clock).Run(by, new(worker)));

    internal Task<Outcome<GivePhoneCode.Answer>> Code(Guid posyandu, Guid cadre, Caller? by = null) =>
        With((db, commit) => new GivePhoneCode(db, commit, Clock, Personal).Run(by ?? Nutritionist, new(posyandu, cadre)));

    internal Task<Outcome<DeviceRegistered>> Register(string code, ECDsa key) =>
        With((db, commit) => new RegisterPhone(db, commit, Clock, Personal).Run(Caller.Public(0), new RegisterDevice(code, key.ExportSubjectPublicKeyInfo(), "Uji 1", Clock.Now)));

    /// <summary>A phone registered as cadres do it.</summary>
    internal async Task<TestPhone> Phone(Guid? posyandu = null, Guid? cadre = null)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var code = (await Code(posyandu ?? Melati, cadre ?? Cadre)).Value.Code;
        return new TestPhone(this, key, (await Register(code, key)).Value);
    }

    internal Task<Outcome<BatchAnswer>> Accept(Signed signed) => With((db, commit) => new AcceptBatch(db, commit, Clock, Personal).Run(Caller.Public(0), signed));

    internal Task<Outcome<PosyanduData>> Changes(Signed signed) => With((db, commit) => new PosyanduChanges(db, commit, Clock, Personal).Run(Caller.Public(0), signed));

    internal Task<Outcome<SealedKept>> HandIn(Signed signed) => With((db, commit) => new HandIn(db, commit, Clock).Run(Caller.Public(0), signed));

    internal Task<Outcome<ReleaseSealed.Answer>> Release(Guid phone, Caller? by = null) => With((db, commit) => new ReleaseSealed(db, commit, Clock, Personal).Run(by ?? Nutritionist, new(phone)));

    internal Task<Outcome<TakeHandOver.Answer>> HandOver(byte[] file, Caller? by = null, HandOverWay way = HandOverWay.File) => With((db, commit) => new TakeHandOver(db, commit, Clock, Personal).Run(by ?? Nutritionist, file, way));

    internal Task<Outcome<Done>> Wipe(Guid phone, Caller? by = null) => With((db, commit) => new WipePhone(db, commit, Clock).Run(by ?? Nutritionist, new(phone)));

    internal Task<Outcome<ChildRecord.Answer>> Record(Guid child, Caller? by = null) => With((db, commit) => new ChildRecord(db, commit, Clock).Run(by ?? Nutritionist, child));

    internal Task<Outcome<ImmutableArray<ChildList.Row>>> List(Guid posyandu, Caller? by = null) => With((db, commit) => new ChildList(db, commit, Clock).Run(by ?? Nutritionist, posyandu));

    internal Task<Outcome<ImmutableArray<LikelyDoubles.Pair>>> Doubles(Caller? by = null) => With((db, commit) => new LikelyDoubles(db, commit, Clock).Run(by ?? Nutritionist));

    internal Task<Outcome<ImmutableArray<ValidationList.Row>>> ToValidate(Caller? by = null) => With((db, commit) => new ValidationList(db, commit, Clock).Run(by ?? Nutritionist));

    internal Task<Outcome<Done>> Validate(ValidateMeasurement.Command command, Caller? by = null) => With((db, commit) => new ValidateMeasurement(db, commit, Clock).Run(by ?? Nutritionist, command));

    internal Task<Outcome<Done>> Merge(Guid keep, Guid other, Caller? by = null) => With((db, commit) => new MergeChildren(db, commit, Clock).Run(by ?? Nutritionist, new(keep, other)));

    internal Task<Outcome<Done>> Split(Guid other, Caller? by = null) => With((db, commit) => new SplitChild(db, commit, Clock).Run(by ?? Nutritionist, new(other)));

    internal Task<Outcome<Done>> Move(Guid child, Guid to, Caller? by = null, string? why = "Keluarga pindah rumah") => With((db, commit) => new MoveChild(db, commit, Clock).Run(by ?? Nutritionist, new(child, to, why)));

    internal Task<Outcome<EnterSheet.Answer>> Sheet(EnterSheet.Command command, Caller? by = null) => With((db, commit) => new EnterSheet(db, commit, Clock, Personal).Run(by ?? Nutritionist, command));

    internal LakudoDb Read() => _database.Open().As(Caller.System(1));

    internal async Task<T> With<T>(Func<LakudoDb, Commit, Task<T>> run)
    {
        await using var db = _database.Open();
        return await run(db, new Commit(db, Clock, _database.Lane));
    }

    /// <summary>A girl born on 10 January 2025.</summary>
    internal NewChild Girl(string name = "Wa Rini", string? motherNik = "7414016505950001", DateOnly? birth = null) => new()
    {
        Id = Guid.CreateVersion7(),
        At = Clock.Now,
        Name = name,
        Sex = Sex.Female,
        Birth = birth ?? new DateOnly(2025, 1, 10),
        MotherName = "Wa Ode Sari",
        MotherNik = motherNik,
        HasConsent = true,
    };

    internal FieldMeasurement Measured(Guid child, int weight = 9_000, int? height = 7_550, DateOnly? day = null, Guid? replaces = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Child = child,
        Day = day ?? new DateOnly(2026, 3, 2),
        At = Clock.Now,
        Weight = weight,
        Height = height,
        Position = height is null ? null : Position.Lying,
        Replaces = replaces,
    };

    public ValueTask DisposeAsync()
    {
        Personal.Dispose();
        return _database.DisposeAsync();
    }
}

/// <summary>A registered phone in a test: it signs as the app does.</summary>
internal sealed record TestPhone(TestPosyandu Test, ECDsa Key, DeviceRegistered Registered)
{
    private long _seq;

    internal Guid Id => Registered.Device;

    internal Batch Batch(params object[] entries) => new()
    {
        Id = Guid.CreateVersion7(),
        Device = Id,
        Posyandu = Registered.Posyandu.Id,
        Seq = ++_seq,
        Clock = Test.Clock.Now,
        Children = [.. entries.OfType<NewChild>()],
        Measurements = [.. entries.OfType<FieldMeasurement>()],
        Services = [.. entries.OfType<ChildService>()],
        Pregnancies = [.. entries.OfType<NewPregnancy>()],
        PregnancyVisits = [.. entries.OfType<PregnancyVisit>()],
    };

    internal Signed Sign(Batch batch) => Signing.Sign(Id, batch, FieldJson.Default.Batch, Key);

    internal Task<Outcome<BatchAnswer>> Send(Batch batch) => Test.Accept(Sign(batch));

    internal Task<Outcome<BatchAnswer>> Send(params object[] entries) => Send(Batch(entries));

    internal async Task<PosyanduData> Ask(string? since = null) => (await Test.Changes(Signing.Sign(Id, new AskChanges(since, Test.Clock.Now), FieldJson.Default.AskChanges, Key))).Value;
}
