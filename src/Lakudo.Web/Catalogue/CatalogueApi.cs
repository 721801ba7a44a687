using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Web.Api;
using Lakudo.Web.Host;

namespace Lakudo.Web.Catalogue;

/// <summary>The catalogue's part of the API.</summary>
public static class CatalogueApi
{
    /// <summary>A service in a list.</summary>
    public sealed record ServiceItem(Guid Id, string Code, string Name, string Agency, string WhoIssues, string Promise, long? FeeIdr, bool Sample);

    /// <summary>A requirement.</summary>
    public sealed record RequirementItem(Guid Id, string Text);

    /// <summary>One service with everything the public may know.</summary>
    public sealed record ServiceAnswer(
        Guid Id, string Code, string Name, string Agency, string Category, string WhoIssues, string Promise, long? FeeIdr, string Output, string LegalBasis,
        IReadOnlyList<RequirementItem> Requirements, IReadOnlyList<string> LifeEvents, int PartsComplete, int PartsTotal, DateOnly? ConfirmedOn, string? Decree,
        string Source, string Confidence, string Notes, bool Sample);

    /// <summary>Maps <c>/services</c>.</summary>
    public static void MapCatalogueApi(this RouteGroupBuilder api)
    {
        var services = api.MapGroup("/services").WithTags("Catalogue");
        services.MapGet("/", async (string? q, int? limit, CurrentCaller current, SearchServices search, CatalogueEdition edition) =>
            {
                var most = Math.Clamp(limit ?? SearchServices.Most, 1, 100);
                var found = string.IsNullOrWhiteSpace(q) ? (await edition.Of(current.Caller.Region)).Public.Take(most) : await search.Run(current.Caller, q, most);
                return Results.Json(found.Select(Item));
            })
            .Told("Find services by what people type",
                "Forgives slips, word order and everyday names (`q=ktp hilang`); without `q` the first of the catalogue. `limit` is 1 to 100. Only services their agency has confirmed, and sample ones.", null, null,
                new[] { new ServiceItem(Guid.Parse("01994d2e-0000-7000-8000-000000000001"), "DKC-002", "Penggantian KTP-el hilang", "DKC", "nasional", "1 hari kerja", 0, true) })
            .Produces<ServiceItem[]>();
        services.MapGet("/{id}", async (string id, CurrentCaller current, ServicePage page) => (await page.Run(current.Caller, id)).Then(Whole).Answer())
            .Told("One service by id or code", "Everything the public may know of it: requirements, promise, fee in rupiah, legal basis, who issues, and how complete its standard of 14 parts is.", null, null, null,
                KernelRefusals.NotFound)
            .Produces<ServiceAnswer>();
    }

    private static ServiceItem Item(ServiceCard card) => new(card.Service.Id, card.Service.Code, card.Service.Name, card.Agency.Code, card.Service.WhoIssues.Word(),
        card.Service.Promise.ToString(), card.Service.FeeIdr, card.Service.IsSample);

    private static ServiceAnswer Whole(ServiceCard card) => new(card.Service.Id, card.Service.Code, card.Service.Name, card.Agency.Code, card.Service.Category,
        card.Service.WhoIssues.Word(), card.Service.Promise.ToString(), card.Service.FeeIdr, card.Service.Output, card.Service.LegalBasis,
        [.. card.Requirements.Select(r => new RequirementItem(r.Id, r.Text))], [.. card.LifeEvents.Select(e => e.Key)], card.Complete.Count, StandardParts.Count,
        card.Service.ConfirmedOn, card.Service.Decree, card.Service.Source, card.Service.Confidence, card.Service.Notes, card.Service.IsSample);
}
