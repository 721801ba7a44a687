using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>The agencies with their public services.</summary>
public sealed class ServicesByAgency(CatalogueEdition edition)
{
    /// <summary>An agency and what it offers.</summary>
    public sealed record Row(Agency Agency, IReadOnlyList<ServiceCard> Services);

    /// <summary>All agencies that offer something to the public, most services first.</summary>
    public async Task<IReadOnlyList<Row>> Run(Caller caller)
    {
        var catalogue = await edition.Of(caller.Region);
        var offers = catalogue.Public.ToLookup(card => card.Agency.Id);
        return [.. catalogue.Agencies.Select(agency => new Row(agency, [.. offers[agency.Id]])).Where(row => row.Services.Count > 0)
            .OrderByDescending(row => row.Services.Count).ThenBy(row => row.Agency.Name, StringComparer.Ordinal)];
    }

    /// <summary>One agency by its code, refused with L-003 when there is none with public services.</summary>
    public async Task<Outcome<Row>> Run(Caller caller, string code) =>
        (await Run(caller)).FirstOrDefault(row => row.Agency.Code == code) is { } found ? found : CatalogueRefusals.NoSuchAgency;
}
