using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Import;

/// <summary>Keeps an uploaded file for a day, so that what it would change can be looked at before it is entered. Changes nothing of the register.</summary>
public sealed class TryImport(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Most lines of one file; a larger one is split by kecamatan or year, so that nobody else waits long while it is entered.</summary>
    public const int Most = 10_000;

    /// <summary>What was uploaded.</summary>
    /// <param name="FileName">The file's name.</param>
    /// <param name="Posyandu">The posyandu of lines that name none; null when every line names one.</param>
    /// <param name="Rows">The lines as read.</param>
    public sealed record Command(string FileName, Guid? Posyandu, IReadOnlyList<ImportRow> Rows)
    {
        /// <summary>The titles of the file's columns as they stand there.</summary>
        public IReadOnlyList<string> Headers { get; init; } = [];
    }

    /// <summary>Keeps it. Refused with K-001 to others than midwives and nutritionists, C-001 for a posyandu outside the caller's care, C-203 for too many lines, C-208 for none.</summary>
    public Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Guid>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ImportRegister) is { } refusal) return refusal;
        if (command.Rows.Count > Most) return ImportRefusals.TooLarge.With(Most);
        if (command.Rows.Count == 0) return ImportRefusals.NothingToTake;
        var now = clock.Now;
        if (command.Posyandu is { } place && !await db.PosyanduOf(caller, now).AnyAsync(p => p.Id == place && p.ClosedAt == null, token)) return ChildrenRefusals.NoSuchPosyandu;
        var old = now - ImportTrial.Kept;
        await db.ImportTrials.Where(t => t.At < old).ExecuteDeleteAsync(token);
        var name = Path.GetFileName(command.FileName);
        var trial = new ImportTrial(caller.Region, Ids.New(clock), caller.Id!.Value, name.Length > 200 ? name[^200..] : name, command.Posyandu, new(command.Headers, command.Rows), personal, now);
        db.ImportTrials.Add(trial);
        commit.Record(caller, new ImportTried(trial.Id, trial.Lines));
        return trial.Id;
    }, ct);
}

/// <summary>What a kept file would change, as the register is now. Reads only; journaled, because it names children.</summary>
public sealed class ImportTrialResult(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Works it out. Refused with K-001, and C-204 when it is not the caller's, gone or older than a day.</summary>
    public async Task<Outcome<ImportPlan>> Run(Caller caller, Guid trial, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ImportRegister) is { } refusal) return refusal;
        if (await db.ImportTrials.AsNoTracking().SingleOrDefaultAsync(t => t.Id == trial && t.Account == caller.Id, ct) is not { } kept || !kept.IsFresh(clock.Now)) return ImportRefusals.NoTrial;
        if (await commit.Note(caller, new ImportLookedAt(trial, kept.Lines), ct) is { } notJournaled) return notJournaled;
        return await new Planner(db, personal).Of(kept, caller, clock.Now, await db.Today(caller, clock, ct), null, null, ct);
    }
}

/// <summary>The lines of a kept file that are not entered, as they stand in it with why, to be mended and uploaded again. Journaled like a look at the trial.</summary>
public sealed class ImportLeft(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>A line.</summary>
    /// <param name="Line">Its number in the file.</param>
    /// <param name="Cells">Its cells.</param>
    /// <param name="Why">Why it is not entered.</param>
    public sealed record Row(int Line, IReadOnlyList<string> Cells, string Why);

    /// <summary>The answer.</summary>
    /// <param name="FileName">The file.</param>
    /// <param name="Headers">The titles of its columns.</param>
    /// <param name="Rows">The lines.</param>
    public sealed record Answer(string FileName, IReadOnlyList<string> Headers, IReadOnlyList<Row> Rows);

    /// <summary>Refused with K-001, and C-204 when the trial is not the caller's, gone or older than a day.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid trial, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ImportRegister) is { } refusal) return refusal;
        if (await db.ImportTrials.AsNoTracking().SingleOrDefaultAsync(t => t.Id == trial && t.Account == caller.Id, ct) is not { } kept || !kept.IsFresh(clock.Now)) return ImportRefusals.NoTrial;
        if (await commit.Note(caller, new ImportLookedAt(trial, kept.Lines), ct) is { } notJournaled) return notJournaled;
        var plan = await new Planner(db, personal).Of(kept, caller, clock.Now, await db.Today(caller, clock, ct), null, null, ct);
        var sheet = kept.Sheet(personal);
        return new Answer(kept.FileName, sheet.Headers, [.. plan.Lines.Zip(sheet.Rows).Where(l => l.First.IsLeft).Select(l => new Row(l.First.Line, l.Second.Cells, string.Join(". ", l.First.Words)))]);
    }
}
