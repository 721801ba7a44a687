using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>The services an agency's admin looks after, public or not.</summary>
public sealed class AgencyCatalogue(CatalogueEdition edition)
{
    /// <summary>The services the caller may edit, in order of their codes. Refused with K-001 when there can be none.</summary>
    public async Task<Outcome<ServiceCard[]>> Run(Caller caller)
    {
        if (caller.MayNot(Act.EditService) is { } refusal)
        {
            return refusal;
        }

        return (await edition.Of(caller.Region)).All.Where(card => caller.MayNot(Act.EditService, agency: card.Agency.Id) is null).ToArray();
    }
}
