using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Families;

/// <summary>Opens a child's page: with the token of the QR code, the day of birth and the PIN.</summary>
/// <remarks>
/// Neither the answer nor the work behind it tells whether a token exists: the same rows are asked for and written, the same hashes computed, and a token that no card has is counted
/// and locked as any other.
/// </remarks>
public sealed class OpenFamilyPage(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>What was scanned and typed.</summary>
    /// <param name="Token">From the address in the QR code.</param>
    /// <param name="Birth">The child's day of birth; null when what was chosen is no day.</param>
    /// <param name="Pin">Six digits; spaces do not matter.</param>
    public sealed record Command(string? Token, DateOnly? Birth, string? Pin);

    /// <summary>An open page.</summary>
    /// <param name="Session">Its id.</param>
    /// <param name="Secret">What the browser has to show with it.</param>
    /// <param name="Until">When it closes, UTC.</param>
    public sealed record Answer(Guid Session, string Secret, DateTime Until);

    private sealed record Tried(Guid? Session, DateTime Until, bool Locked);

    /// <summary>Refused with C-502 (does not fit; counted), C-503 (sticker replaced), C-504 (locked after five tries), C-505 (thirty wrong tries of one address in an hour), K-001 to whoever acts as staff.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        // A wrong try must be counted, so it is saved as an answer and only then turned into a refusal.
        var tried = await commit.Once<Tried>(caller, command, token => Decide(caller, command, token), ct);
        return tried switch
        {
            { IsRefused: true } => tried.Refusal,
            { Value: { Session: { } session, Until: var until } } => new Answer(session, FamilySecret.Session(personal, session), until),
            { Value.Locked: true } => FamilyRefusals.DoorLocked.With(FamilyDoor.TriesOfToken),
            _ => FamilyRefusals.DoesNotFit,
        };
    }

    private async Task<Outcome<Tried>> Decide(Caller caller, Command command, CancellationToken ct)
    {
        if (db.MayNot(caller, Act.OpenFamilyPage) is { } refusal) return refusal;
        // Which regions there are is no secret, and one that is not there gets no row and no journal.
        if (!await db.Regions.AnyAsync(r => r.Id == caller.Region, ct)) return FamilyRefusals.DoesNotFit;
        var now = clock.Now;
        var (token, address) = (FamilySecret.HashOfToken(personal, command.Token), FamilySecret.HashOfAddress(personal, caller.Address));
        var door = await db.FamilyDoors.SingleOrDefaultAsync(d => d.Key == token, ct);
        var place = await db.FamilyDoors.SingleOrDefaultAsync(d => d.Key == address, ct);
        var (children, cards) = (db.Children, db.FamilyCards);
        var found = await (from card in db.FamilyCards
                           join child in db.Children on card.ChildId equals child.Id
                           where card.Token == token
                           select new
                           {
                               Card = card,
                               child.Birth,
                               Merged = children.Where(c => c.Id == child.MergedInto).Select(c => (DateOnly?)c.Birth).FirstOrDefault(),
                               Present = cards.Where(c => c.ChildId == card.ChildId && c.RevokedAt == null).Select(c => (Guid?)c.Id).FirstOrDefault(),
                           }).SingleOrDefaultAsync(ct);
        if ((place?.Closed(now) ?? door?.Closed(now)) is { } closed) return closed;
        // Who scans an old sticker may know the old PIN or the present one.
        var fits = FamilySecret.Fits(FamilySecret.Pin(personal, found?.Card.Id ?? Guid.Empty), command.Pin)
            | (FamilySecret.Fits(FamilySecret.Pin(personal, found?.Present ?? Guid.Empty), command.Pin) & found?.Card.RevokedAt is not null);
        if (found is null || !fits || (command.Birth != found.Birth && (found.Merged is null || command.Birth != found.Merged))) return Fail(caller, door, token, place, address, found?.Card.Id, now);
        if (found.Card.RevokedAt is not null) return FamilyRefusals.CardReplaced;
        door?.Clear();
        var session = new FamilySession(caller.Region, Ids.New(clock), found.Card.Id, now);
        db.FamilySessions.Add(session);
        commit.Record(caller, new FamilyPageOpened(found.Card.ChildId, found.Card.Id));
        return new Tried(session.Id, session.Until, false);
    }

    private Tried Fail(Caller caller, FamilyDoor? door, byte[] token, FamilyDoor? place, byte[] address, Guid? card, DateTime now)
    {
        if (door is null) db.FamilyDoors.Add(door = new FamilyDoor(caller.Region, token, false, now));
        if (place is null) db.FamilyDoors.Add(place = new FamilyDoor(caller.Region, address, true, now));
        place.Fail(now);
        if (!door.Fail(now)) return new Tried(null, default, false);
        commit.Record(caller, new FamilyDoorLocked(card ?? Guid.Empty));
        return new Tried(null, default, true);
    }
}
