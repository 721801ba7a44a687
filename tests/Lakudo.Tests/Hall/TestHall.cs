using Lakudo.Calendar;
using Lakudo.Catalogue;
using Lakudo.Hall;
using Lakudo.Hall.Live;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Hall;

/// <summary>A small hall in a real database: two lines, two counters, Monday 2 March 2026, and as many activations of its day as a test starts.</summary>
internal sealed class TestHall : IAsyncDisposable, IDbContextFactory<LakudoDb>
{
    public static readonly Guid Clerk = Guid.Parse("01900000-0000-7000-8000-000000000001");
    public static readonly Guid Service = Guid.Parse("01900000-0000-7000-8000-0000000000aa");
    public static readonly WorkingDayCalendar Holidays = StandardCalendar.Read();
    private readonly TestDatabase _database;
    private readonly List<HallDayPump> _pumps = [];
    private int _keys;

    private TestHall(TestDatabase database)
    {
        _database = database;
        Clock = new Clock(Time);
        Directory = new HallDirectory(this);
        Mirrors = new HallMirrors(this, database.Lane, Clock);
        Desk = new HallDesk((_, ask) => First.Do(ask), Directory, Clock, Personal);
    }

    public DbContextOptions<LakudoDb> Options => _database.Options;

    public WriterLane Lane => _database.Lane;

    public MovableTime Time { get; } = new();

    public Clock Clock { get; }

    public PersonalData Personal { get; } = new(new byte[32]);

    public HallDirectory Directory { get; }

    public HallMirrors Mirrors { get; }

    public HallDesk Desk { get; }

    public CatalogueEdition Edition => new(this);

    public DayKey Key { get; } = new(1, 1, new DateOnly(2026, 3, 2));

    public HallDayPump First => _pumps[0];

    public Caller Manager => As(Role.HallManager);

    public Caller Officer => As(Role.CounterOfficer);

    public Caller Kiosk => As(Role.Kiosk);

    public static async Task<TestHall> Open(Vendor vendor, bool open = true)
    {
        var hall = new TestHall(await TestDatabase.Create(vendor));
        hall.Time.Set(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        hall.Activate();
        var system = Caller.System(1);
        await hall.Use(async (db, commit) => await new FoundRegion(db, commit).Run(system, new("74.14", "Contoh", "Asia/Makassar", true, new(2026, 1, 1), [])));
        await hall.Use(async (db, commit) => await new FoundHall(db, commit).Run(system, new("contoh", "MPP Contoh", "Lakudo")));
        hall.Directory.Forget();
        var setup = await hall.Use((db, commit) => new SetUpHall(db, commit).Run(hall.Manager, Setup));
        Assert.False(setup.IsRefused, setup.Refusal?.English);
        if (open)
        {
            Assert.Null((await hall.Use((db, _) => new OpenDay(db, hall.Desk, Holidays).Run(hall.Manager, new(1)))).Refusal);
            Assert.Null((await new OpenCounter(hall.Desk).Run(hall.Officer, new(1, 1))).Refusal);
        }

        return hall;
    }

    public static SetUpHall.Command Setup => new(
        1, [new(1, "Depan")],
        [new(1, "A", "Kependudukan", 10, [Service]), new(2, "B", "Perizinan", 15, [])],
        [new(1, "1", 1, [1, 2]), new(2, "2", 1, [2])],
        [.. Enumerable.Range(1, 5).Select(d => new SetUpHall.HoursRow((DayOfWeek)d, new(8, 0), new(15, 0), new(16, 0)))],
        [new(DayOfWeek.Friday, new(11, 30), new(13, 0), true)]);

    public static SetHallRules.Command Rules => new(1, 2, 15, 5, 60, 3, 15);

    /// <summary>Another activation of the same day.</summary>
    public HallDayPump Activate(IDbContextFactory<LakudoDb>? open = null)
    {
        var pump = new HallDayPump(Key, new HallDayStore(Key, open ?? this, _database.Lane), Clock, Mirrors, 256, new HallCount());
        _pumps.Add(pump);
        return pump;
    }

    public Caller As(Role role) => new(1, Clerk, [new Assignment(role, 1, role is Role.RegionAdmin ? null : 1)]) { Key = $"k{_keys++}" };

    public HallAsk Ask(Lakudo.Hall.Day.HallCommand command, string? key = null) => new(command, Clerk, Role.CounterOfficer, key ?? $"k{_keys++}");

    public async Task<T> Use<T>(Func<LakudoDb, Commit, Task<T>> use)
    {
        await using var db = CreateDbContext();
        return await use(db, new Commit(db, Clock, _database.Lane));
    }

    public Task<Outcome<TicketAnswer>> Take(int line = 1, PriorityGroups groups = PriorityGroups.None, Caller? caller = null) =>
        Use((db, _) => new TakeTicket(db, Desk, Clock).Run(caller ?? Kiosk, new(1, null, line, groups)));

    public LakudoDb CreateDbContext() => _database.Open().As(Caller.System(1));

    public async ValueTask DisposeAsync()
    {
        foreach (var pump in _pumps)
        {
            await pump.DisposeAsync();
        }

        await _database.DisposeAsync();
    }
}
