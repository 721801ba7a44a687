using Lakudo.Children.Cases;
using Lakudo.Children.Register;
using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Measuring;

/// <summary>The puskesmas decides of a measurement: it is right, or it does not count and why. It stays as it was read either way; of several in question, keeping one strikes the others.</summary>
public sealed class ValidateMeasurement(LakudoDb db, Commit commit, Clock clock)
{
    private const int LongestReason = 200;

    /// <summary>The decision.</summary>
    /// <param name="Measurement">Which.</param>
    /// <param name="Keep">Whether it counts.</param>
    /// <param name="Reason">Why, without names; needed to strike.</param>
    /// <param name="Remeasure">Whether the cadre is asked to measure the child again, with this reason.</param>
    public sealed record Command(Guid Measurement, bool Keep, string? Reason = null, bool Remeasure = false);

    /// <summary>Refused with C-033 for a measurement of a child not in the caller's care, C-034 without a reason where one is needed, K-021 for a reason that holds what looks like a NIK or a telephone number, K-001 to others than its nutritionist or midwife.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ValidateMeasurement) is { } refusal) return refusal;
        var reason = command.Reason?.Trim();
        if (reason is { Length: > LongestReason } || (string.IsNullOrEmpty(reason) && (!command.Keep || command.Remeasure))) return ChildrenRefusals.ReasonNeeded;
        // The reason goes to the journal as well, which nobody can erase anything from.
        if (!string.IsNullOrEmpty(reason) && JournalReason.Read(reason) is { Refusal: { } names }) return names;
        var now = clock.Now;
        var row = await db.Measurements.SingleOrDefaultAsync(m => m.Id == command.Measurement, token);
        if (row is null || await db.ChildCaredForBy(caller, row.ChildId, now, token) is not { } child) return ChildrenRefusals.NoSuchMeasurement;
        child.Changed(await db.NextChange(caller.Region, child.PosyanduId, token));
        var by = caller.Id ?? Guid.Empty;
        row.Validate(command.Keep ? Validation.Kept : Validation.Struck, by, now, reason);
        if (command.Keep)
        {
            var rivals = await db.Measurements.Where(m => m.ChildId == row.ChildId && m.Id != row.Id && m.State == Field.MeasurementState.InQuestion
                && (m.Day == row.Day || (row.Replaces != null && m.Replaces == row.Replaces))).ToListAsync(token);
            foreach (var rival in rivals) rival.Validate(Validation.Struck, by, now, reason);
        }

        // To strike another one does not take back that the child is to be measured again; to find that it was right does.
        if (command.Remeasure || command.Keep) child.AskToRemeasure(command.Remeasure ? reason : null, await db.Today(caller, clock, token));
        await new Readings(db, caller.Region, new Dictionary<Guid, Child> { [child.Id] = child }).Settle([], [child.Id], token);
        commit.Record(caller, new MeasurementValidated(row.Id, child.Id, command.Keep, command.Remeasure), reason);
        return new Done();
    }, ct);
}
