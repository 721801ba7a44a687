using Lakudo.Hall;
using Lakudo.Hall.Day;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Hall;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using Model = Lakudo.Hall.Day.HallCommand;

/// <summary>A visit to a kiosk gets one number, whatever is touched and however often.</summary>
public sealed class KioskVisitTests
{
    private static readonly Guid Visit = new("0197a000-0000-7000-8000-0000000000f1");
    private static readonly Guid Kiosk = new("0197a000-0000-7000-8000-0000000000e1");

    [Fact]
    public void Another_line_of_the_same_visit_gives_no_second_number()
    {
        var test = TestDay.Open();
        Assert.Single(test.Do(Take(test, 1)));
        Assert.Empty(test.Do(Take(test, 2)));
        Assert.Single(test.Day.Tickets);
        Assert.Single(test.Do(Take(test, 2, new Guid("0197a000-0000-7000-8000-0000000000f2"))));
        Assert.Equal("A-001", test[test.Day.DoneBefore(Take(test, 3))].Label);
    }

    [Fact]
    public void A_screen_left_from_long_ago_gives_no_number_and_shows_nobody_elses_until_that_one_has_ended()
    {
        var test = TestDay.Open();
        test.Do(Take(test, 1));
        test.Now = test.Now.AddMinutes(6);
        Assert.Equal("H-065", test.Refused(Take(test, 1)).Code);
        Assert.Equal("H-065", test.Refused(Take(test, 2)).Code);
        test.Serve();
        Assert.Single(test.Do(Take(test, 2)));
    }

    [Fact]
    public void A_number_from_afar_checked_in_is_the_visits_number_too()
    {
        var test = TestDay.Open();
        var afar = test.Take(origin: TicketOrigin.Web);
        Assert.Single(test.Do(new Model.CheckIn(afar, null, Visit, Kiosk)));
        Assert.Empty(test.Do(new Model.CheckIn(Guid.Empty, "A-1", Visit, Kiosk)));
        Assert.Empty(test.Do(Take(test, 3)));
        Assert.Equal(afar, test.Day.LastVisits[Kiosk].Ticket);
    }

    [Fact]
    public void A_number_of_an_earlier_release_has_no_visit()
    {
        var test = TestDay.Open();
        var fact = HallFact.Read("TicketTaken", $$"""{"Ticket":"{{test.NextId()}}","Line":1,"Number":1,"Service":null,"Origin":"Kiosk","Priority":false,"Holder":null,"CheckInBy":null}""");
        Assert.Empty(test.Day.Apply(fact, test.Now).Visits);
        Assert.Null(Assert.IsType<HallFact.TicketCheckedIn>(HallFact.Read("TicketCheckedIn", $$"""{"Ticket":"{{fact.Subject}}"}""")).Visit);
    }

    [Theory, InlineData(Vendor.Sqlite), InlineData(Vendor.Postgres)]
    public async Task Tiles_touched_at_the_same_time_give_one_number_and_its_slip_is_found_again_at_that_kiosk_only(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var kiosk = hall.Kiosk;
        Task<Outcome<TicketAnswer>> Touch(int line) => hall.Use((db, _) =>
            new TakeTicket(db, hall.Desk, hall.Clock).Run(kiosk with { Key = $"{Visit:N}/{line}" }, new(1, null, line, Visit: Visit)));

        var answers = await Task.WhenAll(Touch(1), Touch(2), Touch(1), Touch(2));

        Assert.Single(answers.Select(a => (a.Value.Id, a.Value.Number)).Distinct());
        await using var db = hall.CreateDbContext();
        Assert.Equal(1, await db.Tickets.CountAsync());
        var slips = new KioskSlip(hall.Desk, hall.Mirrors);
        Assert.Equal(answers[0].Value.Id, (await slips.Run(kiosk, 1, Visit)).Value!.Ticket.Id);
        Assert.Equal(Visit, (await slips.Run(kiosk, 1, null)).Value!.Visit);
        var neighbour = kiosk with { Id = Guid.CreateVersion7() };
        Assert.Null((await slips.Run(neighbour, 1, Visit)).Value);
        Assert.Null((await slips.Run(neighbour, 1, null)).Value);
        foreach (var stranger in new[] { Caller.Public(1), hall.As(Role.Board), hall.As(Role.ItOfficer) }) Assert.Equal("K-001", (await slips.Run(stranger, 1, Visit)).Refusal?.Code);

        // A server that was started again reads the visit from the journal.
        var started = hall.Activate();
        var again = await started.Do(hall.Ask(new Model.TakeTicket(Guid.CreateVersion7(), 2, null, TicketOrigin.Kiosk, PriorityGroups.None, null, Visit, kiosk.Id)));
        Assert.Equal(answers[0].Value.Id, again.Ticket!.Id);

        hall.Time.Move(TimeSpan.FromMinutes(6));
        Assert.Null((await slips.Run(kiosk, 1, Visit)).Value);
        Assert.Equal("H-065", (await hall.Use((d, _) => new TakeTicket(d, hall.Desk, hall.Clock).Run(kiosk with { Key = "nanti" }, new(1, null, 2, Visit: Visit)))).Refusal?.Code);
    }

    private static Model.TakeTicket Take(TestDay test, int line, Guid? visit = null) => new(test.NextId(), line, null, TicketOrigin.Kiosk, PriorityGroups.None, null, visit ?? Visit, Kiosk);
}
