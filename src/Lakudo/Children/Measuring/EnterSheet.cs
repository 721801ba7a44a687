using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Measuring;

/// <summary>Enters what stands on a paper sheet of a posyandu: newcomers, measurements, services and visits of pregnant women, many in one commit, all or nothing. The same entries may be sent again; they are entered once.</summary>
public sealed class EnterSheet(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Most entries of one sheet.</summary>
    public const int Most = 2_000;

    /// <summary>What stands on it. Ids are made by whoever enters it.</summary>
    /// <param name="Posyandu">The posyandu.</param>
    /// <param name="Measurer">The health worker who measured.</param>
    /// <param name="Children">Newcomers.</param>
    /// <param name="Measurements">Measurements.</param>
    /// <param name="Services">Services.</param>
    public sealed record Command(Guid Posyandu, Guid Measurer, IReadOnlyList<NewChild> Children, IReadOnlyList<FieldMeasurement> Measurements, IReadOnlyList<ChildService> Services)
    {
        /// <summary>Pregnancies that nobody knows here yet.</summary>
        public IReadOnlyList<NewPregnancy> Pregnancies { get; init; } = [];

        /// <summary>Visits of women whose pregnancy this posyandu looks after, or begins to with this sheet.</summary>
        public IReadOnlyList<PregnancyVisit> Visits { get; init; } = [];

        /// <summary>Newcomers of whom the clerk has said that they are not the children they look like.</summary>
        public IReadOnlyList<Guid> Others { get; init; } = [];

        /// <summary>The last day that anything on it is of; null where nothing has a day.</summary>
        internal DateOnly? LastDay => Measurements.Select(m => m.Day).Concat(Services.Select(s => s.Day)).Concat(Visits.Select(v => v.Day)).Cast<DateOnly?>().Max();
    }

    /// <summary>What became of it.</summary>
    /// <param name="Refusals">Why it was not entered, per entry; empty when everything was.</param>
    /// <param name="Notes">What should be looked at.</param>
    public sealed record Answer(IReadOnlyList<EntryNote> Refusals, IReadOnlyList<EntryNote> Notes);

    /// <summary>Refused with C-001 for a posyandu outside the caller's care, C-002 for a measurer who never worked there, C-050 for one whose work there had ended before the day, C-029 for too many entries, K-001 to others than its midwife, nutritionist or Lakudo itself. Per entry: what <see cref="Intake"/> refuses, C-051 and C-052 for a newcomer who looks like a registered child, C-054 for a woman of another posyandu.</summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) => Decide(caller, command, isTrial: false, ct);

    /// <summary>Says what entering the sheet would answer, by the same rules; nothing is entered. Refused like <see cref="Run"/>; who measured may still be left open (<see cref="Guid.Empty"/>).</summary>
    public Task<Outcome<Answer>> Try(Caller caller, Command command, CancellationToken ct = default) => Decide(caller with { Key = null }, command, isTrial: true, ct);

    private Task<Outcome<Answer>> Decide(Caller caller, Command command, bool isTrial, CancellationToken ct)
    {
        var sheet = new Batch
        {
            Id = Guid.Empty,
            Device = Guid.Empty,
            Posyandu = command.Posyandu,
            Seq = 0,
            Clock = clock.Now,
            Children = command.Children,
            Measurements = command.Measurements,
            Services = command.Services,
            Pregnancies = command.Pregnancies,
            PregnancyVisits = command.Visits,
        };
        return commit.Once<Answer>(caller, command, async token =>
        {
            if (db.MayNot(caller, Act.EnterSheet) is { } refusal) return refusal;
            var now = clock.Now;
            if (sheet.Count is 0 or > Most) return ChildrenRefusals.SheetTooLarge.With(Most);
            if (!await db.PosyanduOf(caller, now).AnyAsync(p => p.Id == command.Posyandu, token)) return ChildrenRefusals.NoSuchPosyandu;
            var posyandu = await db.Posyandu.AsNoTracking().SingleAsync(p => p.Id == command.Posyandu, token);
            var zone = (await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, token)).TimeZone;
            if (!(isTrial && command.Measurer == Guid.Empty) && await Measurer(command, posyandu, zone, token) is { } notThen) return notThen;
            var intake = new Intake(db, personal, new Source(caller.Region, command.Posyandu, command.Measurer, null, null, Origin.Sheet, now, 0), clock.Today(zone));
            var refusals = await Strangers(command, token);
            if (refusals.Count == 0) refusals = await intake.Take(sheet, token);
            // What Lakudo itself enters has been compared, or is to be: an import shows its likely doubles before.
            if (refusals.Count == 0 && !caller.Is(Role.System)) refusals = await Doubles(caller.Region, command, token);
            if (refusals.Count == 0 && !isTrial) commit.Record(caller, new SheetEntered(command.Posyandu, command.Measurer, command.Children.Count, command.Measurements.Count, command.Services.Count, command.Pregnancies.Count, command.Visits.Count));
            else db.ChangeTracker.Clear();
            return new Answer(refusals, refusals.Count == 0 ? [.. intake.Notes] : []);
        }, ct);
    }

    /// <summary>Who measured must have been assigned when it was done. When an assignment began only says since when Lakudo knows of it, so older sheets may name her too.</summary>
    private async Task<Refusal?> Measurer(Command command, Posyandu posyandu, TimeZoneInfo zone, CancellationToken ct)
    {
        var ends = await db.CareAssignments.Where(a => a.WorkerId == command.Measurer && (a.PosyanduId == posyandu.Id || a.VillageId == posyandu.VillageId || a.PuskesmasId == posyandu.PuskesmasId)).Select(a => a.Until).ToListAsync(ct);
        if (ends.Count == 0) return ChildrenRefusals.CadreNotHere;
        if (ends.Any(e => e is null) || command.LastDay is not { } day) return null;
        // Whoever left in the middle of the day may have measured that morning.
        var last = DateOnly.FromDateTime(Clock.Local(ends.Max()!.Value, zone));
        return last < day ? ChildrenRefusals.MeasurerHadLeft.With(last, day) : null;
    }

    /// <summary>Visits of women who are not, or no longer, looked after here.</summary>
    private async Task<IReadOnlyList<EntryNote>> Strangers(Command command, CancellationToken ct)
    {
        if (command.Visits.Count == 0) return [];
        var visited = command.Visits.Select(v => v.Pregnancy).ToHashSet();
        var here = await db.Pregnancies.Where(p => p.PosyanduId == command.Posyandu && p.ErasedAt == null && visited.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(ct);
        here.UnionWith(command.Pregnancies.Select(p => p.Id));
        return [.. command.Visits.Where(v => !here.Contains(v.Pregnancy)).Select(v => new EntryNote(v.Id, ChildrenRefusals.PregnancyElsewhere.Code, ChildrenRefusals.PregnancyElsewhere.Message))];
    }

    /// <summary>Newcomers who look like a child that is registered, unless it was said that they are others. Named is only a child of this posyandu, whose sheet the clerk has before her.</summary>
    private async Task<IReadOnlyList<EntryNote>> Doubles(int region, Command command, CancellationToken ct)
    {
        var found = new List<EntryNote>();
        var doubles = new DoublesAtEntry(db, region);
        foreach (var entered in command.Children.Where(c => !command.Others.Contains(c.Id) && db.Children.Local.Any(own => own.Id == c.Id && db.Entry(own).State == EntityState.Added)))
        {
            if (await doubles.Likeliest(entered, ct) is not { } other) continue;
            var refusal = other.Posyandu == command.Posyandu
                ? ChildrenRefusals.LooksLikeOneHere.With($"{other.Name}, lahir {other.Birth.ToString("d MMMM yyyy", Formats.Indonesian)}, ibu {other.Mother}")
                : ChildrenRefusals.LooksLikeOneElsewhere;
            found.Add(new EntryNote(entered.Id, refusal.Code, refusal.Message));
        }

        return found;
    }
}
