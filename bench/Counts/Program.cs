using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Lakudo.Children.Counts;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Reports;
using Lakudo.Children.Satusehat;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Testing;

// dotnet run -c Release --project bench/Counts [CHILDREN [MONTHS]]
// A region of 7 kecamatan and 77 villages, 200 posyandu, every child weighed and measured each month; then the numbers of a month are asked for, by village, again and again, and a year is written for SATUSEHAT.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var children = args.Length > 0 ? int.Parse(args[0]) : 10_000;
var months = args.Length > 1 ? int.Parse(args[1]) : 12;
const int Districts = 7, Villages = 77, Places = 200, Asked = 30;
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
    var areas = Enumerable.Range(1, Districts).SelectMany(d => Enumerable.Range(1, Villages / Districts).Select(v => new FoundRegion.AreaRow(AreaLevel.Village, $"74.14.{d:00}.2{v:000}", $"Desa {d}-{v}"))
        .Prepend(new FoundRegion.AreaRow(AreaLevel.District, $"74.14.{d:00}", $"Kecamatan {d}"))).ToArray();
    await Run((db, commit) => new FoundRegion(db, commit).Run(system, new("74.14", "Bench", "Asia/Makassar", true, new(2025, 1, 1), areas)));
    var villages = (await Run((db, _) => new AreaList(db).Run(Caller.System(1)))).Where(a => a.Level == AreaLevel.Village).ToList();
    var districts = villages.Select(v => v.Parent).Distinct().ToList();
    var places = Enumerable.Range(0, Places).Select(n => (Posyandu: Guid.CreateVersion7(), Cadre: Guid.CreateVersion7(), Village: villages[n % villages.Count])).ToList();
    await Run((db, commit) => new SetUpNetwork(db, commit).Run(system, new([.. districts.Select((_, i) => new SetUpNetwork.PuskesmasRow(i + 1, $"Puskesmas {i + 1}"))],
        [.. places.Select((p, i) => new SetUpNetwork.PosyanduRow(p.Posyandu, $"Posyandu {i}", p.Village.Id, districts.IndexOf(p.Village.Parent) + 1, 5))])));
    await Run((db, commit) => new AppointHealthWorkers(db, commit, clock).Run(system, new([.. places.Select(p => new AppointHealthWorkers.Row(p.Cadre, Profession.Cadre, "Wa", Posyandu: [p.Posyandu]))])));
    var chance = new Random(7);
    var today = clock.Today(TimeZoneInfo.Utc);
    var filling = Stopwatch.StartNew();
    var measured = 0;
    foreach (var place in places)
    {
        var newcomers = Enumerable.Range(0, children / Places).Select(i => new NewChild { Id = Guid.CreateVersion7(), At = clock.Now, Name = $"Anak {i}", Sex = i % 2 == 0 ? Sex.Male : Sex.Female, Birth = today.AddMonths(-months - chance.Next(40)), MotherName = "Wa", HasConsent = true }).ToList();
        for (var month = months - 1; month >= 0; month--)
        {
            var day = new DateOnly(today.Year, today.Month, 1).AddMonths(-month);
            FieldMeasurement[] sheet = [.. newcomers.Where(_ => chance.Next(10) > 0).Select(c => new FieldMeasurement
            {
                Id = Guid.CreateVersion7(), Child = c.Id, Day = day, At = clock.Now, Weight = 7_500 + chance.Next(5_000), Height = 7_000 + chance.Next(2_000), Position = Position.Standing,
            })];
            await Run((db, commit) => new EnterSheet(db, commit, clock, personal).Run(system, new(place.Posyandu, place.Cadre, month == months - 1 ? newcomers : [], sheet, [])));
            measured += sheet.Length;
        }
    }

    filling.Stop();
    var office = new Caller(1, Guid.CreateVersion7(), [new Assignment(Role.ProgrammeOffice, 1)]);
    var times = new List<double>();
    var hidden = 0;
    for (var i = 0; i <= Asked; i++)
    {
        var watch = Stopwatch.StartNew();
        var answer = await Run((db, _) => new CountsOfMonth(db, clock).Run(office, null, Division.Village));
        // The first time includes what is only done once.
        if (i > 0) times.Add(watch.Elapsed.TotalMilliseconds);
        hidden = answer.Rows.Sum(r => r.Numbers.Count(n => n is null));
        if (i == Asked) Console.WriteLine($"{vendor}: {answer.Rows[^1].Numbers[0]} children, {measured} measurements of {months} months (filled in {filling.Elapsed.TotalSeconds:0} s); {answer.Rows.Length} rows, {hidden} numbers hidden");
    }

    times.Sort();
    Console.WriteLine($"{vendor}: a month by village, {Asked} times: median {times[Asked / 2]:0} ms, 95% {times[Asked * 95 / 100]:0} ms, slowest {times[^1]:0} ms");

    var care = new Caller(1, Guid.CreateVersion7(), [new Assignment(Role.Nutritionist, 1)]);
    await Run((db, commit) => new AppointHealthWorkers(db, commit, clock).Run(system, new([new AppointHealthWorkers.Row(Guid.CreateVersion7(), Profession.Nutritionist, "Gizi", care.Id, Puskesmas: [.. districts.Select((_, i) => i + 1)])])));
    var lines = 0;
    var sheet = Stopwatch.StartNew();
    var taken = await Run((db, commit) => ReadSheet(new EppgbmSheet(db, commit, clock, personal)));
    Console.WriteLine($"{vendor}: a year's lines for e-PPGBM: {taken} in {sheet.Elapsed.TotalSeconds:0.0} s");
    async Task<Outcome<int>> ReadSheet(EppgbmSheet verb)
    {
        await foreach (var _ in (await verb.Take(care, null, today.AddMonths(-12).AddDays(1), today)).Value.Lines) lines++;
        return lines;
    }

    using var bundle = new CountingStream();
    var (before, writing) = (GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
    var made = await Run((db, commit) => new SatusehatBundle(db, commit, clock, personal).Write(care, null, today.AddMonths(-12).AddDays(1), today, _ => bundle));
    Console.WriteLine($"{vendor}: a year for SATUSEHAT, {made.Measurements} measurements of {made.Children} children: {writing.Elapsed.TotalSeconds:0.0} s, {bundle.Length / 1e6:0} MB, heap at most {bundle.Heap / 1e6:0} MB, allocated {(GC.GetTotalAllocatedBytes() - before) / 1e6:0} MB");
}

/// <summary>Counts what is written and how much memory is held meanwhile.</summary>
internal sealed class CountingStream : Stream
{
    private long _length;

    public long Heap { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        _length += count;
        Heap = Math.Max(Heap, GC.GetTotalMemory(forceFullCollection: false));
    }
}
