using System.Diagnostics;
using System.Security.Cryptography;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Testing;

namespace Lakudo.Bench.Posyandu;

/// <summary>
/// Likely doubles in a large region: posyandu of 50 children each, entered by the verb under names of two or three words; every hundredth child stands at another posyandu once more, spelled otherwise. A nutritionist
/// of 20 posyandu and one of 100 open the list.
/// </summary>
internal static class Doubles
{
    private const int ChildrenInPosyandu = 50;
    private static readonly string[] _syllables = ["ra", "ni", "sa", "ri", "ma", "la", "di", "fa", "zu", "ha", "mi", "na", "yu", "ka", "ti", "su", "ar", "il", "an", "wi", "tri", "nur", "jam", "far", "dar", "sah", "lin", "put", "ram", "ki"];

    /// <summary>Fills and measures one database.</summary>
    public static async Task Measure(Vendor vendor, int posyandu)
    {
        await using var database = await TestDatabase.Create(vendor);
        using var personal = new PersonalData(RandomNumberGenerator.GetBytes(32));
        var clock = new Clock(new MovableTime());
        async Task<T> Run<T>(Func<LakudoDb, Commit, Task<Outcome<T>>> run)
        {
            await using var db = database.Open();
            var outcome = await run(db, new Commit(db, clock, database.Lane));
            return outcome.IsRefused ? throw new InvalidOperationException(outcome.Refusal.Message) : outcome.Value;
        }

        var system = Caller.System(1);
        var (some, many) = (Nutritionist(), Nutritionist());
        var places = Enumerable.Range(0, posyandu).Select(_ => Guid.CreateVersion7()).ToList();
        var cadre = Guid.CreateVersion7();
        int PuskesmasOf(int place) => place < 20 ? 1 : place < 100 ? 2 : 3;
        await Run((db, commit) => new FoundRegion(db, commit).Run(system, new("74.14", "Bench", "Asia/Makassar", true, new(2025, 1, 1), [new(AreaLevel.District, "74.14.01", "A"), new(AreaLevel.Village, "74.14.01.2001", "B")])));
        await Run((db, commit) => new SetUpNetwork(db, commit).Run(system, new([new(1, "P1"), new(2, "P2"), new(3, "P3")], [.. places.Select((p, i) => new SetUpNetwork.PosyanduRow(p, $"Posyandu {i}", 2, PuskesmasOf(i), 5))])));
        await Run((db, commit) => new AppointHealthWorkers(db, commit, clock).Run(system, new([new(cadre, Profession.Cadre, "Wa", Posyandu: places),
            new(Guid.CreateVersion7(), Profession.Nutritionist, "N", some.Id, Puskesmas: [1]), new(Guid.CreateVersion7(), Profession.Nutritionist, "M", many.Id, Puskesmas: [1, 2])])));
        var watch = Stopwatch.StartNew();
        var (chance, today) = (new Random(7), clock.Today(TimeZoneInfo.Utc));
        NewChild? again = null;
        foreach (var place in places)
        {
            var children = Enumerable.Range(0, ChildrenInPosyandu).Select(_ => Newcomer(chance, today, clock.Now)).ToList();
            if (again is not null) children[0] = again with { Id = Guid.CreateVersion7(), Name = again.Name.Replace("i", "ie", StringComparison.Ordinal) };
            again = children[^1];
            await Run((db, commit) => new EnterSheet(db, commit, clock, personal).Run(system, new(place, cadre, children, [], [])));
        }

        await LargeRegion.Count(vendor, database);
        Console.WriteLine($"{vendor}: {posyandu * ChildrenInPosyandu:N0} children entered in {watch.Elapsed.TotalSeconds:N0} s");
        foreach (var (who, caller) in new[] { ("20 posyandu", some), ("100 posyandu", many) })
            await LargeRegion.Time($"likely doubles, {who}", 5, () => Run((db, commit) => new LikelyDoubles(db, commit, clock).Run(caller)));
    }

    private static Caller Nutritionist() => new(1, Guid.CreateVersion7(), [new Assignment(Role.Nutritionist, 1)]);

    private static NewChild Newcomer(Random chance, DateOnly today, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), At = now, Name = Name(chance), Sex = chance.Next(2) == 0 ? Sex.Male : Sex.Female, Birth = today.AddDays(-1 - chance.Next(1_800)), MotherName = Name(chance), HasConsent = true,
    };

    private static string Name(Random chance) => string.Join(' ', Enumerable.Range(0, 2 + chance.Next(2)).Select(_ => string.Concat(Enumerable.Range(0, 2 + chance.Next(2)).Select(_ => _syllables[chance.Next(_syllables.Length)]))));
}
