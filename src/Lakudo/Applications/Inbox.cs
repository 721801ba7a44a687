using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>The files that wait for somebody of the caller's agency, the one due first at the top.</summary>
public sealed class Inbox(LakudoDb db)
{
    /// <summary>One file.</summary>
    /// <param name="Id">The application.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Service">The service's name.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="ReceivedAt">First stamp, UTC.</param>
    /// <param name="DueAt">Until when it is promised; null while the clock stands.</param>
    public sealed record Row(Guid Id, string Number, string Service, ApplicationState State, DateTime ReceivedAt, DateTime? DueAt);

    /// <summary>Lists at most 200 that are not finished. Refused with K-001.</summary>
    public async Task<Outcome<Row[]>> Run(Caller caller, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.ReadApplications) is { } refusal) return refusal;
        db.As(caller);
        return await (from a in db.Applications.AsNoTracking()
                      join s in db.Services on a.ServiceId equals s.Id
                      where a.State != ApplicationState.HandedOver && a.State != ApplicationState.Rejected
                      orderby a.DueAt == null, a.DueAt, a.ReceivedAt
                      select new Row(a.Id, a.Number, s.Name, a.State, a.ReceivedAt, a.DueAt)).Take(200).ToArrayAsync(ct);
    }
}
