using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>Changes the list of what a service asks for. A text that stays keeps its id; one that goes is retired, because files name it.</summary>
internal static class ServiceRequirements
{
    /// <summary>Makes the list say these texts in this order, and says whether that changed anything.</summary>
    public static bool Set(LakudoDb db, Clock clock, Service service, IReadOnlyList<Requirement> has, IReadOnlyList<string> texts)
    {
        var changed = false;
        foreach (var gone in has.Where(r => !r.IsRetired && !texts.Contains(r.Text)))
        {
            gone.IsRetired = changed = true;
        }

        for (var i = 0; i < texts.Count; i++)
        {
            if (has.FirstOrDefault(r => r.Text == texts[i]) is { } kept)
            {
                changed |= kept.IsRetired || kept.Order != i + 1;
                (kept.IsRetired, kept.Order) = (false, i + 1);
            }
            else
            {
                db.Requirements.Add(new(service.RegionId, Ids.New(clock), service.Id, i + 1, texts[i]));
                changed = true;
            }
        }

        return changed;
    }
}
