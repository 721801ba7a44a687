using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Breaches;

/// <summary>Writes on the sheet: how it happened, what was done, and when who was told.</summary>
public sealed class DescribeBreach(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>What stands on it from now on.</summary>
    /// <param name="Breach">The sheet.</param>
    /// <param name="How">How it happened.</param>
    /// <param name="Handling">What was done against it and for those affected; may be empty yet.</param>
    /// <param name="SubjectsToldAt">When those affected were told in writing, UTC; null while not.</param>
    /// <param name="AuthorityToldAt">When the authority was told in writing.</param>
    /// <param name="PublicToldAt">When the public was told, where that was needed.</param>
    public sealed record Command(Guid Breach, string? How, string? Handling, DateTime? SubjectsToldAt, DateTime? AuthorityToldAt, DateTime? PublicToldAt);

    /// <summary>Writes. Refused with K-001, D-011, D-012, D-013 for a notice in the future or before the breach was known, D-016.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNotForAll(caller, Act.HandleBreach) is { } refusal) return refusal;
        if (await db.Breaches.SingleOrDefaultAsync(b => b.Id == command.Breach, token) is not { } breach) return PrivacyRefusals.NoSuchBreach;
        var (how, handling) = ((command.How ?? "").Trim(), (command.Handling ?? "").Trim());
        if (how.Length is 0 or > 4000) return PrivacyRefusals.TextMissing.With("Bagaimana terjadinya", 4000);
        if (handling.Length > 4000) return PrivacyRefusals.TextMissing.With("Penanganan dan pemulihan", 4000);
        if (new[] { command.SubjectsToldAt, command.AuthorityToldAt, command.PublicToldAt }.Any(at => at > clock.Now.AddMinutes(1) || at < breach.From)) return PrivacyRefusals.SpanImpossible;
        var fields = new (string Name, bool Changed)[]
        {
            ("how", personal.Open(breach.HowSealed) != how), ("handling", (breach.HandlingSealed is { } old ? personal.Open(old) : "") != handling),
            ("subjectsTold", breach.SubjectsToldAt != command.SubjectsToldAt), ("authorityTold", breach.AuthorityToldAt != command.AuthorityToldAt), ("publicTold", breach.PublicToldAt != command.PublicToldAt),
        };
        if (breach.Describe(personal.Seal(how), handling.Length == 0 ? null : personal.Seal(handling), command.SubjectsToldAt, command.AuthorityToldAt, command.PublicToldAt) is { } closed) return closed;
        commit.Record(caller, new BreachDescribed(breach.Id, [.. fields.Where(f => f.Changed).Select(f => f.Name)]));
        return new Done();
    }, ct);
}
