using System.Collections.Immutable;
using System.Text.Json;
using Lakudo.Children.Households;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Phones;
using Lakudo.Children.Pregnancies;
using Lakudo.Children.Register;
using Lakudo.Children.Reports;
using Lakudo.Children.Satusehat;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Access;

/// <summary>
/// Who read or changed what is held of a child, of a pregnant woman, or of a posyandu, as the journal has it: the pages of the puskesmas, the phones that loaded it, batches, sheets, exports. Only for those in whose care it is.
/// </summary>
public sealed class AccessLog(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>How many rows a page holds.</summary>
    public const int PerPage = 50;

    /// <summary>So far back changes of single measurements and batches are gathered for a posyandu, in months.</summary>
    private const int Months = 12;

    /// <summary>Lists and files of a posyandu that name no pregnant woman, and the list that names no child.</summary>
    private static readonly string[] OfChildrenOnly = [nameof(ChildrenListed), nameof(EppgbmSheetMade), nameof(SatusehatBundleMade)], OfMothersOnly = [nameof(PregnanciesListed)];

    /// <summary>Something that was done.</summary>
    /// <param name="Seq">Its number in the journal.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="By">The account or cadre; null for Lakudo itself.</param>
    /// <param name="Who">A health worker's name; null for others, whose accounts another module knows.</param>
    /// <param name="Role">Under which role.</param>
    /// <param name="Phone">What the phone says of itself, where it was one.</param>
    /// <param name="Fact">What was done.</param>
    /// <param name="Children">How many children it was about; null where that is not counted.</param>
    /// <param name="IsAboutMany">Whether it was about a whole posyandu or all of the reader's care, and this child among them.</param>
    /// <param name="Why">The reason given.</param>
    public sealed record Row(long Seq, DateTime At, Guid? By, string? Who, string Role, string? Phone, string Fact, int? Children, bool IsAboutMany, string? Why)
    {
        /// <summary>How many pregnant women it was about; null where that is not counted.</summary>
        public int? Pregnancies { get; init; }
    }

    /// <summary>The log with its title.</summary>
    /// <param name="Name">The child's, woman's or posyandu's name.</param>
    /// <param name="Rows">Newest first.</param>
    public sealed record Answer(string Name, ImmutableArray<Row> Rows);

    /// <summary>Of one child. Refused with C-005 for one that is not in the caller's care now, K-001 to others than its midwife or nutritionist.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="child">The child.</param>
    /// <param name="before">Only rows before this number; null from the newest.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Answer>> OfChild(Caller caller, Guid child, long? before = null, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadAccessLog) is { } refusal) return refusal;
        if (await db.ChildCaredForBy(caller, child, clock.Now, ct) is not { } known) return ChildrenRefusals.NoSuchChild;
        var measured = await db.Measurements.Where(m => m.RegionId == caller.Region && m.ChildId == child).Select(m => new { m.Id, m.BatchId, m.PosyanduId }).ToListAsync(ct);
        var own = await db.Children.Where(c => c.Id == child || c.MergedInto == child).Select(c => c.Id).ToListAsync(ct);
        // The batch that registered it holds no measurement of it, perhaps; it came at that same moment.
        HashSet<Guid> places = [.. await db.Departures.Where(d => d.Subject == child).Select(d => d.PosyanduId).ToListAsync(ct), .. measured.Select(m => m.PosyanduId), known.PosyanduId];
        var batches = await db.ReceivedBatches.Where(b => b.RegionId == caller.Region && places.Contains(b.PosyanduId) && b.ReceivedAt == known.RegisteredAt).Select(b => b.Id).ToListAsync(ct);
        var given = await db.GivenServices.Where(s => s.RegionId == caller.Region && s.ChildId == child && s.BatchId != null).Select(s => s.BatchId!.Value).Distinct().ToListAsync(ct);
        var house = await db.HouseholdStays.Where(s => s.RegionId == caller.Region && s.Until == null && s.Kind == MemberKind.Child && own.Contains(s.Subject)).Select(s => s.HouseholdId).ToListAsync(ct);
        HashSet<Guid> single = [.. own, .. house, .. measured.Select(m => m.Id), .. measured.Select(m => m.BatchId).OfType<Guid>(), .. batches, .. given];
        return await Read(caller, child, known.Name, single, places, OfMothersOnly, known.RegisteredAt, before, ct);
    }

    /// <summary>Of one pregnancy and the woman. Refused with C-801 for one that is not in the caller's care now, K-001 to others than its midwife or nutritionist.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="pregnancy">The pregnancy.</param>
    /// <param name="before">Only rows before this number; null from the newest.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Answer>> OfPregnancy(Caller caller, Guid pregnancy, long? before = null, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadAccessLog) is { } refusal) return refusal;
        if (await db.PregnancyCaredForBy(caller, pregnancy, clock.Now, ct) is not var (known, mother)) return PregnancyRefusals.NoSuchPregnancy;
        var visits = await db.PregnancyVisits.Where(v => v.PregnancyId == pregnancy).Select(v => new { v.Id, v.BatchId }).ToListAsync(ct);
        HashSet<Guid> places = [.. await db.Departures.Where(d => d.Subject == pregnancy).Select(d => d.PosyanduId).ToListAsync(ct), known.PosyanduId];
        // As with a child: the batch that registered her holds no visit, perhaps.
        var batches = await db.ReceivedBatches.Where(b => b.RegionId == caller.Region && places.Contains(b.PosyanduId) && b.ReceivedAt == known.RegisteredAt).Select(b => b.Id).ToListAsync(ct);
        HashSet<Guid> single = [pregnancy, .. visits.Select(v => v.Id), .. visits.Select(v => v.BatchId).OfType<Guid>(), .. batches];
        if (await db.StayOfMother(mother.Id, ct) is { } stay) single.Add(stay.HouseholdId);
        return await Read(caller, pregnancy, mother.Name, single, places, OfChildrenOnly, known.RegisteredAt, before, ct);
    }

    /// <summary>Of a posyandu with its children and pregnant women. Refused with C-001 for one outside the caller's care, K-001 to others than its midwife or nutritionist.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid posyandu, long? before = null, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadAccessLog) is { } refusal) return refusal;
        if (await db.PosyanduOf(caller, clock.Now).AsNoTracking().SingleOrDefaultAsync(p => p.Id == posyandu, ct) is not { } place) return ChildrenRefusals.NoSuchPosyandu;
        var (day, moment) = ((await db.Today(caller, clock, ct)).AddMonths(-Months), clock.Now.AddMonths(-Months));
        HashSet<Guid> single =
        [
            .. await db.Children.Where(c => c.PosyanduId == posyandu).Select(c => c.Id).ToListAsync(ct),
            .. await db.Measurements.Where(m => m.RegionId == caller.Region && m.PosyanduId == posyandu && m.Day >= day && m.Validation != Validation.Open).Select(m => m.Id).ToListAsync(ct),
            .. await db.ReceivedBatches.Where(b => b.RegionId == caller.Region && b.PosyanduId == posyandu && b.ReceivedAt >= moment).Select(b => b.Id).ToListAsync(ct),
            .. await (from s in db.HouseholdStays join c in db.Children on s.Subject equals c.Id where s.Until == null && s.Kind == MemberKind.Child && c.PosyanduId == posyandu select s.HouseholdId).Distinct().ToListAsync(ct),
            .. await db.Pregnancies.Where(p => p.PosyanduId == posyandu).Select(p => p.Id).ToListAsync(ct),
            .. await db.Phones.Where(p => p.PosyanduId == posyandu).Select(p => p.Id).ToListAsync(ct),
        ];
        return await Read(caller, posyandu, place.Name, single, [posyandu], [], DateTime.MinValue, before, ct);
    }

    private async Task<Outcome<Answer>> Read(Caller caller, Guid subject, string name, HashSet<Guid> single, HashSet<Guid> places, string[] without, DateTime since, long? before, CancellationToken ct)
    {
        if (await commit.Note(caller, new AccessLogRead(subject), ct) is { } notJournaled) return notJournaled;
        var (region, limit) = (caller.Region, before ?? long.MaxValue);
        var readers = await ReadersOf(places, ct);
        HashSet<Guid> subjects = [.. single, .. places];
        string[] named = [nameof(ChildrenListed), nameof(PregnanciesListed)];
        var entries = await db.JournalEntries.AsNoTracking().Where(e => e.RegionId == region && subjects.Contains(e.Subject) && !without.Contains(e.Fact) && e.Seq < limit && e.At >= since).OrderByDescending(e => e.Seq).Take(PerPage).ToListAsync(ct);
        // Lists of all that is in somebody's care name no posyandu; they are told of each posyandu their reader cares for.
        var lists = await db.JournalEntries.AsNoTracking().Where(e => e.RegionId == region && e.Subject == Guid.Empty && named.Contains(e.Fact) && !without.Contains(e.Fact) && e.ById != null && readers.Contains(e.ById.Value) && e.Seq < limit && e.At >= since)
            .OrderByDescending(e => e.Seq).Take(PerPage).ToListAsync(ct);
        var shown = entries.Concat(lists).OrderByDescending(e => e.Seq).Take(PerPage).ToList();
        var by = shown.Select(e => e.ById).OfType<Guid>().ToHashSet();
        // A cadre acts under her own id, who signs in under that of the account.
        var workers = await db.HealthWorkers.AsNoTracking().Where(w => by.Contains(w.Id) || (w.AccountId != null && by.Contains(w.AccountId.Value))).ToListAsync(ct);
        var names = workers.SelectMany(w => new[] { (Key: w.Id, w.Name), (Key: w.AccountId ?? w.Id, w.Name) }).DistinctBy(w => w.Key).ToDictionary(w => w.Key, w => w.Name);
        var phones = await db.Phones.AsNoTracking().Where(p => places.Contains(p.PosyanduId)).ToDictionaryAsync(p => p.Id, p => p.Model, ct);
        return new Answer(name, [.. shown.Select(e =>
        {
            using var data = JsonDocument.Parse(e.Data);
            var phone = data.RootElement.TryGetProperty("Phone", out var p) && p.TryGetGuid(out var id) ? phones.GetValueOrDefault(id) : null;
            return new Row(e.Seq, e.At, e.ById, e.ById is { } who ? names.GetValueOrDefault(who) : null, e.ByRole, phone, e.Fact, Count(data, "Children"), !single.Contains(e.Subject), e.Why) { Pregnancies = Count(data, "Pregnancies") ?? Count(data, "Mothers") };
        })]);
    }

    private static int? Count(JsonDocument data, string name) => data.RootElement.TryGetProperty(name, out var found) && found.TryGetInt32(out var count) ? count : null;

    /// <summary>The accounts that cared for one of these posyandu at any time.</summary>
    private async Task<HashSet<Guid>> ReadersOf(HashSet<Guid> places, CancellationToken ct)
    {
        var posyandu = await db.Posyandu.Where(p => places.Contains(p.Id)).Select(p => new { p.VillageId, p.PuskesmasId }).ToListAsync(ct);
        var (villages, centres) = (posyandu.Select(p => (int?)p.VillageId).ToHashSet(), posyandu.Select(p => (int?)p.PuskesmasId).ToHashSet());
        return await (from a in db.CareAssignments
                      join w in db.HealthWorkers on a.WorkerId equals w.Id
                      where w.AccountId != null && ((a.VillageId != null && villages.Contains(a.VillageId)) || (a.PuskesmasId != null && centres.Contains(a.PuskesmasId)))
                      select w.AccountId!.Value).ToHashSetAsync(ct);
    }
}
