namespace Lakudo.Field.Phone;

/// <summary>Lays what was entered on this phone over what the register said last.</summary>
internal static class Overlay
{
    public static FieldChild With(this FieldChild child, IReadOnlyList<Visit> visits)
    {
        if (visits.Count == 0) return child;
        var measurements = child.Measurements.ToList();
        var services = child.Services.ToList();
        foreach (var visit in visits)
        {
            if (visit.Measurement is { } measurement && measurements.All(other => other.Id != measurement.Id))
            {
                var replaced = measurements.FindIndex(other => other.Id == measurement.Replaces);
                if (replaced >= 0) measurements[replaced] = measurements[replaced] with { State = MeasurementState.Struck };
                measurements.Add(measurement.AsPast());
            }

            foreach (var service in visit.Services.Select(service => new PastService(service.Day, service.Kind, service.Yes, service.Detail)))
            {
                // What was said last stands last, also where the same had been said before on that day.
                services.Remove(service);
                services.Add(service);
            }
        }

        // What was asked to be measured again was, as soon as anything was measured since.
        return child with { Measurements = measurements, Services = services, RemeasureReason = visits.Any(visit => visit.Measurement is not null) ? null : child.RemeasureReason };
    }

    public static FieldChild AsChild(this NewChild child) => new()
    {
        Id = child.Id,
        Name = child.Name,
        Sex = child.Sex,
        Birth = child.Birth,
        MotherName = child.MotherName,
        Address = child.Address,
        BirthOrder = child.BirthOrder,
        BirthWeight = child.BirthWeight,
        BirthLength = child.BirthLength,
    };

    public static FieldPregnancy AsPregnancy(this NewPregnancy pregnancy) => new()
    {
        Id = pregnancy.Id,
        Name = pregnancy.Name,
        Address = pregnancy.Address,
        LastPeriod = pregnancy.LastPeriod,
        DueDate = pregnancy.DueDate,
    };
}
