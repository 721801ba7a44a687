using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Growth;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Consent;

/// <summary>Who agreed when that a child's data is kept, what was corrected, and what stands now. Every look is journaled first. Of a child whose consent is withdrawn it tells nothing but that.</summary>
public sealed class ChildConsent(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Who the child is, as it stands.</summary>
    public sealed record Identity(string Name, Sex? Sex, DateOnly Birth, int? BirthOrder, string Mother, string? Address);

    /// <summary>A correction: what stood there before, and why.</summary>
    public sealed record Correction(DateTime At, string Who, CorrectedField Field, string Before, string Why);

    /// <summary>The answer.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Posyandu">Its posyandu.</param>
    /// <param name="ConsentAt">When consent was given, UTC.</param>
    /// <param name="ConsentBy">The name of who took it; null where that was not kept.</param>
    /// <param name="WithdrawnAt">When it was withdrawn, UTC; null while it stands.</param>
    /// <param name="Now">Who the child is; null while consent is withdrawn.</param>
    /// <param name="Corrections">The newest first; empty while consent is withdrawn.</param>
    public sealed record Answer(Guid Child, Guid Posyandu, DateTime ConsentAt, string? ConsentBy, DateTime? WithdrawnAt, Identity? Now, ImmutableArray<Correction> Corrections);

    /// <summary>Refused with K-001, and C-005 for a child that is not in the caller's care now.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.RecordConsent) is { } refusal) return refusal;
        var child = await db.ChildCaredForBy(caller, id, clock.Now, ct) ?? await db.WithdrawnOf(caller, clock.Now).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (child is null) return ChildrenRefusals.NoSuchChild;
        if (await commit.Note(caller, new ChildRead(id), ct) is { } notJournaled) return notJournaled;
        var by = child.ConsentBy is { } worker ? await db.HealthWorkers.Where(w => w.Id == worker).Select(w => w.Name).SingleOrDefaultAsync(ct) : null;
        if (child.WithdrawnAt is not null) return new Answer(id, child.PosyanduId, child.ConsentAt, by, child.WithdrawnAt, null, []);
        var mother = await db.Mothers.Where(m => m.Id == child.MotherId).Select(m => m.Name).SingleAsync(ct);
        var rows = await db.ChildCorrections.AsNoTracking().Where(c => c.ChildId == id).OrderByDescending(c => c.At).ToListAsync(ct);
        var names = await db.NamesOf(rows.Select(r => r.By), ct);
        return new Answer(id, child.PosyanduId, child.ConsentAt, by, null, new(child.Name, child.Sex, child.Birth, child.BirthOrder, mother, child.Address),
            [.. rows.Select(r => new Correction(r.At, names.GetValueOrDefault(r.By ?? Guid.Empty, "akun lain"), r.Field, personal.Open(r.BeforeSealed), r.Why))]);
    }
}

/// <summary>The children of a posyandu whose consent is withdrawn, by number: so that a mother who agrees again can be served. No names.</summary>
public sealed class WithdrawnConsents(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>A child.</summary>
    public sealed record Row(Guid Child, DateTime WithdrawnAt);

    /// <summary>The last first. Refused with K-001, and C-001 for a posyandu outside the caller's care.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, Guid posyandu, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.RecordConsent) is { } refusal) return refusal;
        if (!await db.PosyanduOf(caller, clock.Now).AnyAsync(p => p.Id == posyandu, ct)) return ChildrenRefusals.NoSuchPosyandu;
        var rows = await db.AllChildren.AsNoTracking().Where(c => c.PosyanduId == posyandu && c.WithdrawnAt != null && c.ErasedAt == null && c.MergedInto == null).OrderByDescending(c => c.WithdrawnAt).Select(c => new Row(c.Id, c.WithdrawnAt!.Value)).ToListAsync(ct);
        if (rows.Count > 0 && await commit.Note(caller, new WithdrawnListed(posyandu, rows.Count), ct) is { } notJournaled) return notJournaled;
        return rows.ToImmutableArray();
    }
}
