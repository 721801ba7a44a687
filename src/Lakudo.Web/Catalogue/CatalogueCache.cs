using System.Globalization;
using Lakudo.Catalogue;
using Lakudo.Web.Host;
using Lakudo.Web.Identity;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace Lakudo.Web.Catalogue;

/// <summary>
/// Keeps finished public pages for half a minute, under the edition of the catalogue they show: a published change makes another edition and shows in the next
/// answer. Never for who is signed in, never what is not a plain good answer.
/// </summary>
/// <param name="edition">The catalogues as they are now.</param>
/// <param name="compression">Pages are kept as they were compressed, one for each encoding; this says which one a browser will get.</param>
public sealed class CatalogueCache(CatalogueEdition edition, IResponseCompressionProvider compression) : IOutputCachePolicy
{
    /// <summary>The policy's name on pages.</summary>
    public const string Policy = "catalogue";

    // The status of the day and the sample's clock stand on the pages too; they may be this old.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var place = http.Items[typeof(Lakudo.Hall.HallDirectory.Place)] as Lakudo.Hall.HallDirectory.Place;
        var cached = place is not null && HttpMethods.IsGet(http.Request.Method) && ShowsNoKey(http.Request);
        context.EnableOutputCaching = cached;
        context.AllowCacheLookup = cached;
        context.AllowCacheStorage = cached;
        context.AllowLocking = cached;
        if (!cached)
        {
            return;
        }

        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "q";
        context.CacheVaryByRules.VaryByHost = true;
        context.CacheVaryByRules.VaryByValues["hall"] = place!.Hall.ToString(CultureInfo.InvariantCulture);
        context.CacheVaryByRules.VaryByValues["base"] = http.Request.PathBase;
        context.CacheVaryByRules.VaryByValues["encoding"] = compression.GetCompressionProvider(http)?.EncodingName ?? "";
        context.CacheVaryByRules.VaryByValues["edition"] = (await edition.Of(place.Region)).Revision.ToString(CultureInfo.InvariantCulture);
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether the request comes without anything that could sign somebody in; who may be staff is asked later, so a worn-out cookie counts too.</summary>
    internal static bool ShowsNoKey(HttpRequest request) =>
        request.Headers.Authorization.Count == 0 && !CookieNames.Has(request, IdentityServices.StaffCookie) && !CookieNames.Has(request, DeviceAuthentication.Cookie);
}
