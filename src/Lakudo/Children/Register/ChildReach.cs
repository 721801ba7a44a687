using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>Whose children a caller may read or decide on, and how a change of them is told to the phones.</summary>
internal static class ChildReach
{
    extension(LakudoDb db)
    {
        /// <summary>The child where it is, or was, at a posyandu in the caller's care: both sides of a move see its history.</summary>
        internal async Task<Child?> ChildSeenBy(Caller caller, Guid id, DateTime now, CancellationToken ct)
        {
            var (own, departures) = (db.PosyanduOf(caller, now), db.Departures);
            return await db.Children.SingleOrDefaultAsync(c => c.Id == id && c.ErasedAt == null && own.Any(p => p.Id == c.PosyanduId || departures.Any(d => d.PosyanduId == p.Id && d.Subject == c.Id)), ct);
        }

        /// <summary>The child where it is at a posyandu in the caller's care now.</summary>
        internal async Task<Child?> ChildCaredForBy(Caller caller, Guid id, DateTime now, CancellationToken ct)
        {
            var own = db.PosyanduOf(caller, now);
            return await db.Children.SingleOrDefaultAsync(c => c.Id == id && c.ErasedAt == null && own.Any(p => p.Id == c.PosyanduId), ct);
        }

        /// <summary>Takes the posyandu's next number of change; its row is locked until the commit.</summary>
        internal async Task<long> NextChange(int region, Guid posyandu, CancellationToken ct)
        {
            await db.Posyandu.Where(p => p.RegionId == region && p.Id == posyandu).ExecuteUpdateAsync(s => s.SetProperty(p => p.Change, p => p.Change + 1), ct);
            return await db.Posyandu.Where(p => p.RegionId == region && p.Id == posyandu).Select(p => p.Change).SingleAsync(ct);
        }
    }
}
