using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Families;

/// <summary>Takes a card back: a lost book, a separation, a mother who does not want it. Pages that are open with it close at once.</summary>
public sealed class RevokeFamilyCard(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    public sealed record Command(Guid Card);

    /// <summary>Refused with C-501 for a card outside the caller's care or already taken back, K-001 to others than midwives and nutritionists.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageFamilyCards) is { } refusal) return refusal;
        if (await db.CardInCareOf(caller, command.Card, clock.Now, token) is not { } card) return FamilyRefusals.NoSuchCard;
        card.Revoke(clock.Now);
        commit.Record(caller, new FamilyCardRevoked(card.ChildId, card.Id));
        return new Done();
    }, ct);
}

/// <summary>Opens a card again that was tried too often. The mother is there with her book; her PIN stays.</summary>
public sealed class UnlockFamilyCard(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    public sealed record Command(Guid Card);

    /// <summary>Refused with C-501 for a card outside the caller's care or taken back, K-001 to others than midwives and nutritionists. One that is not locked stays as it is.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageFamilyCards) is { } refusal) return refusal;
        if (await db.CardInCareOf(caller, command.Card, clock.Now, token) is not { } card) return FamilyRefusals.NoSuchCard;
        if (await db.FamilyDoors.SingleOrDefaultAsync(d => d.Key == card.Token, token) is not { } door) return new Done();
        door.Clear();
        commit.Record(caller, new FamilyDoorUnlocked(card.ChildId, card.Id));
        return new Done();
    }, ct);
}
