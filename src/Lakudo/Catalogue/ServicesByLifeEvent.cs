using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>The public services that belong to something that happens in a life.</summary>
public sealed class ServicesByLifeEvent(CatalogueEdition edition)
{
    /// <summary>A life event and what belongs to it.</summary>
    public sealed record Row(LifeEvent Event, IReadOnlyList<ServiceCard> Services);

    /// <summary>All life events with at least one public service, in their own order.</summary>
    public async Task<IReadOnlyList<Row>> Run(Caller caller)
    {
        var catalogue = await edition.Of(caller.Region);
        return [.. LifeEvent.All.Select(e => new Row(e, [.. catalogue.Public.Where(card => card.LifeEvents.Contains(e)).OrderBy(card => e.PlaceOf(card.Service.Code))])).Where(row => row.Services.Count > 0)];
    }

    /// <summary>One life event by its key, refused with L-004 when there is none.</summary>
    public async Task<Outcome<Row>> Run(Caller caller, string key) =>
        (await Run(caller)).FirstOrDefault(row => row.Event.Key == key) is { } found ? found : CatalogueRefusals.NoSuchLifeEvent;
}
