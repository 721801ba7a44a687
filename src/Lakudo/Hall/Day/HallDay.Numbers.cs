using System.Collections.Immutable;
using Lakudo.Kernel;

namespace Lakudo.Hall.Day;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using static Lakudo.Hall.Day.HallCommand;
using static Lakudo.Hall.Day.HallFact;

/// <summary>What may be done with a number away from a counter: take, enter from paper, check in, move, give up, correct.</summary>
internal sealed partial record HallDay
{
    private Outcome<ImmutableArray<HallFact>> Take(TakeTicket c, DateTime now)
    {
        if (!Lines.TryGetValue(c.Line, out var line))
        {
            return HallRefusals.UnknownLine;
        }

        if (Tickets.ContainsKey(c.Ticket))
        {
            return HallRefusals.TicketIdUsed;
        }

        if (WhyNoNumbers(line, now) is { } refusal)
        {
            return refusal;
        }

        if (c.Holder is { } holder && Holders.TryGetValue((holder, c.Line), out var held))
        {
            return HallRefusals.AlreadyHolding.With(Tickets[held].Label);
        }

        DateTime? checkInBy = c.Origin == TicketOrigin.Web ? now.AddMinutes(Plan!.Rules.CheckInMinutes) : null;
        return Fact(new TicketTaken(c.Ticket, c.Line, line.NextNumber, c.Service, c.Origin, c.Groups != PriorityGroups.None, c.Holder, checkInBy, c.Visit, c.Kiosk));
    }

    /// <summary>Why the line hands out no number at <paramref name="now"/>, or null when it does.</summary>
    public Refusal? WhyNoNumbers(LineState line, DateTime now) =>
        !line.Plan.IsOpen ? HallRefusals.LineClosed.With(line.Plan.Code)
        : now < line.Plan.NumbersFrom ? HallRefusals.NumbersNotYet.With(line.Plan.Code, Plan!.Clock(line.Plan.NumbersFrom))
        : now >= line.Plan.LastNumberAt ? HallRefusals.NumbersOver.With(line.Plan.Code, Plan!.Clock(line.Plan.LastNumberAt))
        : Plan!.Breaks.FirstOrDefault(b => b.StopsNumbers && b.Holds(now)) is { } pause ? HallRefusals.OnBreak.With(Plan.Clock(pause.Until))
        : line.Taken >= line.Plan.Quota ? HallRefusals.QuotaUsed.With(line.Plan.Code, line.Plan.Quota!)
        : null;

    /// <summary>Hours and closed lines do not bind the emergency book: it records what already happened.</summary>
    private Outcome<ImmutableArray<HallFact>> Enter(EnterPaperTicket c, DateTime now)
    {
        if (!Lines.TryGetValue(c.Line, out var line))
        {
            return HallRefusals.UnknownLine;
        }

        if (c.Counter is { } counter && !Counters.ContainsKey(counter))
        {
            return HallRefusals.UnknownCounter;
        }

        if (Tickets.ContainsKey(c.Ticket))
        {
            return HallRefusals.TicketIdUsed;
        }

        if (c.Number < line.Plan.PadFrom || c.Number > line.Plan.PadTo)
        {
            return HallRefusals.OutsidePad.With(c.Number, line.Plan.PadFrom, line.Plan.PadTo);
        }

        if (line.PadUsed.Contains(c.Number))
        {
            return HallRefusals.PaperNumberUsed.With(line.Plan.Label(c.Number));
        }

        return c.TakenAt < Plan!.StartsAt || c.TakenAt > now || c.ServedAt > now || c.ServedAt < c.TakenAt
            ? HallRefusals.PaperTimeWrong
            : Fact(new PaperTicketEntered(c.Ticket, c.Line, c.Number, c.TakenAt, c.Groups != PriorityGroups.None, c.ServedAt, c.Counter));
    }

    private Outcome<ImmutableArray<HallFact>> Arrive(CheckIn c, DateTime now) =>
        (c.Number is null ? Tickets.GetValueOrDefault(c.Ticket) : Numbered(c.Number)) is not { } ticket ? HallRefusals.UnknownTicket
        : ticket.State == TicketState.Void ? HallRefusals.CheckInTooLate.With(ticket.Label, Plan!.Clock(ticket.EndedAt!.Value))
        : !ticket.State.IsOpen() ? Ended(ticket)
        : ticket.State != TicketState.Booked ? HallRefusals.AlreadyCheckedIn.With(ticket.Label)
        : now >= ticket.DueAt ? HallRefusals.CheckInTooLate.With(ticket.Label, Plan!.Clock(ticket.DueAt.Value))
        : Fact(new TicketCheckedIn(ticket.Id, c.Visit, c.Kiosk));

    /// <summary>The ticket of a number as people type it (A-012, a12, a 012), or null. The code of a line may itself hold digits: 4K-10.</summary>
    private HallTicket? Numbered(string typed)
    {
        var signs = string.Concat(typed.Where(char.IsAsciiLetterOrDigit));
        var digits = signs.Reverse().TakeWhile(char.IsAsciiDigit).Count();
        return int.TryParse(signs.AsSpan(signs.Length - digits), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? Tickets.Values.FirstOrDefault(t => t.Number == number && Lines[t.Series].Plan.Code.Equals(signs[..^digits], StringComparison.OrdinalIgnoreCase))
            : null;
    }

    private Outcome<ImmutableArray<HallFact>> Transfer(TransferTicket c) =>
        !Tickets.TryGetValue(c.Ticket, out var ticket) ? HallRefusals.UnknownTicket
        : !Lines.TryGetValue(c.ToLine, out var line) ? HallRefusals.UnknownLine
        : !ticket.State.IsOpen() ? Ended(ticket)
        : ticket.State is TicketState.Booked or TicketState.Missed ? HallRefusals.NotHere.With(ticket.Label)
        : ticket.Line == c.ToLine ? HallRefusals.SameLine.With(ticket.Label, line.Plan.Code)
        : !line.Plan.IsOpen ? HallRefusals.LineClosed.With(line.Plan.Code)
        : Fact(new TicketTransferred(c.Ticket, ticket.Line, c.ToLine, c.ToTheEnd));

    private Outcome<ImmutableArray<HallFact>> Cancel(CancelTicket c) =>
        !Tickets.TryGetValue(c.Ticket, out var ticket) ? HallRefusals.UnknownTicket
        : ticket.State.IsAtCounter() ? HallRefusals.AtACounter.With(ticket.Label, Counters[ticket.Counter!.Value].Plan.Code)
        : !ticket.State.IsOpen() ? Ended(ticket)
        : Fact(new TicketCancelled(c.Ticket));

    private Outcome<ImmutableArray<HallFact>> Correct(CorrectPriority c) =>
        !Tickets.TryGetValue(c.Ticket, out var ticket) ? HallRefusals.UnknownTicket
        : !ticket.State.IsOpen() ? Ended(ticket)
        : ticket.State is TicketState.Booked or TicketState.Missed ? HallRefusals.NotHere.With(ticket.Label)
        : Fact(new PriorityCorrected(c.Ticket, c.Groups != PriorityGroups.None));

    private static Refusal Ended(HallTicket ticket) => ticket.State switch
    {
        TicketState.Finished => HallRefusals.TicketEnded.With(ticket.Label, "selesai dilayani", "served"),
        TicketState.NoShow => HallRefusals.TicketEnded.With(ticket.Label, "dua kali dipanggil tidak hadir", "called twice in vain"),
        TicketState.Cancelled => HallRefusals.TicketEnded.With(ticket.Label, "dibatalkan", "cancelled"),
        TicketState.Void => HallRefusals.TicketEnded.With(ticket.Label, "hangus", "void"),
        _ => HallRefusals.TicketEnded.With(ticket.Label, "hari layanan ditutup", "the day was closed"),
    };
}
