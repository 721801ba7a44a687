using Lakudo.Children.Measuring;
using Lakudo.Children.Register;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>
/// The nutritionist writes down that a doctor or other health worker found stunting in a child. It rests on a validated measurement that is classed as short; only then may screens use the word,
/// and the phones of the posyandu are told.
/// </summary>
public sealed class DiagnoseStunting(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>The finding.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Measurement">The validated height on which it rests.</param>
    /// <param name="FoundBy">The name of the health worker who found it.</param>
    /// <param name="FoundOn">On which day.</param>
    public sealed record Command(Guid Child, Guid Measurement, string FoundBy, DateOnly FoundOn);

    /// <summary>
    /// Its id. Refused with C-005 for a child not in the caller's care, C-301 without a validated height classed as short, C-302 while another stands, C-304 for a day before that height or to
    /// come, K-001 to others than nutritionists, and as names are for a name that cannot be one.
    /// </summary>
    public Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Guid>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.DiagnoseStunting) is { } refusal) return refusal;
        var (now, name) = (clock.Now, PersonName.Read(command.FoundBy));
        if (name.IsRefused) return name.Refusal;
        if (await db.ChildCaredForBy(caller, command.Child, now, token) is not { MergedInto: null, LeftOn: null } child) return ChildrenRefusals.NoSuchChild;
        var change = await db.NextChange(caller.Region, child.PosyanduId, token);
        if (await db.Measurements.AsNoTracking().SingleOrDefaultAsync(m => m.Id == command.Measurement && m.ChildId == child.Id, token) is not { } ground || !IsGround(ground)) return CasesRefusals.GroundMissing;
        if (await db.StuntingDiagnoses.AnyAsync(d => d.ChildId == child.Id && d.TakenBackAt == null, token)) return CasesRefusals.AlreadyDiagnosed;
        if (command.FoundOn < ground.Day || command.FoundOn > await db.Today(caller, clock, token)) return CasesRefusals.DayImpossible;
        var diagnosis = new StuntingDiagnosis(caller.Region, Ids.New(clock), child.Id, ground.Id, name.Value, command.FoundOn, caller.Id ?? Guid.Empty, now);
        db.StuntingDiagnoses.Add(diagnosis);
        child.Diagnosed(diagnosis);
        child.Changed(change);
        commit.Record(caller, new DiagnosisRecorded(child.Id, diagnosis.Id, ground.Id));
        return diagnosis.Id;
    }, ct);

    /// <summary>Whether a diagnosis may rest on a measurement.</summary>
    internal static bool IsGround(MeasuredChild measured) => measured is { State: MeasurementState.Counts, Validation: Validation.Kept, LengthForAge: { } z } && IsShort(measured.Day, z);

    /// <summary>Whether a height of a day is classed as short or very short.</summary>
    internal static bool IsShort(DateOnly day, int z) =>
        RuleBook.On(day < RuleBook.FirstDay ? RuleBook.FirstDay : day).Classes.OfLengthForAge(ZScore.OfHundredths(GrowthIndex.LengthForAge, z)) is LengthForAgeClass.Short or LengthForAgeClass.SeverelyShort;
}

/// <summary>The nutritionist takes a diagnosis of stunting back: it stays in the child's history with the reason, and the word is no longer used.</summary>
public sealed class TakeBackDiagnosis(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Of whom and why.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Reason">At most 200 letters.</param>
    public sealed record Command(Guid Child, string Reason);

    /// <summary>Refused with C-005 for a child not in the caller's care, C-303 where none stands, C-305 without a reason, K-001 to others than nutritionists.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.DiagnoseStunting) is { } refusal) return refusal;
        if (CaseText.Read(command.Reason, CaseText.Short) is not { } reason) return CasesRefusals.WordsNeeded;
        if (await db.ChildCaredForBy(caller, command.Child, clock.Now, token) is not { MergedInto: null } child) return ChildrenRefusals.NoSuchChild;
        var change = await db.NextChange(caller.Region, child.PosyanduId, token);
        var standing = await db.StuntingDiagnoses.Where(d => d.ChildId == child.Id && d.TakenBackAt == null).ToListAsync(token);
        if (standing.Count == 0) return CasesRefusals.NotDiagnosed;
        foreach (var diagnosis in standing)
        {
            diagnosis.TakeBack(caller.Id ?? Guid.Empty, clock.Now, reason);
            commit.Record(caller, new DiagnosisTakenBack(child.Id, diagnosis.Id));
        }

        child.Diagnosed(null);
        child.Changed(change);
        return new Done();
    }, ct);
}
