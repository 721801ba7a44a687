using Lakudo.Hall.Day;
using Lakudo.Hall.Live;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>
/// Closes the days of a hall that are over and that nobody closed: who waited is recorded as unserved, who was at a counter as served without an end. Otherwise yesterday's numbers would stay open for ever, and no report would
/// have them. Lakudo itself asks for it when a new day begins.
/// </summary>
public sealed class CloseForgottenDays(LakudoDb db, HallDesk desk)
{
    private const string Why = "lupa ditutup";

    /// <summary>How many were closed. Refused with K-001 to everybody but Lakudo itself.</summary>
    public async Task<Outcome<int>> Run(Caller caller, int hall, CancellationToken ct = default)
    {
        if (!caller.Is(Role.System)) return KernelRefusals.NotAllowed;
        var (today, _) = await desk.Today(caller.Region, hall, ct);
        var open = await db.As(caller).HallDays.AsNoTracking().Where(d => d.HallId == hall && d.IsOpen && d.Day < today.Day).OrderBy(d => d.Day).Select(d => d.Day).ToListAsync(ct);
        foreach (var day in open)
        {
            var closed = await desk.DoOn(new DayKey(caller.Region, hall, day), caller, new HallCommand.CloseDay(IsForgotten: true), Why, ct);
            if (closed.IsRefused) return closed.Refusal;
        }

        return open.Count;
    }
}
