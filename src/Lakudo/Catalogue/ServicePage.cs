using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>One service with everything the public may know of it.</summary>
public sealed class ServicePage(CatalogueEdition edition)
{
    /// <summary>Finds it by code or id. Refused with L-002 when there is none, or when it is not public and the caller is not of its agency.</summary>
    public async Task<Outcome<ServiceCard>> Run(Caller caller, string codeOrId) =>
        (await edition.Of(caller.Region)).Find(codeOrId) is { } card && (card.Service.IsPublic || caller.MayNot(Act.EditService, agency: card.Agency.Id) is null)
            ? card
            : CatalogueRefusals.NoSuchService;
}
