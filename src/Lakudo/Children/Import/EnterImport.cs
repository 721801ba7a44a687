using Lakudo.Children.Households;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Import;

/// <summary>
/// Enters what a trial showed, in one commit: every line that is right, and of those that contradict the ones that were answered. Lines that are not entered are told one by one, and the file is kept for them.
/// The same file again adds nothing.
/// </summary>
public sealed class EnterImport(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>The order.</summary>
    /// <param name="Trial">The trial.</param>
    /// <param name="Fingerprint">Of the plan that was seen; a line that would do something else by now is held back.</param>
    /// <param name="HasBasis">Whether the officer says that these children's data may be kept: by the parents' consent or as the puskesmas' own register (UU 27/2022).</param>
    public sealed record Command(Guid Trial, string Fingerprint, bool HasBasis)
    {
        /// <summary>What was answered, by line; a line that contradicts and has no answer is left out.</summary>
        public IReadOnlyDictionary<int, ImportAnswer> Answers { get; init; } = new Dictionary<int, ImportAnswer>();
    }

    /// <summary>A line that was not entered.</summary>
    /// <param name="Line">Its number in the file.</param>
    /// <param name="Fate">What it is.</param>
    /// <param name="Why">Why; without names.</param>
    public sealed record Left(int Line, ImportFate Fate, string Why);

    /// <summary>What was entered.</summary>
    /// <param name="Children">Newcomers.</param>
    /// <param name="Measurements">Measurements.</param>
    /// <param name="Refused">Lines that were not entered.</param>
    public sealed record Answer(int Children, int Measurements, int Refused)
    {
        /// <summary>Mothers and children who belong to a household from now on.</summary>
        public int Placed { get; init; }

        /// <summary>The lines that were not entered, in order.</summary>
        public IReadOnlyList<Left> Lines { get; init; } = [];
    }

    /// <summary>
    /// Enters. Refused with K-001, C-204 (gone), C-205 (every line that was to be entered would do something else by now), C-208 (nothing to take), C-014 (no basis), C-002 where the caller is no health worker.
    /// </summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Answer>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ImportRegister) is { } refusal) return refusal;
        var now = clock.Now;
        if (await db.ImportTrials.SingleOrDefaultAsync(t => t.Id == command.Trial && t.Account == caller.Id, token) is not { } trial || !trial.IsFresh(now)) return ImportRefusals.NoTrial;
        if (!command.HasBasis) return ChildrenRefusals.ConsentMissing;
        if (await db.WorkerOf(caller).AsNoTracking().FirstOrDefaultAsync(token) is not { } worker) return ChildrenRefusals.CadreNotHere;
        if (ShownFates.Read(command.Fingerprint, trial.Lines) is not { } shown) return ImportRefusals.TrialOutdated;
        var today = await db.Today(caller, clock, token);
        var planner = new Planner(db, personal);
        var plan = await planner.Of(trial, caller, now, today, command.Answers, shown, token);
        if (plan.Taken == 0) return plan.Count(ImportFate.Changed) > 0 || shown.Any(s => IsTaken(s.Fate)) ? ImportRefusals.TrialOutdated : ImportRefusals.NothingToTake;
        var answer = new Answer(planner.Entries.Values.Sum(e => e.Children.Count), planner.Entries.Values.Sum(e => e.Measurements.Count), plan.Left)
        {
            Lines = [.. plan.Lines.Where(l => l.IsLeft).Select(l => new Left(l.Line, l.Fate, string.Join(". ", l.Words)))],
        };
        foreach (var (posyandu, entries) in planner.Entries.OrderBy(e => e.Key))
        {
            var intake = new Intake(db, personal, new Source(caller.Region, posyandu, worker.Id, null, trial.Id, Origin.Import, now, 0), today);
            var batch = new Batch { Id = Guid.Empty, Device = Guid.Empty, Posyandu = posyandu, Seq = 0, Clock = now, Children = entries.Children, Measurements = entries.Measurements };
            // The plan has asked the same rules of every line; what is refused here all the same is told by its line.
            if (await intake.Take(batch, token) is [var first, ..]) return ImportRefusals.LineRefused.With(planner.LineOf.GetValueOrDefault(first.Entry ?? Guid.Empty), first.Text);
        }

        var (opened, numbered) = (planner.Households.Opened.Count, planner.Households.Numbered.Count);
        answer = answer with { Placed = await new HouseholdImport(db, clock, personal).Enter(planner.Households, caller, token) };
        if (opened + numbered + answer.Placed > 0) commit.Record(caller, new HouseholdsImported(trial.Id, opened, numbered, answer.Placed));
        // What was left out can be answered, or fetched and mended, as long as the trial is kept.
        if (answer.Refused == 0) db.ImportTrials.Remove(trial);
        commit.Record(caller, new ImportEntered(trial.Id, answer.Children, answer.Measurements, answer.Refused));
        return answer;
    }, ct);

    private static bool IsTaken(ImportFate fate) => fate is ImportFate.NewChild or ImportFate.NewMeasurement or ImportFate.Conflict or ImportFate.NewHousehold;
}

/// <summary>Forgets a trial.</summary>
public sealed class DropImport(LakudoDb db, Commit commit)
{
    /// <summary>Which.</summary>
    public sealed record Command(Guid Trial);

    /// <summary>Forgets it. Refused with K-001, and C-204 when it is not the caller's or gone.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ImportRegister) is { } refusal) return refusal;
        if (await db.ImportTrials.SingleOrDefaultAsync(t => t.Id == command.Trial && t.Account == caller.Id, token) is not { } trial) return ImportRefusals.NoTrial;
        db.ImportTrials.Remove(trial);
        commit.Record(caller, new ImportDropped(trial.Id));
        return new Done();
    }, ct);
}
