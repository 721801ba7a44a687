using System.Diagnostics;
using Microsoft.AspNetCore.Routing;

namespace Lakudo.Web.Operations;

/// <summary>
/// Logs every answer by the route's pattern and never by the address: <c>/lacak/{Number}/{Secret}</c>, so that a log that is copied around opens nobody's file. No query, no
/// address of a person, no user name. Answers of 500 and above are warnings, slow ones too. A kept page that is given again is counted only: writing the line costs more than the answer.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, RequestFigures figures, ILogger<RequestLog> log)
{
    /// <summary>What is logged where no route was found; the address could be anything, also a mistyped secret.</summary>
    public const string NoRoute = "(no route)";

    private const double Slow = 2_000;

    /// <summary>Keeps the pattern of the route that was found first: an error page that answers in its place has one of its own.</summary>
    public static Task Remember(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is RouteEndpoint route)
        {
            context.Items.TryAdd(typeof(RequestLog), "/" + route.RoutePattern.RawText?.TrimStart('/'));
        }

        return next(context);
    }

    /// <summary>Times and counts the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var method = MethodOf(context);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            var route = context.Items[typeof(RequestLog)] as string ?? NoRoute;
            Activity.Current?.SetTag("http.route", route).SetTag("http.request.method", method).SetTag("http.response.status_code", context.Response.StatusCode);
            // A stream lasts as long as somebody listens; its length says nothing.
            if (context.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) != true)
            {
                Tell(method, route, context.Response.StatusCode, took, isKept: context.Response.Headers.Age.Count > 0);
            }
        }
    }

    // A method is what the other side writes, so only known ones are told.
    private static string MethodOf(HttpContext context) => context.Request.Method is "GET" or "POST" or "HEAD" or "PUT" or "DELETE" or "OPTIONS" or "PATCH" ? context.Request.Method : "OTHER";

    private void Tell(string method, string route, int status, double took, bool isKept)
    {
        figures.Add($"{method} {route}", status, took);
        if (status >= 500 || took >= Slow)
        {
            Noteworthy(method, route, status, took);
        }
        else if (!isKept)
        {
            Answered(method, route, status, took);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} {Milliseconds:0.0} ms")]
    private partial void Answered(string method, string route, int status, double milliseconds);

    [LoggerMessage(LogLevel.Warning, "{Method} {Route} {Status} {Milliseconds:0.0} ms")]
    private partial void Noteworthy(string method, string route, int status, double milliseconds);
}
