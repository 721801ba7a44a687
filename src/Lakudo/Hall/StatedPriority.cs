using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>Which groups a ticket's holder named, for the officer who confirms or corrects them. It may tell of someone's health, so nobody else is told.</summary>
public sealed class StatedPriority(LakudoDb db)
{
    /// <summary>Refused with K-001 to those who run no counter, H-007 for an unknown ticket.</summary>
    public async Task<Outcome<PriorityGroups>> Run(Caller caller, int hall, Guid ticket, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.RunCounter, hall) is { } refusal)
        {
            return refusal;
        }

        return await db.Tickets.AsNoTracking().Where(t => t.HallId == hall && t.Id == ticket).Select(t => (PriorityGroups?)t.Groups).SingleOrDefaultAsync(ct) is { } groups
            ? groups
            : HallRefusals.UnknownTicket;
    }
}
