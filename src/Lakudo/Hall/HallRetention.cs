using Lakudo.Hall.Live;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>Why a ticket had priority: a disability or a pregnancy is specific personal data (UU 27/2022 art. 4). That it had priority stays.</summary>
internal sealed class RetainPriorityReasons(LakudoDb db) : IRetention
{
    public string Rule => "alasan-prioritas";

    private IQueryable<TicketRow> Held => db.Tickets.Where(t => t.Groups != PriorityGroups.None);

    public async Task<Aged> Look(DateTime before, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(before);
        var next = await Held.Where(t => t.Day >= day).MinAsync(t => (DateOnly?)t.Day, ct);
        return new(await Held.CountAsync(t => t.Day < day, ct), await Held.CountAsync(ct), next?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
    }

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(before);
        var old = await Held.Where(t => t.Day < day).OrderBy(t => t.Day).Take(most).ToListAsync(ct);
        foreach (var ticket in old) ticket.Groups = PriorityGroups.None;
        return Erased.Of(old.Count);
    }
}

/// <summary>Devices that were taken out of use; their names can name people.</summary>
internal sealed class RetainDevices(LakudoDb db) : IRetention
{
    public string Rule => "perangkat-dicabut";

    public async Task<Aged> Look(DateTime before, CancellationToken ct)
    {
        var revoked = db.Devices.Where(d => d.RevokedAt != null);
        return new(await revoked.CountAsync(d => d.RevokedAt < before, ct), await revoked.CountAsync(ct), await revoked.Where(d => d.RevokedAt >= before).MinAsync(d => d.RevokedAt, ct));
    }

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await db.Devices.Where(d => d.RevokedAt != null && d.RevokedAt < before).OrderBy(d => d.RevokedAt).Take(most).ToListAsync(ct);
        db.Devices.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}
