using Lakudo.Web.Catalogue;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.StaticAssets;

namespace Lakudo.Web.Host;

/// <summary>
/// No answer is kept by a browser or a proxy unless it is meant for everybody: static files, and the public pages that the server keeps itself. A page that is added is
/// private by itself.
/// </summary>
public static class PrivateAnswers
{
    /// <summary>Stands before everything that answers.</summary>
    public static Task KeepNothing(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (!IsForEverybody(context) && !headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static bool IsForEverybody(HttpContext context) => context.GetEndpoint() is not { Metadata: var metadata }
        // The posyandu app's files are answered without an endpoint and say themselves how long they keep.
        ? context.Response.Headers.CacheControl.Count > 0
        : metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || (metadata.GetMetadata<OutputCacheAttribute>() is not null && context.Response.StatusCode == StatusCodes.Status200OK && CatalogueCache.ShowsNoKey(context.Request));
}
