using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Lakudo.Hall;
using Lakudo.Web.Host;

namespace Lakudo.Web.Hall;

/// <summary>The board as a stream of server-sent events. An event's id is the number of the day's last fact, so any node can go on from it.</summary>
public static class HallEvents
{
    /// <summary>Longest silence: then the same board is sent again, so that a listener knows that the line is alive and its data fresh.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Shortest time between two boards to one listener: in a rush an eye is told ten times a second, and no call is lost, for the next board holds it.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Streams until the listener or the server goes: a node that stops lets its boards go at once, so that they go on at another. A listener that resumes, by Last-Event-ID or by <paramref name="after"/>, gets the present board at once when it
    /// missed anything, with the calls it has still to speak.
    /// </summary>
    public static IResult Stream(int hall, int? zone, long? after, Board board, CurrentCaller current, HttpContext context)
    {
        var seen = long.TryParse(context.Request.Headers["Last-Event-ID"], System.Globalization.CultureInfo.InvariantCulture, out var last) ? last : after;
        context.Response.Headers["X-Accel-Buffering"] = "no";
        if (HeadRequests.WantsHeadersOnly(context)) return TypedResults.Text("", "text/event-stream");
        var until = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        context.Response.RegisterForDispose(until);
        return TypedResults.ServerSentEvents(Follow(current.At(hall).Region, hall, zone, board, seen, until.Token));
    }

    private static async IAsyncEnumerable<SseItem<Board.Answer>> Follow(
        int region, int hall, int? zone, Board board, long? seen, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            Board.Answer answer;
            try
            {
                answer = await board.After(region, hall, zone, seen, Heartbeat, ct);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            seen = answer.Seq;
            yield return new SseItem<Board.Answer>(answer, "board") { EventId = answer.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture), ReconnectionInterval = TimeSpan.FromSeconds(1) };
            await Task.Delay(Pace, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
