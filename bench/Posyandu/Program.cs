using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Lakudo.Children.Network;
using Lakudo.Children.Phones;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Bench.Posyandu;
using Lakudo.Testing;

// dotnet run -c Release --project bench/Posyandu [BATCHES [ENTRIES]]
// dotnet run -c Release --project bench/Posyandu region [POSYANDU [sqlite | postgres]]    a register of millions of measurements, read (LargeRegion.cs)
// dotnet run -c Release --project bench/Posyandu doubles [POSYANDU [sqlite | postgres]]   likely doubles among 200,000 children (Doubles.cs)
// Phones of 100 posyandu send signed batches all at once, each after its children and two months of history; verdicts and rows are counted afterwards.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["region", ..])
{
    var posyandu = args.Length > 1 ? int.Parse(args[1]) : 4_000;
    foreach (var vendor in Enum.GetValues<Vendor>().Where(v => args.Length < 3 || v.ToString().Equals(args[2], StringComparison.OrdinalIgnoreCase))) await LargeRegion.Measure(vendor, posyandu);
    return;
}

if (args is ["doubles", ..])
{
    var posyandu = args.Length > 1 ? int.Parse(args[1]) : 4_000;
    foreach (var vendor in Enum.GetValues<Vendor>().Where(v => args.Length < 3 || v.ToString().Equals(args[2], StringComparison.OrdinalIgnoreCase))) await Doubles.Measure(vendor, posyandu);
    return;
}

var batches = args.Length > 0 ? int.Parse(args[0]) : 5_000;
var size = args.Length > 1 ? int.Parse(args[1]) : 30;
const int Places = 100;
Console.WriteLine($"{batches} batches of {size} measurements from {Places} posyandu at once, {Environment.ProcessorCount} cores shared by signer, server and database");
foreach (var vendor in Enum.GetValues<Vendor>()) await Measure(vendor);
return;

async Task Measure(Vendor vendor)
{
    await using var database = await TestDatabase.Create(vendor);
    using var personal = new PersonalData(RandomNumberGenerator.GetBytes(32));
    var clock = new Clock(new MovableTime());
    async Task<T> Run<T>(Func<LakudoDb, Commit, Task<Outcome<T>>> run)
    {
        await using var db = database.Open();
        return (await run(db, new Commit(db, clock, database.Lane))).Value;
    }

    var system = Caller.System(1);
    await Run((db, commit) => new FoundRegion(db, commit).Run(system, new("74.14", "Bench", "Asia/Makassar", true, new(2025, 1, 1), [new(AreaLevel.District, "74.14.01", "A"), new(AreaLevel.Village, "74.14.01.2001", "B")])));
    var places = Enumerable.Range(0, Places).Select(_ => (Posyandu: Guid.CreateVersion7(), Cadre: Guid.CreateVersion7(), Key: ECDsa.Create(ECCurve.NamedCurves.nistP256))).ToList();
    await Run((db, commit) => new SetUpNetwork(db, commit).Run(system, new([new(1, "P")], [.. places.Select((p, i) => new SetUpNetwork.PosyanduRow(p.Posyandu, $"Posyandu {i}", 2, 1, 5))])));
    await Run((db, commit) => new AppointHealthWorkers(db, commit, clock).Run(system, new([.. places.Select(p => new AppointHealthWorkers.Row(p.Cadre, Profession.Cadre, "Wa", Posyandu: [p.Posyandu]))])));
    var perPlace = batches / Places;
    var queue = new List<Signed>(batches);
    foreach (var place in places)
    {
        var code = (await Run((db, commit) => new GivePhoneCode(db, commit, clock, personal).Run(system, new(place.Posyandu, place.Cadre)))).Code;
        var phone = (await Run((db, commit) => new RegisterPhone(db, commit, clock, personal).Run(Caller.Public(0), new(code, place.Key.ExportSubjectPublicKeyInfo(), "bench", clock.Now)))).Device;
        Batch Make(int seq) => new() { Id = Guid.CreateVersion7(), Device = phone, Posyandu = place.Posyandu, Seq = seq, Clock = clock.Now };
        var children = Enumerable.Range(0, size).Select(i => new NewChild { Id = Guid.CreateVersion7(), At = clock.Now, Name = $"Anak {i}", Sex = Sex.Male, Birth = new DateOnly(2023, 1, 1).AddDays(i * 9), MotherName = "Wa", HasConsent = true }).ToList();
        var first = Signing.Sign(phone, Make(0) with { Children = children, Measurements = [.. children.Select(c => Of(c.Id, new(2026, 1, 5)))] }, FieldJson.Default.Batch, place.Key);
        await Run((db, commit) => new AcceptBatch(db, commit, clock, personal).Run(Caller.Public(0), first));
        // Each batch measures on another day, so that no two contend.
        queue.AddRange(Enumerable.Range(1, perPlace).Select(n => Signing.Sign(phone, Make(n) with { Measurements = [.. children.Select(c => Of(c.Id, new DateOnly(2026, 1, 5).AddDays(n)))] }, FieldJson.Default.Batch, place.Key)));
    }

    FieldMeasurement Of(Guid child, DateOnly day) => new() { Id = Guid.CreateVersion7(), Child = child, Day = day, At = clock.Now, Weight = 11_000, Height = 8_500, Position = Position.Standing };
    // All posyandu at once, each roughly in the order of its days.
    queue = [.. queue.Select((signed, i) => (signed, Place: i / perPlace, Day: i % perPlace)).OrderBy(q => q.Day).ThenBy(q => q.Place).Select(q => q.signed)];
    var watch = Stopwatch.StartNew();
    var accepted = 0;
    await Parallel.ForEachAsync(queue, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (signed, _) =>
    {
        var answer = await Run((db, commit) => new AcceptBatch(db, commit, clock, personal).Run(Caller.Public(0), signed));
        if (answer.Verdict == BatchVerdict.Accepted) Interlocked.Increment(ref accepted);
    });
    watch.Stop();
    var again = await Run((db, commit) => new AcceptBatch(db, commit, clock, personal).Run(Caller.Public(0), queue[0]));
    var rows = (await Run((db, _) => new PosyanduList(db, clock).Run(system))).Length;
    Console.WriteLine($"{vendor,-9} {accepted} of {queue.Count} accepted in {watch.Elapsed.TotalSeconds:F1} s: {queue.Count * size / watch.Elapsed.TotalSeconds:F0} measurements/s, {queue.Count / watch.Elapsed.TotalSeconds:F0} batches/s; sent again: {again.Verdict}; {rows} posyandu");
}
