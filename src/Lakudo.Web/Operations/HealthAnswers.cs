using Lakudo.Kernel;
using Orleans.Runtime;

namespace Lakudo.Web.Operations;

/// <summary>
/// <c>/health/live</c>: the process answers; a unit or proxy that gets nothing restarts it. <c>/health/ready</c>: the database answers too and the node takes part in the
/// cluster, so that a balancer sends citizens here. They stand before everything that needs the database and say nothing but yes or no.
/// </summary>
public sealed class HealthAnswers(RequestDelegate next)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private (long At, bool Well)? _last;

    /// <summary>Answers the two addresses to GET and HEAD.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/health", out var which) || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            await next(context);
            return;
        }

        bool? well = which.Value switch { "/live" => true, "/ready" => await Ready(context), _ => null };
        context.Response.StatusCode = well switch { true => StatusCodes.Status200OK, false => StatusCodes.Status503ServiceUnavailable, null => StatusCodes.Status404NotFound };
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain";
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.WriteAsync(well switch { true => "ok\n", false => "not ready\n", null => "unknown\n" }, context.RequestAborted);
        }
    }

    /// <summary>Whether the node is active and the database answered within three seconds. The database is asked once a second at most, however many ask.</summary>
    private async Task<bool> Ready(HttpContext context)
    {
        // Of its one process, where there is no cluster. A node that is leaving says so before its database does.
        if (context.RequestServices.GetRequiredService<ISiloStatusOracle>().CurrentStatus != SiloStatus.Active)
        {
            return false;
        }

        if (_last is { } last && Environment.TickCount64 - last.At < 1_000)
        {
            return last.Well;
        }

        using var soon = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        soon.CancelAfter(Patience);
        var well = true;
        try
        {
            await context.RequestServices.GetRequiredService<InstallationState>().Run(Caller.System(1), soon.Token);
        }
        catch (Exception e) when (StoreFault.Is(e) || e is OperationCanceledException or TimeoutException or System.Net.Sockets.SocketException)
        {
            well = false;
        }

        _last = (Environment.TickCount64, well);
        return well;
    }
}
