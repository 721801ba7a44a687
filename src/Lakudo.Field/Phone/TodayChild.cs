using Lakudo.Growth.Indonesia;

namespace Lakudo.Field.Phone;

/// <summary>
/// What the list of the day needs of a child: its last values, and as many months before them as the rules look back to for this child, so that list, doubts and result are the same as with the whole history on the day
/// it was fetched and for as long as it stays open afterwards. The rest is history and lies in the other compartment.
/// </summary>
public static class TodayChild
{
    /// <summary>How many of the last measurements of a kind stay, however old.</summary>
    private const int Last = 2;

    /// <summary>Calendar months before the last weighing that are tried, the fewest first; where none is enough, all stay.</summary>
    private static readonly int[] Months = [3, 8, 14];

    /// <summary>The child with what a day needs of it.</summary>
    /// <param name="child">The whole child.</param>
    /// <param name="day">The day on which it was fetched.</param>
    /// <param name="reporting">By which age classes are reported.</param>
    public static FieldChild Of(FieldChild child, DateOnly day, AgeMethod reporting)
    {
        var whole = Said(child, day, reporting);
        foreach (var months in Months)
        {
            var part = Cut(child, months);
            if (part.Measurements.Count == child.Measurements.Count || Said(part, day, reporting).SequenceEqual(whole)) return part;
        }

        return Cut(child, int.MaxValue);
    }

    /// <summary>What the rules say of it on the first and on the last day that it may be open: what is due, and measurements like the last one, a tenth below it and a tenth above.</summary>
    private static List<object?> Said(FieldChild child, DateOnly first, AgeMethod reporting)
    {
        List<object?> said = [];
        foreach (var day in (ReadOnlySpan<DateOnly>)[first, first.AddDays(TodayLimits.Most)])
        {
            var due = DueList.Of(child, day, reporting);
            said.Add(due is null ? null : due with { Child = Nobody });
            if (due is null) continue;
            var (history, weight) = (ChildHistory.Of(child), due.LastWeight?.Weight ?? 5_000);
            foreach (var (grams, height) in (ReadOnlySpan<(int, int?)>)[(weight, due.LastHeight?.Height), (weight - (weight / 10), null), (weight + (weight / 10), null)])
            {
                var now = new PastMeasurement { Id = Guid.Empty, Day = day, Weight = grams, Height = height, Position = due.Position };
                var read = ChildReading.Of(history, now, reporting);
                said.Add((read.Shown, read.Urgency, read.Standing, read.Missing, read.Loss, read.Kms.IsTwiceNotGained?.Value, read.Kms.Action?.Value));
                said.AddRange(Plausibility.Of(history, now).Cast<object?>());
            }
        }

        return said;
    }

    private static FieldChild Cut(FieldChild child, int months)
    {
        var counted = child.Measurements.Where(one => one.State == MeasurementState.Counts && one.Day >= child.Birth).OrderBy(one => one.Day).ToList();
        var kept = new HashSet<Guid>();
        foreach (var has in (ReadOnlySpan<Func<PastMeasurement, bool>>)[one => one.Weight > 0, one => one.Height > 0, one => one.Weight > 0 && one.Height > 0, one => one.Arm > 0, one => one.Head > 0, one => one.HasOedema])
            kept.UnionWith(counted.Where(has).TakeLast(Last).Select(one => one.Id));
        if (counted.LastOrDefault(one => one.Weight > 0) is { } last)
        {
            kept.UnionWith(child.Measurements.Where(one => CalendarMonth.Of(last.Day) - CalendarMonth.Of(one.Day) <= months).Select(one => one.Id));
            // However long ago: it tells a child that came back from one that is new.
            kept.UnionWith(counted.Where(one => one.Weight > 0 && CalendarMonth.Of(last.Day) - CalendarMonth.Of(one.Day) > 0).TakeLast(1).Select(one => one.Id));
        }

        return child with
        {
            Address = null,
            BirthOrder = null,
            BirthWeight = null,
            BirthLength = null,
            Measurements = [.. child.Measurements.Where(one => months == int.MaxValue || kept.Contains(one.Id))],
            Services = [.. child.Services.Where((service, at) => IsLast(child.Services, service, at))],
        };
    }

    private static readonly FieldChild Nobody = new() { Id = Guid.Empty, Name = "", Birth = default };

    /// <summary>Whether nothing later says the same of the same, or the last yes to it.</summary>
    private static bool IsLast(IReadOnlyList<PastService> services, PastService service, int at)
    {
        for (var i = 0; i < services.Count; i++)
        {
            var other = services[i];
            if (other.Kind == service.Kind && other.Detail == service.Detail && (other.Yes || !service.Yes) && (other.Day > service.Day || (other.Day == service.Day && i > at))) return false;
        }

        return true;
    }
}
