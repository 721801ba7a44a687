using Lakudo.Hall;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Testing;

namespace Lakudo.Tests.Hall;

/// <summary>What a hall's manager sets, and what holds because of it.</summary>
public sealed class HallRulesTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_manager_sets_the_fairness_rule_and_it_holds_and_is_shown_from_the_next_plan_on(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var ordinary = (await hall.Take()).Value;
        await hall.Use((db, commit) => new SetHallRules(db, commit).Run(hall.Manager, TestHall.Rules with { MaxOvertakes = 0 }));
        Assert.Null((await hall.Use((db, _) => new ChangePlan(db, hall.Desk).Run(hall.Manager, new(1)))).Refusal);
        await hall.Take(groups: PriorityGroups.Elderly);

        var called = (await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1))).Value;
        var board = await new Board(hall.Desk, hall.Mirrors).Show(1, 1, null);

        Assert.Equal(ordinary.Id, called.Id);
        Assert.Equal(new FairnessRule(0, 15), board.Rule);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_rule_out_of_its_bounds_is_refused_by_name_and_none_is_changed(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);

        var refused = await hall.Use((db, commit) => new SetHallRules(db, commit).Run(hall.Manager, TestHall.Rules with { CheckInMinutes = 9 }));
        var kept = await hall.Use((db, _) => new HallAsSetUp(db).Run(hall.Manager, 1));

        Assert.Equal("H-048", refused.Refusal?.Code);
        Assert.Contains("Batas melapor", refused.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(3, kept.Value.Rules.MaxOvertakes);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_setup_that_is_read_back_is_the_one_that_was_written(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);

        var read = (await hall.Use((db, _) => new HallAsSetUp(db).Run(hall.Manager, 1))).Value.Setup;

        Assert.Equivalent(TestHall.Setup, read, strict: true);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_doubled_code_an_impossible_figure_or_a_nameless_line_changes_nothing(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var right = TestHall.Setup;
        SetUpHall.Command[] wrong =
        [
            right with { Lines = [right.Lines[0], right.Lines[1] with { Code = "A" }] },
            right with { Lines = [right.Lines[0] with { StandardMinutes = 0 }] },
            right with { Lines = [right.Lines[0] with { Name = "" }] },
            right with { Lines = [right.Lines[0] with { Quota = 0 }] },
            right with { Counters = [right.Counters[0], right.Counters[0] with { Id = 9 }] },
            right with { Hours = [right.Hours[0], right.Hours[0]] },
            right with { Breaks = [new(DayOfWeek.Friday, new(13, 0), new(11, 30), true)] },
        ];

        foreach (var setup in wrong)
        {
            Assert.Equal("H-042", (await hall.Use((db, commit) => new SetUpHall(db, commit).Run(hall.Manager, setup))).Refusal?.Code);
        }

        Assert.Equivalent(right, (await hall.Use((db, _) => new HallAsSetUp(db).Run(hall.Manager, 1))).Value.Setup, strict: true);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_stood_is_taken_out_only_with_a_reason_and_never_from_under_a_number(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var ticket = (await hall.Take(2)).Value.Id;
        var right = TestHall.Setup;
        var fewer = right with { Lines = [right.Lines[0]], Counters = [new(1, "1", 1, [1])], Why = "Digabung" };
        Task<Outcome<Done>> Set(SetUpHall.Command setup) => hall.Use((db, commit) => new SetUpHall(db, commit).Run(hall.Manager, setup));

        Assert.Equal("H-063", (await Set(fewer)).Refusal?.Code);
        await new CallNext(hall.Desk).Run(hall.Officer, new(1, 1));
        Assert.Equal("H-064", (await Set(right with { Counters = [right.Counters[1]], Why = "Digabung" })).Refusal?.Code);
        await new StartService(hall.Desk).Run(hall.Officer, new(1, 1, ticket));
        await new FinishService(hall.Desk).Run(hall.Officer, new(1, 1, ticket));
        Assert.Equal("K-020", (await Set(fewer with { Why = null })).Refusal?.Code);
        Assert.Equal("K-021", (await Set(fewer with { Why = "kata a@b.id" })).Refusal?.Code);
        var said = (await hall.Use((db, _) => new RemovedBySetup(db).Run(hall.Manager, fewer))).Value;
        Assert.Equal(["B Perizinan", "2"], [.. said.Lines, .. said.Counters, .. said.Zones]);
        Assert.Equal(2, (await hall.Use((db, _) => new HallAsSetUp(db).Run(hall.Manager, 1))).Value.Setup.Lines.Count);

        Assert.Null((await Set(fewer)).Refusal);
        Assert.Single((await hall.Use((db, _) => new HallAsSetUp(db).Run(hall.Manager, 1))).Value.Setup.Lines);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_holiday_is_named_and_opened_only_by_who_means_it(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor, open: false);
        hall.Time.Set(new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        Task<Outcome<Done>> Open(bool even) => hall.Use((db, _) => new OpenDay(db, hall.Desk, TestHall.Holidays).Run(hall.Manager, new(1, even)));

        var refused = await Open(false);
        var hours = await hall.Use((db, _) => new OpeningHours(db, hall.Desk, TestHall.Holidays).Run(Caller.Public(1), 1));

        Assert.Equal("H-047", refused.Refusal?.Code);
        Assert.Contains(hours.Holiday!, refused.Refusal!.Message, StringComparison.Ordinal);
        Assert.Null((await Open(true)).Refusal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Hours_are_told_with_their_breaks_and_a_day_without_hours_is_closed(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor, open: false);
        hall.Time.Set(new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        Task<OpeningHours.Answer> Hours() => hall.Use((db, _) => new OpeningHours(db, hall.Desk, TestHall.Holidays).Run(Caller.Public(1), 1));

        var friday = await Hours();
        hall.Time.Set(new DateTimeOffset(2026, 3, 7, 9, 0, 0, TimeSpan.FromHours(8)));
        var saturday = await Hours();

        Assert.Equal((new TimeOnly(8, 0), new TimeOnly(15, 0), new TimeOnly(16, 0)), (friday.Opens, friday.LastNumber, friday.Closes));
        Assert.Equal(new OpeningHours.Break(new(11, 30), new(13, 0), true), Assert.Single(friday.Breaks));
        Assert.Null(saturday.Opens);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_person_and_one_network_take_only_so_many_numbers_from_afar_a_day(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        await hall.Use((db, commit) => new SetHallRules(db, commit).Run(hall.Manager, TestHall.Rules with { WebTicketsPerPerson = 1, WebTicketsPerAddress = 2 }));
        var mail = new LastMail();
        async Task<Outcome<TicketAnswer>> Take(string who, string address)
        {
            var caller = Caller.Public(1) with { Key = Guid.CreateVersion7().ToString("N"), Address = address };
            var sent = (await hall.Use((db, commit) => new SendContactCode(db, commit, hall.Clock, hall.Personal, [mail]).Run(caller with { Key = caller.Key + "/kirim" }, new(who)))).Value;
            var taken = await hall.Use((db, commit) => new TakeWebTicket(db, hall.Desk, new ConfirmContactCode(db, commit, hall.Clock, hall.Personal), new ContactUse(db, hall.Personal), hall.Clock)
                .Run(caller, new(1, TestHall.Service, sent.Code, mail.Digits)));
            if (!taken.IsRefused)
            {
                await new CancelTicket(hall.Desk).Run(hall.Officer, new(1, taken.Value.Id));
            }

            return taken;
        }

        Assert.False((await Take("satu@contoh.id", "10.1.1.1")).IsRefused);
        Assert.Equal("H-049", (await Take("satu@contoh.id", "10.1.1.2")).Refusal?.Code);
        Assert.False((await Take("dua@contoh.id", "10.1.1.1")).IsRefused);
        Assert.Equal("H-044", (await Take("tiga@contoh.id", "10.1.1.1")).Refusal?.Code);
        Assert.False((await Take("tiga@contoh.id", "10.1.1.3")).IsRefused);
        hall.Time.Set(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.FromHours(8)));
        // The next day counts anew; what refuses now is the hall that is not open.
        Assert.False((await Take("satu@contoh.id", "10.1.1.1")).Refusal?.Code is "H-044" or "H-049");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_revoked_device_is_known_no_more_and_its_code_pairs_nothing(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        Task<Outcome<RegisterDevice.Answer>> Register(string name, int roll = 58) => hall.Use((db, commit) =>
            new RegisterDevice(db, commit, hall.Clock, hall.Personal).Run(hall.Manager, new(1, DeviceKind.Kiosk, name, Roll: roll)));
        Task<Outcome<PairDevice.Answer>> Pair(string code) => hall.Use((db, commit) =>
            new PairDevice(db, commit, hall.Clock, hall.Personal).Run(Caller.Public(1) with { Key = Guid.CreateVersion7().ToString("N") }, new(1, code)));
        Task<Outcome<Done>> Revoke(Guid device) => hall.Use((db, commit) => new RevokeDevice(db, commit, hall.Clock).Run(hall.Manager, new(1, device)));
        var (used, waiting) = ((await Register("Depan")).Value, (await Register("Belakang")).Value);
        var token = (await Pair(used.Code)).Value.Token;
        Assert.Equal(58, (await hall.Use((db, _) => new DeviceOfToken(db, hall.Personal).Find(token)))!.Roll);

        Assert.Null((await Revoke(used.Device)).Refusal);
        Assert.Null((await Revoke(waiting.Device)).Refusal);

        Assert.Null(await hall.Use((db, _) => new DeviceOfToken(db, hall.Personal).Find(token)));
        Assert.Equal("H-041", (await Pair(waiting.Code)).Refusal?.Code);
        Assert.Equal("K-007", (await Revoke(Guid.CreateVersion7())).Refusal?.Code);
        Assert.All((await hall.Use((db, _) => new DeviceList(db, hall.Clock).Run(hall.Manager, 1))).Value, d => Assert.NotNull(d.RevokedAt));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_ten_wrong_codes_every_code_that_waits_is_void_also_when_they_come_at_once(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        async Task<RegisterDevice.Answer> Register(string name) => (await hall.Use((db, commit) =>
            new RegisterDevice(db, commit, hall.Clock, hall.Personal).Run(hall.Manager, new(1, DeviceKind.Kiosk, name)))).Value;
        Task<Outcome<PairDevice.Answer>> Pair(string code) => hall.Use((db, commit) =>
            new PairDevice(db, commit, hall.Clock, hall.Personal).Run(Caller.Public(1) with { Key = Guid.CreateVersion7().ToString("N") }, new(1, code)));
        string Not(string code) => code == "000000" ? "000001" : "000000";
        var (first, second) = (await Register("Depan"), await Register("Belakang"));

        // Nine slips do not hurt, nor does a device that is paired in between.
        for (var i = 0; i < 9; i++) Assert.Equal("H-041", (await Pair(Not(first.Code))).Refusal?.Code);
        Assert.False((await Pair(first.Code)).IsRefused);
        Assert.False((await Pair(second.Code)).IsRefused);

        var third = await Register("Samping");
        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Pair(Not(third.Code))));
        Assert.All(tries, t => Assert.True(t.IsRefused));
        Assert.Equal("H-041", (await Pair(third.Code)).Refusal?.Code);
        Assert.False((await hall.Use((db, _) => new DeviceList(db, hall.Clock).Run(hall.Manager, 1))).Value.Single(d => d.Id == third.Device).WaitsForCode);
        Assert.False((await Pair((await Register("Baru")).Code)).IsRefused);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_device_without_name_for_no_counter_or_with_another_roll_is_refused(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        foreach (var wrong in new RegisterDevice.Command[]
        {
            new(1, DeviceKind.Kiosk, "  "), new(1, DeviceKind.Kiosk, new string('a', 61)), new(1, DeviceKind.Kiosk, "Depan", Roll: 70), new(1, DeviceKind.Counter, "Loket"),
            new(1, DeviceKind.Counter, "Loket", Counter: 99), new(1, DeviceKind.Board, "Papan", Zone: 9),
        })
        {
            Assert.Equal("H-052", (await hall.Use((db, commit) => new RegisterDevice(db, commit, hall.Clock, hall.Personal).Run(hall.Manager, wrong))).Refusal?.Code);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Officers_see_which_groups_were_named_and_others_do_not(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var ticket = (await hall.Take(groups: PriorityGroups.Disability | PriorityGroups.Elderly)).Value.Id;

        Assert.Equal(PriorityGroups.Disability | PriorityGroups.Elderly, (await hall.Use((db, _) => new StatedPriority(db).Run(hall.Officer, 1, ticket))).Value);
        Assert.Equal("H-007", (await hall.Use((db, _) => new StatedPriority(db).Run(hall.Officer, 1, Guid.CreateVersion7()))).Refusal?.Code);
    }

    /// <summary>A mailbox that remembers the digits sent last.</summary>
    private sealed class LastMail : IMessageChannel
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
