using Lakudo.Children.Measuring;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;

namespace Lakudo.Children.Reports;

/// <summary>A measurement that an export may take out, with its child.</summary>
internal sealed class ExportedMeasurement
{
    public required Child Child { get; init; }

    public required MeasuredChild Measured { get; init; }
}

/// <summary>What leaves: the same for the count on the page as for every file.</summary>
internal static class ExportedMeasurements
{
    extension(LakudoDb db)
    {
        /// <summary>Measurements of a period that count, of children who stand in the register under their own entry, were not erased, and whose consent stands.</summary>
        internal IQueryable<ExportedMeasurement> Exported(DateOnly from, DateOnly until) =>
            from c in db.Children
            join m in db.Measurements on new { c.RegionId, ChildId = c.Id } equals new { m.RegionId, m.ChildId }
            where c.MergedInto == null && c.ErasedAt == null && m.Day >= @from && m.Day <= until && m.State == MeasurementState.Counts
            select new ExportedMeasurement { Child = c, Measured = m };
    }
}
