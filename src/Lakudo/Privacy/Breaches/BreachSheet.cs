using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Breaches;

/// <summary>The sheet of a breach: what was revealed, of whom, since when, how, and what was done. Every look at who was affected is journaled first.</summary>
public sealed class BreachSheet(LakudoDb db, Commit commit, Clock clock, PersonalData personal, IEnumerable<IExposure> modules)
{
    /// <summary>How many of those affected a page shows; the list holds all.</summary>
    public const int Shown = 100;

    /// <summary>One who was affected.</summary>
    /// <param name="Reference">The number by which the person is found.</param>
    /// <param name="Name">The name, masked.</param>
    /// <param name="CanBeTold">Whether a contact is known.</param>
    /// <param name="Since">UTC.</param>
    /// <param name="Certain">Whether the journal shows it.</param>
    /// <param name="Data">What was seen.</param>
    public sealed record Person(string Reference, string Name, bool CanBeTold, DateTime Since, bool Certain, string Data);

    /// <summary>The sheet.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Source">Through what.</param>
    /// <param name="Name">The user name, the device's name or which store.</param>
    /// <param name="Activity">Only data of this activity; null for all.</param>
    /// <param name="From">Since when, UTC.</param>
    /// <param name="Until">Until when.</param>
    /// <param name="KnownAt">When it became known.</param>
    /// <param name="DueAt">Until when the notice must be out.</param>
    /// <param name="Left">How long that is; negative when it is over.</param>
    /// <param name="How">How it happened.</param>
    /// <param name="Handling">What was done.</param>
    /// <param name="SubjectsToldAt">When those affected were told.</param>
    /// <param name="AuthorityToldAt">When the authority was told.</param>
    /// <param name="PublicToldAt">When the public was told.</param>
    /// <param name="ClosedAt">When it was closed.</param>
    /// <param name="CloseReason">With what reason.</param>
    /// <param name="Certain">Of how many records the journal shows it.</param>
    /// <param name="Possible">How many more lay open.</param>
    /// <param name="WithoutContact">How many can only be reached by letter or notice.</param>
    /// <param name="Since">The first moment at which anything was seen.</param>
    /// <param name="Data">Which data, each once.</param>
    /// <param name="People">At most <see cref="Shown"/> of those affected, the certain ones first.</param>
    public sealed record Answer(
        Guid Id, BreachSource Source, string Name, string? Activity, DateTime From, DateTime Until, DateTime KnownAt, DateTime DueAt, TimeSpan Left, string How, string? Handling,
        DateTime? SubjectsToldAt, DateTime? AuthorityToldAt, DateTime? PublicToldAt, DateTime? ClosedAt, string? CloseReason,
        int Certain, int Possible, int WithoutContact, DateTime? Since, IReadOnlyList<string> Data, IReadOnlyList<Person> People);

    /// <summary>Looks. Refused with K-001, D-011.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNotForAll(caller, Act.HandleBreach) is { } refusal) return refusal;
        if (await db.Breaches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } breach) return PrivacyRefusals.NoSuchBreach;
        var all = await new Affected(db, modules).Of(breach, ct);
        var certain = all.Count(a => a.Certain);
        if (await commit.Note(caller, new BreachLookedUp(id, certain, all.Count - certain), ct) is { } notJournaled) return notJournaled;
        return new Answer(
            id, breach.Source, breach.SourceName, breach.Activity, breach.From, breach.Until, breach.KnownAt, breach.DueAt, breach.DueAt - clock.Now, personal.Open(breach.HowSealed),
            breach.HandlingSealed is { } handling ? personal.Open(handling) : null, breach.SubjectsToldAt, breach.AuthorityToldAt, breach.PublicToldAt, breach.ClosedAt, breach.CloseReason,
            certain, all.Count - certain, all.Count(a => a.Contact is null), all.Count == 0 ? null : all.Min(a => a.Since), [.. all.SelectMany(a => a.Data.Split(", ")).Distinct().Order(StringComparer.Ordinal)],
            [.. all.Take(Shown).Select(a => new Person(a.Reference, PersonName.Mask(a.Name), a.Contact is not null, a.Since, a.Certain, a.Data))]);
    }
}
