using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Families;

/// <summary>Makes a family's card: a QR code for the KIA book and a PIN that is told once. What the child had before opens nothing from now on.</summary>
public sealed class IssueFamilyCard(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>For whom.</summary>
    public sealed record Command(Guid Child);

    /// <summary>The card.</summary>
    /// <param name="Card">Its id.</param>
    /// <param name="Pin">Six digits, to be told to the mother and kept apart from the book. The same request gives them again; no other way does.</param>
    public sealed record Answer(Guid Card, string Pin);

    private sealed record Made(Guid Card);

    /// <summary>Refused with C-005 for a child that is not in the caller's care now or was merged into another, K-001 to others than its midwife or nutritionist.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var made = await commit.Once<Made>(caller, command, async token =>
        {
            if (db.MayNot(caller, Act.ManageFamilyCards) is { } refusal) return refusal;
            var now = clock.Now;
            if (await db.ChildCaredForBy(caller, command.Child, now, token) is not { MergedInto: null } child) return ChildrenRefusals.NoSuchChild;
            var children = db.Children;
            var earlier = await db.FamilyCards.Where(c => c.RevokedAt == null && (c.ChildId == child.Id || children.Any(m => m.Id == c.ChildId && m.MergedInto == child.Id))).ToListAsync(token);
            foreach (var one in earlier) one.Revoke(now);
            var id = Ids.New(clock);
            db.FamilyCards.Add(new FamilyCard(caller.Region, id, child.Id, FamilySecret.HashOfToken(personal, FamilySecret.Token(personal, id)), caller.Id ?? Guid.Empty, now));
            commit.Record(caller, new FamilyCardIssued(child.Id, id, earlier.Count));
            return new Made(id);
        }, ct);
        return made.Then<Answer>(card => new Answer(card.Card, FamilySecret.Pin(personal, card.Card)));
    }
}
