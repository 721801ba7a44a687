using System.Globalization;
using Lakudo.Web.Host;

namespace Lakudo.Web.Children.Families;

/// <summary>What a family's browser keeps while a child's page is open: region, session and secret. No script reads it, and no other site sends it along.</summary>
internal static class FamilyCookie
{
    private const string Name = "lakudo.keluarga";
    private const string Folder = "/keluarga";

    /// <summary>An open page.</summary>
    internal sealed record Shown(int Region, Guid Session, string Secret);

    /// <summary>What the browser shows; null where it shows nothing that can be read.</summary>
    internal static Shown? Read(HttpContext context) =>
        CookieNames.Read(context.Request, Name)?.Split('.') is [var region, var session, var secret]
        && int.TryParse(region, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Guid.TryParseExact(session, "N", out var id)
            ? new Shown(number, id, secret)
            : null;

    /// <summary>Gives it to the browser; it forgets it when it is closed, and the server after a quarter of an hour.</summary>
    internal static void Give(HttpContext context, Shown shown) =>
        context.Response.Cookies.Append(CookieNames.Of(Name, context.Request.IsHttps), string.Create(CultureInfo.InvariantCulture, $"{shown.Region}.{shown.Session:N}.{shown.Secret}"), Options(context));

    /// <summary>Takes it back.</summary>
    internal static void Take(HttpContext context) => context.Response.Cookies.Delete(CookieNames.Of(Name, context.Request.IsHttps), Options(context));

    /// <summary>Nothing of these pages is kept by a browser, a proxy or a search engine.</summary>
    internal static void KeepNothing(HttpContext context)
    {
        // In the words of the framework's forms, which would otherwise write their own over it and say so in the log.
        context.Response.Headers.CacheControl = "no-cache, no-store";
        context.Response.Headers.Pragma = "no-cache";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = context.Request.IsHttps ? "/" : context.Request.PathBase + Folder,
        IsEssential = true,
    };
}
