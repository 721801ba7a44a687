using Lakudo.Hall.Day;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>Takes a number from afar: the person has shown a telephone number or mailbox to be theirs, and the number is void unless they check in.</summary>
public sealed class TakeWebTicket(LakudoDb db, HallDesk desk, ConfirmContactCode confirm, ContactUse use, Clock clock)
{
    /// <summary>What the person comes for, and the code they received.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Service">The service.</param>
    /// <param name="Code">The id of the code that was sent.</param>
    /// <param name="Digits">The six digits.</param>
    /// <param name="Priority">Groups the person says to belong to.</param>
    public sealed record Command(int Hall, Guid Service, Guid Code, string? Digits, PriorityGroups Priority = PriorityGroups.None);

    /// <summary>Refused with H-049 or H-044 when person or network had enough today, N-003 or N-004 for the code, H-013 when the person holds an open number in that line, and as the day's model says.</summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.TakeWebTicket, command.Hall) is { } refusal)
        {
            return refusal;
        }

        if (await TakeTicket.LineOf(db, command.Hall, command.Service, ct) is not { } line)
        {
            return HallRefusals.ServiceHasNoLine;
        }

        var (key, zone) = await desk.Today(caller.Region, command.Hall, ct);
        var rules = await db.HallRules.AsNoTracking().SingleOrDefaultAsync(r => r.HallId == command.Hall, ct) ?? new HallRules();
        var (ofPerson, ofAddress) = await use.Run(caller, command.Code, Clock.Utc(key.Day, TimeOnly.MinValue, zone), ct);
        if (ofPerson >= rules.WebTicketsPerPerson)
        {
            return HallRefusals.TooManyOfPerson.With(ofPerson);
        }

        if (ofAddress >= rules.WebTicketsPerAddress)
        {
            return HallRefusals.TooManyWebTickets;
        }

        var confirmed = await confirm.Run(caller with { Key = caller.Key is null ? null : caller.Key + "/kode" }, new(command.Code, command.Digits), ct);
        if (confirmed.IsRefused)
        {
            return confirmed.Refusal;
        }

        // The holder is the first half of a keyed hash: equal for one person, and it leads back to nobody.
        var holder = new Guid(confirmed.Value.Fingerprint.AsSpan(0, 16), bigEndian: true);
        return await desk.DoWithTicket(caller, command.Hall,
            new HallCommand.TakeTicket(Ids.New(clock), line, command.Service, TicketOrigin.Web, command.Priority, holder), null, ct);
    }
}
