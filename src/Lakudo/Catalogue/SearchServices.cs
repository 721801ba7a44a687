using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>The services that answer what was typed, best first.</summary>
public sealed class SearchServices(CatalogueEdition edition)
{
    /// <summary>How many are shown at most.</summary>
    public const int Most = 20;

    /// <summary>Searches; an empty query finds nothing.</summary>
    public async Task<IReadOnlyList<ServiceCard>> Run(Caller caller, string? query, int most = Most) =>
        string.IsNullOrWhiteSpace(query) ? [] : (await edition.Of(caller.Region)).Search(query, Math.Clamp(most, 1, 100));
}
