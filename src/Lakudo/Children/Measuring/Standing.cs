using Lakudo.Field;

namespace Lakudo.Children.Measuring;

/// <summary>
/// Which measurements of a child count. A pure rule over all of them, so that the order in which batches arrive cannot matter: what another one replaces is struck; two that stand for the
/// same day, or that both replace the same one, are in question until the puskesmas keeps one. The last writer never wins.
/// </summary>
internal static class Standing
{
    /// <summary>Works out the state of every measurement given.</summary>
    /// <param name="all">All measurements of one child that may touch each other: those of the same days and those that replace or are replaced.</param>
    /// <returns>Those whose state changed.</returns>
    public static List<MeasuredChild> Settle(IReadOnlyCollection<MeasuredChild> all)
    {
        var changed = new List<MeasuredChild>();
        var replaced = all.Where(m => m.Replaces is not null && m.Validation != Validation.Struck).Select(m => m.Replaces!.Value).ToHashSet();
        var live = new List<MeasuredChild>(all.Count);
        foreach (var one in all)
        {
            if (one.Validation == Validation.Struck || (replaced.Contains(one.Id) && one.Validation != Validation.Kept)) Note(one, MeasurementState.Struck);
            else live.Add(one);
        }

        foreach (var one in live)
        {
            var rivals = live.Where(other => other.Id != one.Id && Contend(one, other)).ToList();
            Note(one, rivals.Count == 0 || one.Validation == Validation.Kept ? MeasurementState.Counts : MeasurementState.InQuestion);
        }

        return changed;

        void Note(MeasuredChild one, MeasurementState state)
        {
            if (one.Stands(state)) changed.Add(one);
        }
    }

    private static bool Contend(MeasuredChild one, MeasuredChild other) => one.Day == other.Day || (one.Replaces is { } target && other.Replaces == target);
}
