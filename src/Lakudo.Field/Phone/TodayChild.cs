using Lakudo.Growth.Indonesia;

namespace Lakudo.Field.Phone;

/// <summary>
/// What the list of the day needs of a child: its last values and what the rules look back to, so that list, doubts and result are the same as with the whole history, on the day it was fetched and for as long as it
/// stays open afterwards. The rest is history and lies in the other compartment.
/// </summary>
public static class TodayChild
{
    /// <summary>Calendar months before the last weighing whose weighings stay: twice not gained looks back two.</summary>
    private const int Months = 3;

    /// <summary>How many of the last measurements of a kind stay.</summary>
    private const int Last = 2;

    /// <summary>The child with its last values only.</summary>
    public static FieldChild Of(FieldChild child)
    {
        var counted = child.Measurements.Where(one => one.State == MeasurementState.Counts).OrderBy(one => one.Day).ToList();
        var kept = new HashSet<Guid>();
        foreach (var has in (ReadOnlySpan<Func<PastMeasurement, bool>>)[one => one.Weight > 0, one => one.Height > 0, one => one.Weight > 0 && one.Height > 0, one => one.Arm > 0, one => one.Head > 0, one => one.HasOedema])
            kept.UnionWith(counted.Where(has).TakeLast(Last).Select(one => one.Id));
        if (counted.LastOrDefault(one => one.Weight > 0) is { } last)
        {
            kept.UnionWith(counted.Where(one => CalendarMonth.Of(last.Day) - CalendarMonth.Of(one.Day) <= Months).Select(one => one.Id));
            // However long ago: it tells a child that came back from one that is new.
            kept.UnionWith(counted.Where(one => one.Weight > 0 && CalendarMonth.Of(last.Day) - CalendarMonth.Of(one.Day) > 0).TakeLast(1).Select(one => one.Id));
        }

        return child with
        {
            Address = null,
            BirthOrder = null,
            BirthWeight = null,
            BirthLength = null,
            Measurements = [.. child.Measurements.Where(one => kept.Contains(one.Id))],
            Services = [.. child.Services.Where((service, at) => IsLast(child.Services, service, at))],
        };
    }

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
