using Lakudo.Hall;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Hall;

/// <summary>The hall's part of the API.</summary>
public static class HallApi
{
    /// <summary>What a number is asked for.</summary>
    /// <param name="Service">Id of the service, or null when a line is named.</param>
    /// <param name="Line">Number of the line, where no service is named.</param>
    /// <param name="Priority">Groups the person says to belong to, for example <c>["Elderly"]</c>.</param>
    public sealed record TicketRequest(Guid? Service, int? Line, PriorityGroups[]? Priority);

    /// <summary>Which ticket a counter acts on.</summary>
    public sealed record AtCounter(Guid Ticket);

    /// <summary>Where a ticket is sent.</summary>
    public sealed record TransferRequest(Guid Ticket, int ToLine, bool ToTheEnd, string? Why);

    /// <summary>A number that was handed out.</summary>
    public sealed record TicketCreated(Guid Id, string Number, int Line, int? Position, string Url);

    /// <summary>Maps the group <c>/halls/{hall}</c>.</summary>
    public static void MapHallApi(this RouteGroupBuilder api)
    {
        var hall = api.MapGroup("/halls/{hall:int}").WithTags("Hall");
        hall.MapPost("/tickets", Take).WithSummary("Hand out the next number of a service's line").Produces<TicketCreated>(201).ProducesProblem(409).ProducesProblem(403);
        hall.MapPost("/day/open", async (int hall, OpenDay verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall), ct)).Answer()).WithSummary("Open the hall's day");
        hall.MapPost("/day/close", async (int hall, CloseDay verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall), ct)).Answer()).WithSummary("Close the hall's day");
        var counter = hall.MapGroup("/counters/{counter:int}");
        counter.MapPost("/open", async (int hall, int counter, OpenCounter verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter), ct)).Answer());
        counter.MapPost("/close", async (int hall, int counter, CloseCounter verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter), ct)).Answer());
        counter.MapPost("/call-next", async (int hall, int counter, CallNext verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter), ct)).Answer())
            .WithSummary("Call whoever is next: priority first, within the fairness rule").Produces<TicketAnswer>().ProducesProblem(409);
        counter.MapPost("/recall", async (int hall, int counter, AtCounter body, Recall verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter, body.Ticket), ct)).Answer());
        counter.MapPost("/start", async (int hall, int counter, AtCounter body, StartService verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter, body.Ticket), ct)).Answer());
        counter.MapPost("/finish", async (int hall, int counter, AtCounter body, FinishService verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter, body.Ticket), ct)).Answer());
        counter.MapPost("/no-show", async (int hall, int counter, AtCounter body, MarkNoShow verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter, body.Ticket), ct)).Answer());
        hall.MapPost("/transfer", async (int hall, TransferRequest body, TransferTicket verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, body.Ticket, body.ToLine, body.ToTheEnd, body.Why), ct)).Answer());
        hall.MapGet("/board", async (int hall, int? zone, Board view, CurrentCaller c, CancellationToken ct) => Results.Ok(await view.Show(c.At(hall).Region, hall, zone, ct))).WithSummary("Numbers at counters, latest call first").Produces<Board.Answer>();
        hall.MapGet("/events", HallEvents.Stream).WithSummary("The board as server-sent events; Last-Event-ID resumes");
    }

    private static async Task<IResult> Take(int hall, TicketRequest body, TakeTicket verb, CurrentCaller current, Settings settings, HttpContext context, CancellationToken ct)
    {
        var groups = (body.Priority ?? []).Aggregate(PriorityGroups.None, (all, one) => all | one);
        var outcome = await verb.Run(current.At(hall), new(hall, body.Service, body.Line, groups), ct);
        return outcome.Then(t => new TicketCreated(t.Id, t.Number, t.Line, t.Position, TicketAddress.Of(settings, context, t))).Answer(StatusCodes.Status201Created);
    }
}
