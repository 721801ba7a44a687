using Lakudo.Children.Households;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Import;

/// <summary>Enters what a trial showed: every line that can be taken in one commit, or nothing. The same file again adds nothing.</summary>
public sealed class EnterImport(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>The order.</summary>
    /// <param name="Trial">The trial.</param>
    /// <param name="Fingerprint">Of the plan that was seen; if the register has changed it since, nothing is entered.</param>
    /// <param name="HasBasis">Whether the officer says that these children's data may be kept: by the parents' consent or as the puskesmas' own register (UU 27/2022).</param>
    public sealed record Command(Guid Trial, string Fingerprint, bool HasBasis);

    /// <summary>What was entered.</summary>
    /// <param name="Children">Newcomers.</param>
    /// <param name="Measurements">Measurements.</param>
    /// <param name="Refused">Lines that could not be taken.</param>
    public sealed record Answer(int Children, int Measurements, int Refused)
    {
        /// <summary>Mothers and children who belong to a household from now on.</summary>
        public int Placed { get; init; }
    }

    /// <summary>Enters. Refused with K-001, C-204 (gone), C-205 (outdated), C-208 (nothing to take), C-014 (no basis), C-002 where the caller is no health worker, C-028 where a line breaks a rule of the register.</summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Answer>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ImportRegister) is { } refusal) return refusal;
        var now = clock.Now;
        if (await db.ImportTrials.SingleOrDefaultAsync(t => t.Id == command.Trial && t.Account == caller.Id, token) is not { } trial || !trial.IsFresh(now)) return ImportRefusals.NoTrial;
        if (!command.HasBasis) return ChildrenRefusals.ConsentMissing;
        if (await db.WorkerOf(caller).AsNoTracking().FirstOrDefaultAsync(token) is not { } worker) return ChildrenRefusals.CadreNotHere;
        var today = await db.Today(caller, clock, token);
        var planner = new Planner(db, personal);
        var plan = await planner.Of(trial, caller, now, today, token);
        if (plan.Fingerprint != command.Fingerprint) return ImportRefusals.TrialOutdated;
        if (plan.Taken == 0) return ImportRefusals.NothingToTake;
        var answer = new Answer(planner.Entries.Values.Sum(e => e.Children.Count), planner.Entries.Values.Sum(e => e.Measurements.Count), plan.Count(ImportFate.Refused));
        foreach (var (posyandu, entries) in planner.Entries.OrderBy(e => e.Key))
        {
            var intake = new Intake(db, personal, new Source(caller.Region, posyandu, worker.Id, null, trial.Id, Origin.Import, now, 0), today);
            var batch = new Batch { Id = Guid.Empty, Device = Guid.Empty, Posyandu = posyandu, Seq = 0, Clock = now, Children = entries.Children, Measurements = entries.Measurements };
            if (await intake.Take(batch, token) is [var first, ..]) return ChildrenRefusals.EntryRefused.With(first.Text);
        }

        var (opened, numbered) = (planner.Households.Opened.Count, planner.Households.Numbered.Count);
        answer = answer with { Placed = await new HouseholdImport(db, clock, personal).Enter(planner.Households, caller, token) };
        if (opened + numbered + answer.Placed > 0) commit.Record(caller, new HouseholdsImported(trial.Id, opened, numbered, answer.Placed));
        db.ImportTrials.Remove(trial);
        commit.Record(caller, new ImportEntered(trial.Id, answer.Children, answer.Measurements, answer.Refused));
        return answer;
    }, ct);
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
