using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>Follows entries of the register that turned out to be one child, up and down, among the children that may be seen.</summary>
internal static class MergedEntries
{
    /// <summary>Entries are rarely merged more than once over; a ring, which no verb makes, must not hang.</summary>
    private const int MostMerges = 20;

    extension(IQueryable<Child> among)
    {
        /// <summary>The child that an entry turned out to be: itself, or what it was merged into. Null where the person was taken out of the register or may not be seen.</summary>
        internal async Task<Child?> SurvivorOf(Child? entry, CancellationToken ct)
        {
            var child = entry;
            for (var i = 0; i < MostMerges && child?.MergedInto is { } into; i++) child = await among.SingleOrDefaultAsync(c => c.Id == into, ct);
            return child is { ErasedAt: null, MergedInto: null } ? child : null;
        }

        /// <summary>Every entry of these children, their own and those that went into it, with the child that it is.</summary>
        internal async Task<Dictionary<Guid, Guid>> EntriesOf(IReadOnlyCollection<Guid> children, CancellationToken ct)
        {
            var entries = children.ToDictionary(id => id, id => id);
            for (var wanted = entries.Keys.ToHashSet(); wanted.Count > 0;)
            {
                var found = await among.Where(c => c.MergedInto != null && wanted.Contains(c.MergedInto.Value)).Select(c => new { c.Id, Into = c.MergedInto!.Value }).ToListAsync(ct);
                wanted = [.. found.Where(f => entries.TryAdd(f.Id, entries[f.Into])).Select(f => f.Id)];
            }

            return entries;
        }
    }
}
