using System.Collections.Immutable;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Growth.Quality;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Quality;

/// <summary>
/// How well children were measured in the caller's care: by all, by each posyandu and by each measurer, with what to do. The checks and their limits are those of
/// <see cref="QualityReport"/> (docs/growth/quality.md). Names of children to measure again are given for one group that was asked for, and that look is journaled before the answer leaves.
/// </summary>
public sealed class MeasurementQuality(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>For how many months, the present one last, it can be asked.</summary>
    public static readonly ImmutableArray<int> Windows = [3, 6, 12];

    private const int MostCases = 40;

    /// <summary>What is asked.</summary>
    /// <param name="Months">One of <see cref="Windows"/>.</param>
    /// <param name="Of">The posyandu or measurer whose children to measure again are named; null for figures alone.</param>
    public sealed record Question(int Months = 6, Guid? Of = null);

    /// <summary>The measuring of one posyandu or one measurer.</summary>
    /// <param name="Id">The posyandu or health worker.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Where">The village of a posyandu; the posyandu at which a measurer measured.</param>
    /// <param name="Figures">Visits, children, verdict and findings.</param>
    public sealed record Group(Guid Id, string Name, string Where, QualityGroup Figures);

    /// <summary>A child to measure again together with its cadre.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Posyandu">Where it is measured now.</param>
    /// <param name="Day">The day of the doubtful measurement.</param>
    /// <param name="Check">What is doubtful.</param>
    /// <param name="Change">Centimetres, percent of weight or z-score, as the check says.</param>
    public sealed record Again(Guid Child, string Name, string Posyandu, DateOnly Day, QualityCheck Check, double Change);

    /// <summary>The answer.</summary>
    /// <param name="From">The first day that was looked at.</param>
    /// <param name="Until">The last.</param>
    /// <param name="All">Everybody's measuring together.</param>
    /// <param name="Posyandu">The gravest first.</param>
    /// <param name="Measurers">The gravest first.</param>
    /// <param name="One">The group that was asked for; null where none was, or where it measured nobody.</param>
    /// <param name="ToMeasureAgain">Its children, at most forty, the newest first.</param>
    public sealed record Answer(DateOnly From, DateOnly Until, QualityGroup All, ImmutableArray<Group> Posyandu, ImmutableArray<Group> Measurers, Group? One, ImmutableArray<Again> ToMeasureAgain);

    /// <summary>Refused with C-391 for another number of months, K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Question question, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadChildren) is { } refusal) return refusal;
        if (!Windows.Contains(question.Months)) return QualityRefusals.NoSuchWindow;
        var until = await db.Today(caller, clock, ct);
        var from = new DateOnly(until.Year, until.Month, 1).AddMonths(1 - question.Months);
        var visits = await Visits(caller, from, ct);
        var report = QualityReport.Of(visits);
        var places = await (from p in db.PosyanduOf(caller, clock.Now).AsNoTracking()
                            join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                            select new { p.Id, p.Name, Village = v.Name }).ToDictionaryAsync(p => p.Id, ct);
        var at = visits.Where(v => v.Measurer is not null).GroupBy(v => v.Measurer!)
            .ToDictionary(g => g.Key, g => string.Join(", ", g.Select(v => v.Posyandu).Distinct().Select(p => places[Guid.Parse(p!)].Name).Order(StringComparer.Ordinal)));
        var workers = at.Keys.Select(Guid.Parse).ToList();
        var names = await db.HealthWorkers.AsNoTracking().Where(w => workers.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, ct);
        var posyandu = Gravest(report, QualityGrouping.Posyandu, (id, figures) => new Group(id, places[id].Name, places[id].Village, figures));
        var measurers = Gravest(report, QualityGrouping.Measurer, (id, figures) => new Group(id, names[id], at[figures.Name], figures));
        var one = question.Of is { } asked ? posyandu.Concat(measurers).FirstOrDefault(g => g.Id == asked) : null;
        var again = one is null ? [] : await Named(caller, one.Figures, ct);
        if (again.Length > 0 && await commit.Note(caller, new ChildrenListed(one!.Id, again.Length), ct) is { } notJournaled) return notJournaled;
        return new Answer(from, until, report.All, posyandu, measurers, one, again);
    }

    /// <summary>What was measured in the caller's posyandu. Left out is what the measurer herself took again: to notice and to repeat is good measuring.</summary>
    private async Task<List<QualityVisit>> Visits(Caller caller, DateOnly since, CancellationToken ct)
    {
        var own = db.PosyanduOf(caller, clock.Now);
        var found = await (from m in db.Measurements.AsNoTracking()
                           join p in own on m.PosyanduId equals p.Id
                           join c in db.Children on m.ChildId equals c.Id
                           where m.Day >= since && (m.State != MeasurementState.Struck || m.Validation == Validation.Struck)
                           orderby m.ChildId, m.Day, m.Id
                           select new { m.Id, m.ChildId, m.Day, m.Weight, m.Height, m.Position, m.HasOedema, m.PosyanduId, m.WorkerId, m.Origin, m.Replaces, c.Birth, c.Sex }).ToListAsync(ct);
        var visits = new List<QualityVisit>(found.Count);
        foreach (var child in found.GroupBy(m => m.ChildId))
        {
            DateOnly? lastHeight = null;
            var imported = child.Where(m => m.Origin == Origin.Import).Select(m => m.Id).ToHashSet();
            foreach (var m in child)
            {
                var due = RuleBook.On(m.Day < RuleBook.FirstDay ? RuleBook.FirstDay : m.Day).Due;
                visits.Add(new QualityVisit
                {
                    Measurement = new PastMeasurement { Id = m.Id, Day = m.Day, Weight = m.Weight, Height = m.Height, Position = m.Position, HasOedema = m.HasOedema }.ForStandards(m.Sex) with { Age = Age.Between(m.Birth, m.Day) },
                    Child = m.ChildId.ToString("N"),
                    Day = m.Day,
                    Posyandu = m.PosyanduId.ToString("N"),
                    // A file of another register names no measurer; whoever brought it in, or corrected it since, did not measure.
                    Measurer = imported.Contains(m.Id) || (m is { Origin: Origin.Sheet, Replaces: { } before } && imported.Contains(before)) ? null : m.WorkerId.ToString("N"),
                    IsHeightNotDue = lastHeight is null ? !due.IsMassWeighing(CalendarMonth.Of(m.Day)) : !due.Height(m.Birth, lastHeight, m.Day).Value,
                });
                if (m.Height is not null) lastHeight = m.Day;
            }
        }

        return visits;
    }

    private static ImmutableArray<Group> Gravest(QualityReport report, QualityGrouping grouping, Func<Guid, QualityGroup, Group> named) =>
        [.. report.Groups.Where(g => g.Grouping == grouping).Select(g => named(Guid.Parse(g.Name), g))
            .OrderByDescending(g => g.Figures.Verdict).ThenByDescending(g => g.Figures.Findings.Count(f => f.Verdict == g.Figures.Verdict)).ThenBy(g => g.Name, StringComparer.Ordinal)];

    private async Task<ImmutableArray<Again>> Named(Caller caller, QualityGroup figures, CancellationToken ct)
    {
        var cases = figures.Findings.SelectMany(f => f.Cases.Select(c => (f.Check, Child: Guid.Parse(c.Child!), Day: c.Day!.Value, c.Change)))
            .GroupBy(c => (c.Child, c.Day)).Select(g => g.MinBy(c => c.Check == QualityCheck.FallingHeight ? -1 : (int)c.Check)).OrderByDescending(c => c.Day).Take(MostCases).ToList();
        var ids = cases.Select(c => c.Child).ToList();
        var own = db.PosyanduOf(caller, clock.Now);
        var children = await (from c in db.Children.AsNoTracking()
                              join p in own on c.PosyanduId equals p.Id
                              where ids.Contains(c.Id)
                              select new { c.Id, c.Name, Posyandu = p.Name }).ToDictionaryAsync(c => c.Id, ct);
        return [.. cases.Where(c => children.ContainsKey(c.Child)).Select(c => new Again(c.Child, children[c.Child].Name, children[c.Child].Posyandu, c.Day, c.Check, c.Change))];
    }
}
