using Lakudo.Web.Forms;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Lakudo.Web.Host;

/// <summary>What a request must look like before anything else reads it, and how error pages are asked for.</summary>
public static class RequestShape
{
    private static readonly HashSet<string> _charsets = new(StringComparer.OrdinalIgnoreCase) { "utf-8", "utf-16", "us-ascii", "iso-8859-1" };

    /// <summary>Refuses with 400 what names no host or comes under another scheme than HTTP: no page could build its own address from it.</summary>
    public static Task RefuseNonsense(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Scheme is "http" or "https" && request.Host.HasValue && Uri.TryCreate($"{request.Scheme}://{request.Host.Value}/", UriKind.Absolute, out _))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>Refuses with 415 a body in a character set nobody writes Indonesian in: the framework's readers would take it for a fault of ours.</summary>
    public static Task RefuseUnknownCharset(HttpContext context, RequestDelegate next)
    {
        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset is { HasValue: true } charset && !_charsets.Contains(HeaderUtilities.RemoveQuotes(charset).ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>Refuses with 413 what announces more bytes than its route takes, before a byte of it is read: a form that is cut off looks like one without its token. Of a form with files what was typed is read further on.</summary>
    public static Task RefuseTooLarge(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize
            && !TooLargeForm.Is(context))
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>Error pages that answer in the place of a form are read, not sent: otherwise the form's missing token hides what was wrong.</summary>
    public static async Task ReadErrorPages(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerPathFeature>() is null)
        {
            await next(context);
            return;
        }

        var method = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
        }
    }
}
