using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Families;

/// <summary>Closes the child's page by its button, before its time is over.</summary>
public sealed class CloseFamilyPage(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Which, with what the browser has to show.</summary>
    public sealed record Command(Guid Session, string? Secret);

    /// <summary>Refused with C-506 for a page that is not open, K-001 to whoever acts as staff.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.OpenFamilyPage) is { } refusal) return refusal;
        if (await db.OpenPage(personal, command.Session, command.Secret, clock.Now, token) is not { } open) return FamilyRefusals.PageClosed;
        open.Session.End(clock.Now);
        commit.Record(caller, new FamilyPageClosed(open.Card.ChildId, open.Card.Id));
        return new Done();
    }, ct);
}

/// <summary>How a browser that shows a session's secret is believed.</summary>
internal static class OpenPages
{
    extension(LakudoDb db)
    {
        /// <summary>The open page with its card; null when it is closed, over, or its card was taken back.</summary>
        internal async Task<(FamilySession Session, FamilyCard Card)?> OpenPage(PersonalData personal, Guid session, string? secret, DateTime now, CancellationToken ct)
        {
            if (!FamilySecret.Fits(FamilySecret.Session(personal, session), secret)) return null;
            var found = await (from s in db.FamilySessions
                               join c in db.FamilyCards on s.CardId equals c.Id
                               where s.Id == session && s.Until > now && c.RevokedAt == null
                               select new { Session = s, Card = c }).SingleOrDefaultAsync(ct);
            return found is null ? null : (found.Session, found.Card);
        }
    }
}
