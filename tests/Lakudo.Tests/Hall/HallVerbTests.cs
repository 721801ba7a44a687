using Lakudo.Hall;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Hall;

/// <summary>Each verb of the hall by what it does and by who may not do it.</summary>
public sealed class HallVerbTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_visitor_takes_a_number_is_called_and_served(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);

        var taken = (await hall.Take()).Value;
        var called = (await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1))).Value;
        var recalled = (await new Recall(hall.Desk).Run(hall.Officer, new(1, 1, called.Id))).Value;
        var started = (await new StartService(hall.Desk).Run(hall.Officer, new(1, 1, called.Id))).Value;
        var finished = (await new FinishService(hall.Desk).Run(hall.Officer, new(1, 1, called.Id))).Value;

        Assert.Equal(("A-001", 1), (taken.Number, taken.Position));
        Assert.Equal(taken.Id, called.Id);
        Assert.Equal([TicketState.Called, TicketState.Serving, TicketState.Finished], [recalled.State, started.State, finished.State]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_leads_to_its_line_and_one_without_a_line_is_refused(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);

        var known = await hall.Use((db, _) => new TakeTicket(db, hall.Desk, hall.Clock).Run(hall.Kiosk, new(1, TestHall.Service, null)));
        var unknown = await hall.Use((db, _) => new TakeTicket(db, hall.Desk, hall.Clock).Run(hall.Kiosk, new(1, Guid.CreateVersion7(), null)));

        Assert.Equal(1, known.Value.Line);
        Assert.Equal("H-043", unknown.Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_transferred_ticket_keeps_its_number(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var taken = (await hall.Take()).Value;

        var moved = (await new TransferTicket(hall.Desk).Run(hall.Officer, new(1, taken.Id, 2, false, "salah antrean"))).Value;

        Assert.Equal(("A-001", 2), (moved.Number, moved.Line));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Paper_numbers_are_entered_once_and_never_handed_out_again(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var verb = new EnterPaperTicket(hall.Desk, hall.Clock);

        var first = await verb.Run(hall.Officer, new(1, 1, 801, new(8, 15), new(8, 40), 1));
        var again = await verb.Run(hall.Officer, new(1, 1, 801, new(8, 20), null, null));

        Assert.Equal((TicketState.Finished, "A-801"), (first.Value.State, first.Value.Number));
        Assert.Equal("H-027", again.Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_ticket_is_given_up_by_its_secret_and_by_nobody_elses(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var taken = (await hall.Take()).Value;
        var citizen = Caller.Public(1);

        var stranger = await new CancelTicket(hall.Desk).Run(citizen with { Key = "x1" }, new(1, taken.Id, "0000000000000000"));
        var holder = await new CancelTicket(hall.Desk).Run(citizen with { Key = "x2" }, new(1, taken.Id, taken.Secret));

        Assert.Equal("H-045", stranger.Refusal?.Code);
        Assert.Equal(TicketState.Cancelled, holder.Value.State);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_web_number_needs_the_code_is_one_per_person_and_line_and_counts_after_check_in(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var mail = new Mailbox();
        async Task<Outcome<TicketAnswer>> Take(string key)
        {
            var caller = Caller.Public(1) with { Key = key, Address = "10.1.1.1" };
            var sent = await hall.Use((db, commit) => new SendContactCode(db, commit, hall.Clock, hall.Personal, [mail]).Run(caller with { Key = key + "/kirim" }, new("warga@contoh.id")));
            return await hall.Use((db, commit) => new TakeWebTicket(db, hall.Desk, new ConfirmContactCode(db, commit, hall.Clock, hall.Personal), new ContactUse(db, hall.Personal), hall.Clock)
                .Run(caller, new(1, TestHall.Service, sent.Value.Code, mail.Digits)));
        }

        var taken = (await Take("a")).Value;
        var second = await Take("b");
        var nobody = await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1));
        var here = (await new CheckIn(hall.Desk).Run(hall.Kiosk, new(1, "a 1"))).Value;

        Assert.Equal(TicketState.Booked, taken.State);
        Assert.Equal("H-013", second.Refusal?.Code);
        Assert.Equal("H-014", nobody.Refusal?.Code);
        Assert.Equal(TicketState.Waiting, here.State);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_agencys_clerk_runs_its_own_counters_and_the_halls_but_none_of_another_agency(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        const int Dukcapil = 4, Dinsos = 5;
        await hall.Use((db, commit) => new SetUpHall(db, commit).Run(hall.Manager, TestHall.Setup with { Counters = [new(1, "1", 1, [1, 2], Dukcapil), new(2, "2", 1, [2], Dinsos), new(3, "3", 1, [2])] }));
        Assert.Null((await hall.Use((db, _) => new ChangePlan(db, hall.Desk).Run(hall.Manager, new(1)))).Refusal);
        Caller Clerk() => new(1, Guid.CreateVersion7(), [new Assignment(Role.CounterOfficer, 1, 1, Dinsos)]) { Key = Guid.NewGuid().ToString("N") };
        Assert.Equal("H-054", (await new OpenCounter(hall.Desk).Run(Clerk(), new(1, 1))).Refusal?.Code);
        Assert.Null((await new OpenCounter(hall.Desk).Run(Clerk(), new(1, 2))).Refusal);
        Assert.Null((await new OpenCounter(hall.Desk).Run(Clerk(), new(1, 3))).Refusal);
        await hall.Take();
        Assert.Equal("H-054", (await new CallNext(hall.Desk).Run(Clerk(), new(1, 1))).Refusal?.Code);
        var called = (await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1))).Value;
        Assert.Equal("H-054", (await new StartService(hall.Desk).Run(Clerk(), new(1, 1, called.Id))).Refusal?.Code);
        Assert.Equal("H-054", (await new TakeBackLastAct(hall.Desk).Run(Clerk(), new(1, 1, called.Id))).Refusal?.Code);
        Assert.Equal("H-054", (await new TransferTicket(hall.Desk).Run(Clerk(), new(1, called.Id, 2, false, "salah antrean"))).Refusal?.Code);
        Assert.Equal([true, false, false], (await hall.Use((db, _) => new Floor(db, hall.Desk, hall.Mirrors).Run(Clerk(), 1))).Value.Counters.OrderBy(c => c.Id).Select(c => c.IsForeign));
        Assert.DoesNotContain((await hall.Use((db, _) => new Floor(db, hall.Desk, hall.Mirrors).Run(hall.Officer, 1))).Value.Counters, c => c.IsForeign);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_day_that_nobody_closed_is_closed_when_the_next_begins_and_nobody_at_a_counter_is_lost(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var (served, waiting) = ((await hall.Take()).Value, (await hall.Take()).Value);
        var called = (await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1))).Value;
        Assert.Null((await new StartService(hall.Desk).Run(hall.Officer, new(1, 1, called.Id))).Refusal);
        Task<Outcome<int>> Close(Caller by) => hall.Use((db, _) => new CloseForgottenDays(db, hall.Desk).Run(by, 1));
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.System)) Assert.Equal("K-001", (await Close(hall.As(role))).Refusal?.Code);
        Assert.Equal(0, (await Close(Caller.System(1))).Value);

        hall.Time.Set(new DateTimeOffset(2026, 3, 3, 0, 0, 5, TimeSpan.FromHours(8)));
        Assert.Equal(1, (await Close(Caller.System(1))).Value);
        Assert.Equal(0, (await Close(Caller.System(1))).Value);
        await using var db = hall.CreateDbContext();
        var rows = await db.Tickets.AsNoTracking().ToDictionaryAsync(t => t.Id);
        Assert.Equal((TicketState.Finished, (DateTime?)null), (rows[served.Id].State, rows[served.Id].EndedAt));
        Assert.Equal(TicketState.Unserved, rows[waiting.Id].State);
        var entry = await db.JournalEntries.AsNoTracking().SingleAsync(e => e.Fact == "DayClosed");
        Assert.Equal(("lupa ditutup", "System"), (entry.Why, entry.ByRole));
        Assert.Contains("\"Unserved\":1", entry.Data, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_day_closed_with_a_reason_and_opened_again_has_everybodys_place_also_in_the_database(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var (first, second) = ((await hall.Take()).Value, (await hall.Take(2, PriorityGroups.Elderly)).Value);
        Task<Outcome<Done>> Close(string? why) => new CloseDay(hall.Desk).Run(hall.Manager, new(1, why));
        Assert.Equal("K-020", (await Close("  ")).Refusal?.Code);
        Assert.Equal("K-021", (await Close("diminta 0812 3456 7890")).Refusal?.Code);
        var closing = (await hall.Use((db, _) => new DayClosing(db, hall.Desk, hall.Mirrors).Run(hall.Manager, 1))).Value;
        Assert.Equal([("A", 1), ("B", 1)], closing.Lines.Select(l => (l.Code, l.Waiting)));
        Assert.Empty(closing.Busy);

        Assert.Null((await Close("listrik padam")).Refusal);
        await using (var db = hall.CreateDbContext())
        {
            Assert.All(await db.Tickets.AsNoTracking().ToListAsync(), t => Assert.Equal(TicketState.Unserved, t.State));
            Assert.Equal("listrik padam", (await db.JournalEntries.AsNoTracking().SingleAsync(e => e.Fact == "DayClosed")).Why);
        }

        Assert.Null((await hall.Use((db, _) => new OpenDay(db, hall.Desk, TestHall.Holidays).Run(hall.Manager, new(1)))).Refusal);
        await using (var db = hall.CreateDbContext())
        {
            Assert.All(await db.Tickets.AsNoTracking().ToListAsync(), t => Assert.Equal((TicketState.Waiting, (DateTime?)null), (t.State, t.EndedAt)));
            Assert.Equal(PriorityGroups.Elderly, (await db.Tickets.AsNoTracking().SingleAsync(t => t.Id == second.Id)).Groups);
        }

        // Another activation, which reads the day from the journal, calls them as they came.
        var pump = hall.Activate();
        await pump.Do(hall.Ask(new Lakudo.Hall.Day.HallCommand.OpenCounter(1, TestHall.Clerk)));
        Assert.Equal(second.Id, (await pump.Do(hall.Ask(new Lakudo.Hall.Day.HallCommand.CallNext(1)))).Ticket!.Id);
        await pump.Do(hall.Ask(new Lakudo.Hall.Day.HallCommand.MarkNoShow(1, second.Id)));
        Assert.Equal(first.Id, (await pump.Do(hall.Ask(new Lakudo.Hall.Day.HallCommand.CallNext(1)))).Ticket!.Id);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_finished_service_and_a_no_show_are_taken_back_once_however_often_it_is_asked(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        await hall.Take();
        var called = (await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1))).Value;
        var verb = new TakeBackLastAct(hall.Desk);
        await new MarkNoShow(hall.Desk).Run(hall.Officer, new(1, 1, called.Id));
        Assert.Equal(TicketState.Called, (await verb.Run(hall.Officer, new(1, 1, called.Id))).Value.State);
        await new StartService(hall.Desk).Run(hall.Officer, new(1, 1, called.Id));
        await new FinishService(hall.Desk).Run(hall.Officer, new(1, 1, called.Id));

        var officer = hall.Officer;
        var answers = await Task.WhenAll(verb.Run(officer, new(1, 1, called.Id)), verb.Run(officer, new(1, 1, called.Id)), verb.Run(hall.Officer, new(1, 1, called.Id)));

        Assert.All(answers, a => Assert.Equal((TicketState.Serving, called.Id), (a.Value.State, a.Value.Id)));
        await using var db = hall.CreateDbContext();
        var row = await db.Tickets.AsNoTracking().SingleAsync();
        Assert.Equal((TicketState.Serving, (DateTime?)null), (row.State, row.EndedAt));
        Assert.Equal(["NoShowTakenBack", "FinishTakenBack"], await db.JournalEntries.Where(e => e.Fact.EndsWith("TakenBack")).OrderBy(e => e.Seq).Select(e => e.Fact).ToListAsync());

        await new FinishService(hall.Desk).Run(hall.Officer, new(1, 1, called.Id));
        hall.Time.Move(TimeSpan.FromSeconds(15));
        Assert.Equal("H-060", (await verb.Run(hall.Officer, new(1, 1, called.Id))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_transfer_needs_a_reason_without_personal_data_and_journals_it(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var ticket = (await hall.Take()).Value.Id;
        Task<Outcome<TicketAnswer>> Send(string? why) => new TransferTicket(hall.Desk).Run(hall.Officer, new(1, ticket, 2, false, why));

        Assert.Equal("K-020", (await Send(null)).Refusal?.Code);
        Assert.Equal("K-021", (await Send("punya 7414 0101 0190 0001")).Refusal?.Code);
        Assert.Equal(2, (await Send("Salah antrean")).Value.Line);
        await using var db = hall.CreateDbContext();
        Assert.Equal("Salah antrean", (await db.JournalEntries.AsNoTracking().SingleAsync(e => e.Fact == "TicketTransferred")).Why);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Citizens_and_kiosks_may_not_run_the_hall(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var ticket = (await hall.Take()).Value.Id;
        foreach (var caller in new[] { Caller.Public(1) with { Key = "p" }, hall.Kiosk, hall.As(Role.Board), hall.As(Role.ItOfficer), hall.As(Role.Inspector) })
        {
            string?[] codes =
            [
                (await hall.Use((db, _) => new OpenDay(db, hall.Desk, TestHall.Holidays).Run(caller, new(1)))).Refusal?.Code,
                (await hall.Use((db, _) => new ChangePlan(db, hall.Desk).Run(caller, new(1)))).Refusal?.Code,
                (await new CloseDay(hall.Desk).Run(caller, new(1))).Refusal?.Code,
                (await new OpenCounter(hall.Desk).Run(caller, new(1, 2))).Refusal?.Code,
                (await new CloseCounter(hall.Desk).Run(caller, new(1, 1))).Refusal?.Code,
                (await new CallNext(hall.Desk).Run(caller, new(1, 1))).Refusal?.Code,
                (await new Recall(hall.Desk).Run(caller, new(1, 1, ticket))).Refusal?.Code,
                (await new MarkNoShow(hall.Desk).Run(caller, new(1, 1, ticket))).Refusal?.Code,
                (await new StartService(hall.Desk).Run(caller, new(1, 1, ticket))).Refusal?.Code,
                (await new FinishService(hall.Desk).Run(caller, new(1, 1, ticket))).Refusal?.Code,
                (await new TakeBackLastAct(hall.Desk).Run(caller, new(1, 1, ticket))).Refusal?.Code,
                (await hall.Use((db, _) => new DayClosing(db, hall.Desk, hall.Mirrors).Run(caller, 1))).Refusal?.Code,
                (await hall.Use((db, _) => new RemovedBySetup(db).Run(caller, TestHall.Setup))).Refusal?.Code,
                (await new TransferTicket(hall.Desk).Run(caller, new(1, ticket, 2, false, null))).Refusal?.Code,
                (await new CorrectPriority(hall.Desk).Run(caller, new(1, ticket, PriorityGroups.Elderly))).Refusal?.Code,
                (await new EnterPaperTicket(hall.Desk, hall.Clock).Run(caller, new(1, 1, 801, new(8, 0), null, null))).Refusal?.Code,
                (await hall.Use((db, commit) => new SetUpHall(db, commit).Run(caller, TestHall.Setup))).Refusal?.Code,
                (await hall.Use((db, commit) => new RegisterDevice(db, commit, hall.Clock, hall.Personal).Run(caller, new(1, DeviceKind.Kiosk, "k")))).Refusal?.Code,
                (await hall.Use((db, commit) => new SetHallRules(db, commit).Run(caller, TestHall.Rules))).Refusal?.Code,
                (await hall.Use((db, commit) => new RevokeDevice(db, commit, hall.Clock).Run(caller, new(1, Guid.Empty)))).Refusal?.Code,
                (await hall.Use((db, _) => new DeviceList(db, hall.Clock).Run(caller, 1))).Refusal?.Code,
                (await hall.Use((db, _) => new HallAsSetUp(db).Run(caller, 1))).Refusal?.Code,
                (await hall.Use((db, _) => new StatedPriority(db).Run(caller, 1, ticket))).Refusal?.Code,
                (await hall.Use((db, commit) => new SetServiceStatus(db, commit, hall.Clock, hall.Desk, hall.Edition).Run(caller, new(1, [TestHall.Service], ServiceObstacles.None)))).Refusal?.Code,
            ];
            Assert.All(codes, c => Assert.Equal("K-001", c));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Those_of_another_hall_or_region_may_not_call_here(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var neighbour = new Caller(1, TestHall.Clerk, [new Assignment(Role.CounterOfficer, 1, Hall: 2)]) { Key = "n" };
        var elsewhere = new Caller(2, TestHall.Clerk, [new Assignment(Role.CounterOfficer, 2)]) { Key = "e" };

        Assert.Equal("K-001", (await new CallNext(hall.Desk).Run(neighbour, new(1, 1))).Refusal?.Code);
        Assert.Equal("K-007", (await new CallNext(hall.Desk).Run(elsewhere, new(1, 1))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_device_is_paired_once_by_its_code_and_known_by_its_token(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var made = (await hall.Use((db, commit) => new RegisterDevice(db, commit, hall.Clock, hall.Personal).Run(hall.Manager, new(1, DeviceKind.Kiosk, "Kiosk depan")))).Value;
        Task<Outcome<PairDevice.Answer>> Pair(string key) =>
            hall.Use((db, commit) => new PairDevice(db, commit, hall.Clock, hall.Personal).Run(Caller.Public(1) with { Key = key }, new(1, made.Code)));

        var paired = (await Pair("1")).Value;
        var again = await Pair("2");
        var known = await hall.Use((db, _) => new DeviceOfToken(db, hall.Personal).Find(paired.Token));
        var stranger = await hall.Use((db, _) => new DeviceOfToken(db, hall.Personal).Find("nothing"));

        Assert.Equal("H-041", again.Refusal?.Code);
        Assert.Equal((made.Device, Role.Kiosk), (known!.Id, known.Assignment.Role));
        Assert.Null(stranger);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_setup_that_contradicts_itself_changes_nothing(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var wrong = TestHall.Setup with { Counters = [new(1, "1", 7, [1])] };

        Assert.Equal("H-042", (await hall.Use((db, commit) => new SetUpHall(db, commit).Run(hall.Manager, wrong))).Refusal?.Code);
        Assert.Null((await hall.Use((db, _) => new ChangePlan(db, hall.Desk).Run(hall.Manager, new(1)))).Refusal);
        Assert.Equal(2, (await hall.Mirrors.Get(hall.Key)).Counters.Count);
    }

    private sealed class Mailbox : IMessageChannel
    {
        public ContactKind Kind => ContactKind.Email;

        public bool IsSimulated => true;

        public string Digits { get; private set; } = "";

        public Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct)
        {
            Digits = text[..6];
            return Task.FromResult<Outcome<Done>>(new Done());
        }
    }
}
