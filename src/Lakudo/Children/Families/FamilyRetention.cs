using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Families;

/// <summary>Wrong tries at families' pages: hashes of tokens and addresses, of use for a day. A card that is locked stays locked until a health worker opens it.</summary>
internal sealed class RetainFamilyDoors(LakudoDb db) : IRetention
{
    public string Rule => "pintu-keluarga";

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await Old(before).CountAsync(ct), await db.FamilyDoors.CountAsync(ct), await db.FamilyDoors.Where(d => d.LastAt >= before).MinAsync(d => (DateTime?)d.LastAt, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await Old(before).OrderBy(d => d.LastAt).Take(most).ToListAsync(ct);
        db.FamilyDoors.RemoveRange(old);
        return Erased.Of(old.Count);
    }

    private IQueryable<FamilyDoor> Old(DateTime before)
    {
        var cards = db.FamilyCards;
        return db.FamilyDoors.Where(d => d.LastAt < before && (d.LockedAt == null || !cards.Any(c => c.Token == d.Key && c.RevokedAt == null)));
    }
}

/// <summary>When families' pages were opened; the journal keeps it longer, by ids only.</summary>
internal sealed class RetainFamilySessions(LakudoDb db) : IRetention
{
    public string Rule => "halaman-keluarga";

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await db.FamilySessions.CountAsync(s => s.OpenedAt < before, ct), await db.FamilySessions.CountAsync(ct), await db.FamilySessions.Where(s => s.OpenedAt >= before).MinAsync(s => (DateTime?)s.OpenedAt, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await db.FamilySessions.Where(s => s.OpenedAt < before).OrderBy(s => s.OpenedAt).Take(most).ToListAsync(ct);
        db.FamilySessions.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}

/// <summary>What goes with a child that is taken out of the register.</summary>
internal static class ForgottenFamilies
{
    extension(LakudoDb db)
    {
        /// <summary>Deletes the cards of children and what was opened with them: their stickers open nothing from then on.</summary>
        internal async Task ForgetFamilies(IReadOnlyCollection<Guid> children, CancellationToken ct)
        {
            var cards = await db.FamilyCards.Where(c => children.Contains(c.ChildId)).ToListAsync(ct);
            var (ids, keys) = (cards.Select(c => c.Id).ToList(), cards.Select(c => c.Token).ToList());
            db.FamilySessions.RemoveRange(await db.FamilySessions.Where(s => ids.Contains(s.CardId)).ToListAsync(ct));
            db.FamilyDoors.RemoveRange(await db.FamilyDoors.Where(d => keys.Contains(d.Key)).ToListAsync(ct));
            db.FamilyCards.RemoveRange(cards);
        }
    }
}
