using System.Collections.Immutable;
using Lakudo.Children.Cases;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Pregnancies;

/// <summary>The pregnant women in the caller's care, who needs something first. Journaled before the answer leaves.</summary>
public sealed class PregnancyList(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>How many stand on a page.</summary>
    public const int PerPage = 25;

    private const int MonthsAfter = 12;

    /// <summary>What is asked for.</summary>
    /// <param name="Name">A part of her name, however written; null or empty for all.</param>
    /// <param name="Posyandu">One posyandu; null for all in the caller's care.</param>
    /// <param name="Page">From 1; beyond the last is the last.</param>
    /// <param name="Ended">Instead of those who are pregnant, those whose pregnancy ended in the last twelve months.</param>
    public sealed record Asked(string? Name = null, Guid? Posyandu = null, int Page = 1, bool Ended = false);

    /// <summary>A pregnant woman.</summary>
    /// <param name="Id">The pregnancy.</param>
    /// <param name="Name">Her name.</param>
    /// <param name="Address">Where she lives, as far as known.</param>
    /// <param name="Posyandu">Who looks after her.</param>
    /// <param name="PosyanduName">Its name.</param>
    /// <param name="Reading">What her visits say today.</param>
    /// <param name="Missed">Months in which her posyandu's day went by without her.</param>
    /// <param name="Needs">What she is waiting for.</param>
    public sealed record Row(Guid Id, string Name, string? Address, Guid Posyandu, string PosyanduName, PregnancyReading Reading, int Missed, PregnancyNeeds Needs)
    {
        /// <summary>How it ended; null while she is pregnant.</summary>
        public PregnancyEnd? Ended { get; init; }

        /// <summary>When it ended.</summary>
        public DateOnly? EndedOn { get; init; }

        /// <summary>Whether she was seen as a pregnant woman after that day: to be looked at.</summary>
        public bool IsSeenSince => Reading.LastDay > EndedOn;
    }

    /// <summary>A page of the list.</summary>
    /// <param name="Today">Today in the region.</param>
    /// <param name="Rows">Those of the page.</param>
    /// <param name="Total">How many were found.</param>
    /// <param name="Waiting">How many of them need something.</param>
    /// <param name="Page">Which page it is.</param>
    /// <param name="Pages">How many there are, at least 1.</param>
    /// <param name="Places">The posyandu in the caller's care by name, to choose from.</param>
    public sealed record Answer(DateOnly Today, ImmutableArray<Row> Rows, int Total, int Waiting, int Page, int Pages, ImmutableArray<(Guid Id, string Name)> Places);

    /// <summary>Who needs something first; of those whose pregnancy ended, the last first. Refused with K-001 to others than midwives and nutritionists, C-001 for a posyandu outside the caller's care.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Asked asked, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadPregnancies) is { } refusal) return refusal;
        var places = await db.PosyanduOf(caller, clock.Now).OrderBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        if (asked.Posyandu is { } one && places.All(p => p.Id != one)) return ChildrenRefusals.NoSuchPosyandu;
        var (today, sought) = (await db.Today(caller, clock, ct), PersonName.Normalise(asked.Name ?? ""));
        var found = (asked.Ended ? await FindEnded(caller, today, ct) : await Find(caller, today, ct)).Where(r => (asked.Posyandu is null || r.Posyandu == asked.Posyandu) && PersonName.Normalise(r.Name).Contains(sought, StringComparison.Ordinal)).ToList();
        var pages = Math.Max(1, (found.Count + PerPage - 1) / PerPage);
        var page = Math.Clamp(asked.Page, 1, pages);
        var rows = found.Skip((page - 1) * PerPage).Take(PerPage).ToImmutableArray();
        if (rows.Length > 0 && await commit.Note(caller, new PregnanciesListed(asked.Posyandu ?? Guid.Empty, rows.Length), ct) is { } notJournaled) return notJournaled;
        return new Answer(today, rows, found.Count, found.Count(r => r.Needs != PregnancyNeeds.None), page, pages, [.. places.Select(p => (p.Id, p.Name))]);
    }

    /// <summary>Those who are pregnant, in the order of the list, not journaled: for those who only count them.</summary>
    internal async Task<IReadOnlyList<Row>> Find(Caller caller, DateOnly today, CancellationToken ct)
    {
        var own = db.PosyanduOf(caller, clock.Now);
        var women = await (from p in db.Pregnancies.AsNoTracking()
                           join m in db.Mothers on p.MotherId equals m.Id
                           join place in own on p.PosyanduId equals place.Id
                           where p.ErasedAt == null && p.EndedOn == null
                           select new { Pregnancy = p, m.Name, Place = place.Name, place.DayOfMonth }).ToListAsync(ct);
        var visits = (await (from v in db.PregnancyVisits.AsNoTracking()
                             join p in db.Pregnancies on v.PregnancyId equals p.Id
                             join place in own on p.PosyanduId equals place.Id
                             where p.ErasedAt == null && p.EndedOn == null && v.StruckAt == null
                             select v).ToListAsync(ct)).ToLookup(v => v.PregnancyId, v => v.Entered);
        return [.. women.Select(w =>
        {
            var reading = PregnancyReading.Of(w.Pregnancy.Field(w.Name, visits[w.Pregnancy.Id]), today);
            var missed = UnseenList.Missed(today, w.DayOfMonth, DateOnly.FromDateTime(w.Pregnancy.RegisteredAt), reading.LastDay);
            return new Row(w.Pregnancy.Id, w.Name, w.Pregnancy.Address, w.Pregnancy.PosyanduId, w.Place, reading, missed, PregnancyFinding.Of(reading, missed, today));
        }).OrderBy(r => PregnancyFinding.Order(r.Needs)).ThenByDescending(r => int.PopCount((int)r.Needs)).ThenBy(r => r.Reading.Due ?? DateOnly.MaxValue).ThenBy(r => PersonName.Normalise(r.Name), StringComparer.Ordinal).ThenBy(r => r.Id)];
    }

    private async Task<IReadOnlyList<Row>> FindEnded(Caller caller, DateOnly today, CancellationToken ct)
    {
        var (own, since) = (db.PosyanduOf(caller, clock.Now), today.AddMonths(-MonthsAfter));
        var women = await (from p in db.Pregnancies.AsNoTracking()
                           join e in db.PregnancyEndings on p.Id equals e.PregnancyId
                           join m in db.Mothers on p.MotherId equals m.Id
                           join place in own on p.PosyanduId equals place.Id
                           where p.ErasedAt == null && p.EndedOn >= since && e.TakenBackAt == null
                           select new { Pregnancy = p, m.Name, Place = place.Name, e.Kind }).ToListAsync(ct);
        var visits = (await (from v in db.PregnancyVisits.AsNoTracking()
                             join p in db.Pregnancies on v.PregnancyId equals p.Id
                             join place in own on p.PosyanduId equals place.Id
                             where p.ErasedAt == null && p.EndedOn >= since && v.StruckAt == null
                             select v).ToListAsync(ct)).ToLookup(v => v.PregnancyId, v => v.Entered);
        return [.. women.Select(w => new Row(w.Pregnancy.Id, w.Name, w.Pregnancy.Address, w.Pregnancy.PosyanduId, w.Place, PregnancyReading.Of(w.Pregnancy.Field(w.Name, visits[w.Pregnancy.Id]), today), 0, PregnancyNeeds.None)
            { Ended = w.Kind, EndedOn = w.Pregnancy.EndedOn }).OrderByDescending(r => r.EndedOn).ThenBy(r => PersonName.Normalise(r.Name), StringComparer.Ordinal).ThenBy(r => r.Id)];
    }
}
