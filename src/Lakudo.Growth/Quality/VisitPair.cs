namespace Lakudo.Growth.Quality;

/// <summary>Lays the visits of each child side by side.</summary>
internal static class VisitPair
{
    /// <summary>Tells each visit which visit of the same child came before it. Visits on the same day are not held against one another.</summary>
    public static void Link(IEnumerable<SeenVisit> visits)
    {
        foreach (var child in visits.Where(visit => visit.Visit.Child is not null).GroupBy(visit => visit.Visit.Child, StringComparer.Ordinal))
        {
            SeenVisit? height = null, weight = null;
            foreach (var visit in child.OrderBy(visit => visit.Visit.Day).ThenBy(visit => visit.Visit.Measurement.Age).ThenBy(visit => visit.Place))
            {
                if (visit.HasHeight)
                {
                    if (height is not null && visit.DaysSince(height) > 0) visit.BeforeWithHeight = height;
                    height = visit;
                }

                if (!visit.HasWeight) continue;
                if (weight is not null && visit.DaysSince(weight) > 0) visit.BeforeWithWeight = weight;
                weight = visit;
            }
        }
    }
}
