using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Families;

/// <summary>The family cards of a child, for its midwife and nutritionist: which opens, which is locked, when pages were opened.</summary>
public sealed class FamilyCardsOfChild(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    private const int MostOpenings = 10;

    /// <summary>A card.</summary>
    /// <param name="Id">The card.</param>
    /// <param name="IssuedAt">UTC.</param>
    /// <param name="IssuedBy">The health worker's name.</param>
    /// <param name="RevokedAt">UTC; null while it opens the page.</param>
    /// <param name="IsLocked">Whether it was tried too often.</param>
    /// <param name="Openings">When the page was opened with it, UTC, the latest first, at most ten.</param>
    public sealed record Row(Guid Id, DateTime IssuedAt, string IssuedBy, DateTime? RevokedAt, bool IsLocked, ImmutableArray<DateTime> Openings);

    /// <summary>What is printed on a sticker.</summary>
    /// <param name="Card">The card.</param>
    /// <param name="Token">For the address in the QR code.</param>
    public sealed record Sticker(Guid Card, string Token);

    /// <summary>The one that opens the page first, then the latest. Refused with C-005 for a child that is not in the caller's care now, K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, Guid child, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ManageFamilyCards) is { } refusal) return refusal;
        if (await db.ChildCaredForBy(caller, child, clock.Now, ct) is null) return ChildrenRefusals.NoSuchChild;
        var children = db.Children;
        var cards = await db.FamilyCards.AsNoTracking().Where(c => c.ChildId == child || children.Any(m => m.Id == c.ChildId && m.MergedInto == child)).OrderBy(c => c.RevokedAt != null).ThenByDescending(c => c.IssuedAt).ToListAsync(ct);
        var rows = new List<Row>();
        foreach (var card in cards)
        {
            var by = await db.HealthWorkers.Where(w => w.AccountId == card.IssuedBy).Select(w => w.Name).FirstOrDefaultAsync(ct);
            var isLocked = await db.FamilyDoors.AnyAsync(d => d.Key == card.Token && d.LockedAt != null, ct);
            var openings = await db.FamilySessions.Where(s => s.CardId == card.Id).OrderByDescending(s => s.OpenedAt).Take(MostOpenings).Select(s => s.OpenedAt).ToListAsync(ct);
            rows.Add(new Row(card.Id, card.IssuedAt, by ?? "akun lain", card.RevokedAt, isLocked, [.. openings]));
        }

        return rows.ToImmutableArray();
    }

    /// <summary>What is printed; each time is journaled. Refused with C-501 for a card outside the caller's care or taken back, K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<Sticker>> Print(Caller caller, Guid card, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ManageFamilyCards) is { } refusal) return refusal;
        if (await db.CardInCareOf(caller, card, clock.Now, ct) is not { } found) return FamilyRefusals.NoSuchCard;
        return await commit.Note(caller, new FamilyCardPrinted(found.ChildId, found.Id), ct) is { } notJournaled ? notJournaled : new Sticker(found.Id, FamilySecret.Token(personal, found.Id));
    }
}
