using System.Collections.Immutable;
using Lakudo.Children.Counts;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Companions;

/// <summary>Who accompanies which family in the caller's care until when, of all or of one child, and what companions wrote of their visits. Journaled before the answer leaves.</summary>
public sealed class Companionships(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>One that is in force, or has ended.</summary>
    /// <param name="Id">The companionship.</param>
    /// <param name="Child">A child of the family in the caller's care.</param>
    /// <param name="Name">The child's name.</param>
    /// <param name="Companion">Who accompanies.</param>
    /// <param name="Duty">As what.</param>
    /// <param name="Purpose">What for.</param>
    /// <param name="Words">What is to be done.</param>
    /// <param name="Consent">How the mother agreed.</param>
    /// <param name="ConsentOn">When.</param>
    /// <param name="By">To whom, the officer who decided; null where that name is not known any more.</param>
    /// <param name="LastDay">The last day.</param>
    /// <param name="IsInForce">Whether the companion sees the family now.</param>
    /// <param name="Ending">Why it ended before its last day.</param>
    /// <param name="Visits">The latest first.</param>
    public sealed record Row(Guid Id, Guid Child, string Name, string Companion, VillageDuty Duty, CompanionPurpose Purpose, string Words, ConsentForm Consent, DateOnly ConsentOn, string? By, DateOnly LastDay,
        bool IsInForce, CompanionshipEnding? Ending, ImmutableArray<ToldVisit> Visits);

    /// <summary>Somebody to whom a family of the child's village can be entrusted.</summary>
    public sealed record Companion(Guid Office, string Name, VillageDuty Duty);

    /// <summary>The answer.</summary>
    /// <param name="Today">The day in the region.</param>
    /// <param name="Rows">In force first, by the last day.</param>
    /// <param name="Companions">Who serves in the child's village; empty where all are asked for.</param>
    public sealed record Answer(DateOnly Today, ImmutableArray<Row> Rows, ImmutableArray<Companion> Companions);

    /// <summary>Refused with K-001 to others than midwives and nutritionists, C-005 for a child not in the caller's care.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="child">The child; null for all families in the caller's care.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid? child = null, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.EntrustFamilies) is { } refusal) return refusal;
        var (today, own) = (await db.Today(caller, clock, ct), db.PosyanduOf(caller, clock.Now));
        var asked = child is { } id ? await db.ChildCaredForBy(caller, id, clock.Now, ct) : null;
        if (child is not null && asked is null) return ChildrenRefusals.NoSuchChild;
        var mothers = asked is null ? [] : await db.MothersOf([asked.Id], ct);
        var held = await (asked is null ? db.CompanionshipsInCareOf(caller, clock.Now) : db.Companionships.Where(c => mothers.Contains(c.MotherId))).AsNoTracking().ToListAsync(ct);
        var families = await db.FamiliesOf(db.Children.AsNoTracking(), [.. held.Select(h => h.MotherId)], ct);
        var care = await own.Select(p => p.Id).ToHashSetAsync(ct);
        var offices = await db.VillageOffices.AsNoTracking().ToDictionaryAsync(o => o.Id, ct);
        var officers = await db.NamesOf(held.Select(h => (Guid?)h.By), ct);
        var visits = await db.VisitsOf([.. held.Select(h => h.Id)], ct);
        var rows = from one in held
                   let shown = asked ?? families[one.MotherId].FirstOrDefault(c => care.Contains(c.PosyanduId))
                   where shown is not null
                   let office = offices[one.OfficeId]
                   let isInForce = one.IsInForce(today)
                   orderby isInForce descending, one.LastDay, one.Id
                   select new Row(one.Id, shown.Id, shown.Name, office.Name, office.Duty, one.Purpose, one.Words, one.Consent, one.ConsentOn, officers.GetValueOrDefault(one.By), one.LastDay, isInForce, one.Ending, [.. visits[one.Id]]);
        ImmutableArray<Row> answer = [.. rows];
        var village = asked is null ? (int?)null : await db.Posyandu.Where(p => p.Id == asked.PosyanduId).Select(p => (int?)p.VillageId).SingleAsync(ct);
        if (await commit.Note(caller, [.. answer.Select(r => r.Child).Distinct().Select(c => ((IFact)new CompanionshipsRead(c), (string?)null))], ct) is { } notJournaled) return notJournaled;
        return new Answer(today, answer, [.. offices.Values.Where(o => o.VillageId == village && o.Until is null).OrderBy(o => o.Duty).ThenBy(o => o.Name, StringComparer.Ordinal).Select(o => new Companion(o.Id, o.Name, o.Duty))]);
    }
}
