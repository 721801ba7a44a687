using System.Net;
using Lakudo.Web.Host;

namespace Lakudo.Web.Https;

/// <summary>
/// Leads whoever comes by HTTP to the public HTTPS address, once HTTPS is set up. The machine itself is let through: the officer at its keyboard and the program's own
/// simulators have nobody between them and it.
/// </summary>
public sealed class HttpsOnly(RequestDelegate next, HttpsSettings https, Settings settings)
{
    private readonly string _address = new Uri(settings.PublicAddress).GetLeftPart(UriPartial.Authority);

    /// <summary>Redirects pages with 307; refuses what already sent something with 403, because a redirect would hide that it was readable on the way.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!https.IsOn || request.IsHttps || context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)) return next(context);
        if (https.Kind is HttpsWay.Proxy && request.Headers.ContainsKey("X-Original-For") && !request.Headers.ContainsKey("X-Original-Proto"))
        {
            // A redirect would come back here by the same proxy, for ever.
            return Say(context, StatusCodes.Status400BadRequest, "Proxy tidak mengirim X-Forwarded-Proto; lihat bab HTTPS pada docs/operate.md.");
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            context.Response.Redirect($"{_address}{request.PathBase}{request.Path}{request.QueryString}", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        }

        return Say(context, StatusCodes.Status403Forbidden, $"Hanya lewat HTTPS: {_address}");
    }

    private static Task Say(HttpContext context, int status, string words)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "text/plain; charset=utf-8");
        return context.Response.WriteAsync(words + "\n");
    }
}
