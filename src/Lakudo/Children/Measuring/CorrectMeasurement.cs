using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Measuring;

/// <summary>The puskesmas corrects a measurement that was written down wrong, from the mother's book or the paper sheet. The wrong one stays, struck with the reason; the right one stands beside it under the same measurer, or under none where a file named none.</summary>
public sealed class CorrectMeasurement(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>The right values; what is null was not measured.</summary>
    /// <param name="Measurement">The wrong one.</param>
    /// <param name="Weight">Grams.</param>
    /// <param name="Height">Tenths of a millimetre.</param>
    /// <param name="Position">Lying or standing.</param>
    /// <param name="Arm">Tenths of a millimetre.</param>
    /// <param name="Head">Tenths of a millimetre.</param>
    /// <param name="HasOedema">Swelling of both feet.</param>
    /// <param name="Reason">Why, without names.</param>
    public sealed record Command(Guid Measurement, int? Weight, int? Height, Position? Position, int? Arm, int? Head, bool HasOedema, string Reason);

    /// <summary>
    /// The id of the one that counts now. Refused with C-033 for a measurement of a child not in the caller's care, C-012 and C-013 for values that cannot be, C-034 without a reason,
    /// C-035 where nothing changes or it does not count any more, K-021 for a reason that holds what looks like a NIK or a telephone number, K-001 to others than midwives and nutritionists.
    /// </summary>
    public Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Guid>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ValidateMeasurement) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Trim().Length > JournalReason.Longest) return ChildrenRefusals.ReasonNeeded;
        var why = JournalReason.Read(command.Reason);
        if (why.IsRefused) return why.Refusal;
        var (now, reason) = (clock.Now, why.Value);
        var wrong = await db.Measurements.SingleOrDefaultAsync(m => m.Id == command.Measurement, token);
        if (wrong is null || await db.ChildCaredForBy(caller, wrong.ChildId, now, token) is not { } child) return ChildrenRefusals.NoSuchMeasurement;
        var change = await db.NextChange(caller.Region, child.PosyanduId, token);
        var right = new FieldMeasurement
        {
            Id = Ids.New(clock),
            Child = wrong.WrittenFor,
            Day = wrong.Day,
            At = now,
            Weight = command.Weight,
            Height = command.Height,
            Position = command.Height is null ? null : command.Position,
            Head = command.Head,
            Arm = command.Arm,
            HasOedema = command.HasOedema,
            Replaces = wrong.Id,
        };
        if (EntryRules.Of(right, child.Birth, wrong.Day) is { } impossible) return impossible;
        if (wrong.State == MeasurementState.Struck || wrong.IsSame(right with { Replaces = wrong.Replaces })) return ChildrenRefusals.NothingToCorrect;
        var by = caller.Id ?? Guid.Empty;
        var row = new MeasuredChild(right, child.Id, new Source(caller.Region, wrong.PosyanduId, wrong.WorkerId, null, null, wrong.Origin == Origin.Import ? Origin.Import : Origin.Sheet, now, 0));
        wrong.Validate(Validation.Struck, by, now, reason);
        row.Validate(Validation.Kept, by, now, reason);
        child.Changed(change);
        await new Readings(db, caller.Region, new Dictionary<Guid, Child> { [child.Id] = child }).Settle([(right, row)], [child.Id], token);
        commit.Record(caller, new MeasurementCorrected(wrong.Id, child.Id, row.Id), reason);
        return row.Id;
    }, ct);
}
