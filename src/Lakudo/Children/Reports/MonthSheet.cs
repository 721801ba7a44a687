using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Children.Phones;
using Lakudo.Children.Pregnancies;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reports;

/// <summary>The month sheet of a posyandu: every under-five in the order of names with what is due on the day, and the pregnant women. Paper and grid show the same rows under the same numbers. Journaled before the answer leaves.</summary>
public sealed class MonthSheet(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>So many months ahead a sheet can be printed.</summary>
    public const int MonthsAhead = 2;

    /// <summary>So many immunisations stand on a row; who lacks more has a conversation with the midwife before her, not a row.</summary>
    public const int MostVaccines = 6;

    private const int HistoryMonths = 24;
    private const int PregnancyDays = 280;
    private const int OverdueDays = PregnancyFinding.OverdueDays;

    /// <summary>The sheet.</summary>
    /// <param name="Posyandu">The posyandu with its village and puskesmas.</param>
    /// <param name="Day">The day that it is for.</param>
    /// <param name="Today">Today in the region.</param>
    /// <param name="IsMassWeighing">Whether the month is one of mass weighing and vitamin A.</param>
    /// <param name="Children">The children by name.</param>
    /// <param name="Mothers">The pregnant women by name.</param>
    /// <param name="Measurers">Who may have measured on the day: cadres first.</param>
    public sealed record Answer(FieldPosyandu Posyandu, DateOnly Day, DateOnly Today, bool IsMassWeighing, ImmutableArray<SheetRow> Children, ImmutableArray<SheetMother> Mothers, ImmutableArray<SheetMeasurer> Measurers);

    /// <summary>Refused with C-001 for a posyandu outside the caller's care, C-401 for a day that cannot be chosen, K-001 to others than its midwife or nutritionist.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="posyandu">The posyandu.</param>
    /// <param name="day">The day of the posyandu; null: the next one for paper, the last one to be entered.</param>
    /// <param name="onPaper">Whether it is to be printed; otherwise it is entered, and then the day may not be in the future.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid posyandu, DateOnly? day, bool onPaper, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadChildren) is { } refusal) return refusal;
        var now = clock.Now;
        if (await db.PosyanduOf(caller, now).AsNoTracking().SingleOrDefaultAsync(p => p.Id == posyandu, ct) is not { } row) return ChildrenRefusals.NoSuchPosyandu;
        var zone = (await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct)).TimeZone;
        var today = clock.Today(zone);
        var last = onPaper ? new CalendarMonth(today.Year, today.Month).LastDay.AddDays(1).AddMonths(MonthsAhead).AddDays(-1) : today;
        var chosen = day ?? (onPaper ? row.NextDay(today) : LastDay(row, today));
        if (chosen < RuleBook.FirstDay || chosen > last) return ReportRefusals.DayOutOfReach.With(RuleBook.FirstDay, last);
        var place = await new FieldPosyanduView(db, clock).Of(caller.Region, posyandu, ct);
        var data = await new FieldRegister(db).Since(posyandu, -1, new AskChanges(null, now), place, HistoryMonths, chosen, ct);
        ImmutableArray<SheetRow> children = [.. data.Children.Select(child => (Child: child, Due: DueList.Of(child, chosen, place.Reporting))).Where(c => c.Due is not null)
            .Select((c, i) => new SheetRow(i + 1, c.Due!, Weighed(c.Child, chosen), Vaccinations(c.Child, c.Due!.Months)))];
        ImmutableArray<SheetMother> mothers = [.. data.Pregnancies.Where(p => IsPregnant(p, chosen)).Select((p, i) => new SheetMother(i + 1, p, PregnancyReading.Of(p, chosen), p.Visits.LastOrDefault(v => CalendarMonth.Of(v.Day) == CalendarMonth.Of(chosen))))];
        var answer = new Answer(place, chosen, today, RuleBook.On(chosen).Due.IsMassWeighing(CalendarMonth.Of(chosen)), children, mothers, await Measurers(row, Clock.Utc(chosen < today ? chosen : today, TimeOnly.MinValue, zone), now, ct));
        return await commit.Note(caller, new MonthSheetRead(posyandu, chosen, onPaper, children.Length, mothers.Length), ct) is { } notJournaled ? notJournaled : answer;
    }

    private static DateOnly LastDay(Posyandu posyandu, DateOnly today)
    {
        var next = posyandu.NextDay(today);
        return next == today ? today : next.AddMonths(-1);
    }

    private static PastMeasurement? Weighed(FieldChild child, DateOnly day) =>
        child.Measurements.LastOrDefault(m => m is { State: MeasurementState.Counts, Weight: > 0 } && CalendarMonth.Of(m.Day) == CalendarMonth.Of(day));

    private static Vaccine[] Vaccinations(FieldChild child, int months)
    {
        var given = child.Services.Where(s => s is { Yes: true, Kind: ChildServiceKind.Immunisation }).Select(s => s.Detail).ToHashSet();
        return [.. Vaccines.All.Where(v => v.FromMonth <= months && !given.Contains(v.Code)).Take(MostVaccines)];
    }

    /// <summary>Where nobody has said yet that it ended: three weeks after the day expected it no longer stands on the sheet.</summary>
    private static bool IsPregnant(FieldPregnancy pregnancy, DateOnly day) =>
        (pregnancy.DueDate ?? pregnancy.LastPeriod?.AddDays(PregnancyDays)) is not { } due || day <= due.AddDays(OverdueDays);

    /// <summary>Who is assigned now, and for a past day also who was still assigned then.</summary>
    private async Task<ImmutableArray<SheetMeasurer>> Measurers(Posyandu place, DateTime dayBegan, DateTime now, CancellationToken ct)
    {
        var (id, village, puskesmas) = (place.Id, place.VillageId, place.PuskesmasId);
        var held = db.CareAssignments.Where(a => a.From <= now && (a.Until == null || a.Until > dayBegan) && (a.PosyanduId == id || a.VillageId == village || a.PuskesmasId == puskesmas));
        var workers = await db.HealthWorkers.AsNoTracking().Where(w => held.Any(a => a.WorkerId == w.Id)).Select(w => new SheetMeasurer(w.Id, w.Name, w.Profession)).ToListAsync(ct);
        return [.. workers.OrderBy(w => w.Profession).ThenBy(w => PersonName.Normalise(w.Name), StringComparer.Ordinal)];
    }
}
