using Lakudo.Hall;
using Lakudo.Kernel;
using Lakudo.Web.Api;
using Lakudo.Web.Host;
using Lakudo.Web.Identity;

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
    /// <param name="Ticket">The ticket's id.</param>
    public sealed record AtCounter(Guid Ticket);

    /// <summary>Where a ticket is sent.</summary>
    /// <param name="Ticket">The ticket's id.</param>
    /// <param name="ToLine">Number of the other line.</param>
    /// <param name="ToTheEnd">To that line's end instead of its place by arrival.</param>
    /// <param name="Why">A few words for the journal, without personal data.</param>
    public sealed record TransferRequest(Guid Ticket, int ToLine, bool ToTheEnd, string? Why);

    /// <summary>Why the day is closed.</summary>
    /// <param name="Why">A few words for the journal, without personal data.</param>
    public sealed record ClosingRequest(string? Why);

    /// <summary>What the holder of a number from afar shows.</summary>
    /// <param name="Shown">The number as printed, or the address in its QR code.</param>
    public sealed record CheckInRequest(string? Shown);

    /// <summary>The groups as the officer sees them.</summary>
    /// <param name="Priority">None for no priority.</param>
    public sealed record PriorityRequest(PriorityGroups[]? Priority);

    /// <summary>What opens a ticket's own page.</summary>
    /// <param name="Secret">The last part of its address; staff and hall clients need none.</param>
    public sealed record SecretRequest(string? Secret);

    /// <summary>A number that was handed out.</summary>
    /// <param name="Id">The ticket's id.</param>
    /// <param name="Number">As printed: A-012.</param>
    /// <param name="Line">The line it is in.</param>
    /// <param name="Position">How many are called before it at the least, plus one.</param>
    /// <param name="Url">Address of its own page, as the QR code holds it.</param>
    public sealed record TicketCreated(Guid Id, string Number, int Line, int? Position, string Url);

    private static readonly Guid Id = Guid.Parse("01994d2e-7a10-7c3b-9d1e-5a4b3c2d1e0f");
    private static readonly TicketAnswer Called = new(Id, "A-012", 1, TicketState.Called, true, null, 3, null, null, "9f2c41d07be8a653", 214);

    /// <summary>Maps the group <c>/halls/{hall}</c>.</summary>
    public static void MapHallApi(this RouteGroupBuilder api)
    {
        var hall = api.MapGroup("/halls/{hall:int}").WithTags("Hall");
        hall.AddEndpointFilter(async (context, next) => context.HttpContext.RequestServices.GetRequiredService<CurrentCaller>()
            .At(int.Parse((string)context.HttpContext.GetRouteValue("hall")!, System.Globalization.CultureInfo.InvariantCulture)).Region == 0
            ? Results.Problem(KernelRefusals.NotFound.Problem())
            : await next(context));
        MapTickets(hall);
        MapCounters(hall.MapGroup("/counters/{counter:int}"));
        hall.MapPost("/day/open", async (int hall, bool? evenOnHoliday, OpenDay verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, evenOnHoliday ?? false), ct)).Answer())
            .Told("Open the hall's day", "Resolves the plan of the day from the hall's tables; from then on numbers are handed out. Opened again after it was closed today, those who waited have their places back. For managers, not for clients.", null, null, null,
                HallRefusals.DayAlreadyOpen, HallRefusals.NoHours, HallRefusals.Holiday);
        hall.MapPost("/day/close", async (int hall, ClosingRequest? body, CloseDay verb, CurrentCaller c, CancellationToken ct) =>
                (await verb.Run(c.At(hall), new(hall, body?.Why), ct)).Answer())
            .Told("Close the hall's day", "Whoever still waits is recorded as unserved, and has the place back when the day is opened again today. The reason is journaled. For managers, not for clients.",
                null, new ClosingRequest("jam layanan selesai"), null, HallRefusals.DayNotOpen, HallRefusals.StillServing, KernelRefusals.ReasonNeeded, KernelRefusals.ReasonNamesPerson);
        hall.MapGet("/board", async (int hall, int? zone, long? after, Board view, CurrentCaller c, CancellationToken ct) => Results.Ok(await view.Show(c.At(hall).Region, hall, zone, after, ct)))
            .Told("The board: numbers at counters, latest call first",
                "`zone` narrows it to a zone. With `after`, the number of the last fact heard, `announcements` holds the calls made since then that are still to be spoken, in order.")
            .Produces<Board.Answer>();
        hall.MapGet("/events", (int hall, int? zone, long? after, Board view, CurrentCaller c, HttpContext context) => HallEvents.Stream(hall, zone, after, view, c, context))
            .Told("The board as server-sent events",
                "Each event `board` holds the whole board and the calls to speak; its id is the number of the day's last fact. Last-Event-ID (or `after`) resumes on any node without losing a call. "
                + "After fifteen seconds of silence the same board is sent again, so that a listener can tell a quiet hall from a dead line.")
            .Produces<Board.Answer>(200, "text/event-stream")
            .RequireRateLimiting(PublicLimits.Streams);
    }

    private static void MapTickets(RouteGroupBuilder hall)
    {
        hall.MapPost("/tickets", Take)
            .Told("Hand out the next number of a service's line",
                "Name a service or a line. Groups of priority are what the person says; no proof is asked, an officer confirms. 201 with the number, its place, and the address of its page.",
                ClientScopes.Hall, new TicketRequest(null, 1, [PriorityGroups.Elderly]), new TicketCreated(Id, "A-012", 1, 4, "https://mpp.contoh.go.id/nomor/01994d2e7a107c3b9d1e5a4b3c2d1e0f/9f2c41d07be8a653"),
                HallRefusals.DayNotOpen, HallRefusals.DayClosed, HallRefusals.UnknownLine, HallRefusals.LineClosed, HallRefusals.NumbersNotYet, HallRefusals.NumbersOver, HallRefusals.OnBreak,
                HallRefusals.QuotaUsed, HallRefusals.ServiceHasNoLine)
            .Produces<TicketCreated>(201);
        hall.MapGet("/tickets/{ticket:guid}", async (int hall, Guid ticket, string? secret, TicketStatus view, CurrentCaller c, CancellationToken ct) =>
                (await view.Show(c.At(hall).Region, hall, ticket, secret, ct)).Answer())
            .Told("Where a ticket stands", "For whoever holds the ticket's secret: state, place and wait as ranges, the counter when called.", null, null, null, HallRefusals.TicketSecretWrong, HallRefusals.UnknownTicket)
            .Produces<TicketStatus.Answer>();
        hall.MapPost("/tickets/check-in", async (int hall, CheckInRequest body, CheckIn verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, body.Shown), ct)).Answer())
            .Told("The holder of a number from afar is in the hall", "From then on the number waits in its line. Until then it cannot be called, and it is void after its time.",
                ClientScopes.Hall, new CheckInRequest("A-012"), Called with { State = TicketState.Waiting, Counter = null, Position = 4 },
                HallRefusals.UnknownTicket, HallRefusals.AlreadyCheckedIn, HallRefusals.CheckInTooLate, HallRefusals.TicketEnded)
            .Produces<TicketAnswer>();
        hall.MapPost("/tickets/{ticket:guid}/cancel", async (int hall, Guid ticket, SecretRequest body, CancelTicket verb, CurrentCaller c, CancellationToken ct) =>
                (await verb.Run(c.At(hall), new(hall, ticket, body.Secret), ct)).Answer())
            .Told("Give a ticket up", "By its holder with the secret, or by staff and hall clients without.", null, new SecretRequest("9f2c41d07be8a653"), Called with { State = TicketState.Cancelled, Counter = null },
                HallRefusals.TicketSecretWrong, HallRefusals.AtACounter, HallRefusals.TicketEnded)
            .Produces<TicketAnswer>();
        hall.MapPost("/tickets/{ticket:guid}/priority", async (int hall, Guid ticket, PriorityRequest body, CorrectPriority verb, CurrentCaller c, CancellationToken ct) =>
                (await verb.Run(c.At(hall), new(hall, ticket, Groups(body.Priority)), ct)).Answer())
            .Told("Confirm or correct a ticket's priority", "An officer has seen the person. The ticket keeps its place by arrival; the act is journaled, the groups are not.",
                ClientScopes.Hall, new PriorityRequest([PriorityGroups.Disability]), Called, HallRefusals.UnknownTicket, HallRefusals.NotHere, HallRefusals.TicketEnded)
            .Produces<TicketAnswer>();
        hall.MapPost("/transfer", async (int hall, TransferRequest body, TransferTicket verb, CurrentCaller c, CancellationToken ct) =>
                (await verb.Run(c.At(hall), new(hall, body.Ticket, body.ToLine, body.ToTheEnd, body.Why), ct)).Answer())
            .Told("Send a ticket to another line", "It keeps its number, and its place by arrival unless it is sent to the end. The reason is journaled.",
                ClientScopes.Hall, new TransferRequest(Id, 2, false, "salah antrean"), Called with { Line = 2, State = TicketState.Waiting, Counter = null },
                HallRefusals.UnknownTicket, HallRefusals.UnknownLine, HallRefusals.SameLine, HallRefusals.LineClosed, HallRefusals.NotHere, HallRefusals.TicketEnded,
                KernelRefusals.ReasonNeeded, KernelRefusals.ReasonNamesPerson)
            .Produces<TicketAnswer>();
    }

    private static void MapCounters(RouteGroupBuilder counter)
    {
        counter.MapPost("/open", async (int hall, int counter, OpenCounter verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter), ct)).Answer())
            .Told("Open a counter, or take it over", "The caller is from then on the one who serves there.", ClientScopes.Hall, null, null, HallRefusals.UnknownCounter, HallRefusals.CounterAlreadyOpen, HallRefusals.DayNotOpen);
        counter.MapPost("/close", async (int hall, int counter, CloseCounter verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter), ct)).Answer())
            .Told("Close a counter", "Refused while it holds a ticket.", ClientScopes.Hall, null, null, HallRefusals.UnknownCounter, HallRefusals.CounterClosed, HallRefusals.CounterBusy);
        counter.MapPost("/call-next", async (int hall, int counter, CallNext verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter), ct)).Answer())
            .Told("Call whoever is next", "Priority first, within the hall's fairness rule. The board shows and speaks the number.", ClientScopes.Hall, null, Called,
                HallRefusals.NobodyWaiting, HallRefusals.CounterBusy, HallRefusals.CounterClosed, HallRefusals.UnknownCounter, HallRefusals.OnBreak, HallRefusals.CounterServesNothing, HallRefusals.DayNotOpen)
            .Produces<TicketAnswer>();
        counter.MapPost("/recall", async (int hall, int counter, AtCounter body, Recall verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter, body.Ticket), ct)).Answer())
            .Told("Call the same number again", "Spoken once more; nobody's place changes.", ClientScopes.Hall, new AtCounter(Id), Called, HallRefusals.NotAtThisCounter, HallRefusals.AlreadyStarted, HallRefusals.OnBreak)
            .Produces<TicketAnswer>();
        counter.MapPost("/start", async (int hall, int counter, AtCounter body, StartService verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter, body.Ticket), ct)).Answer())
            .Told("The person is at the counter", "Service begins; the number can no longer be called again or marked absent.", ClientScopes.Hall, new AtCounter(Id), Called with { State = TicketState.Serving }, HallRefusals.NotAtThisCounter, HallRefusals.AlreadyStarted)
            .Produces<TicketAnswer>();
        counter.MapPost("/finish", async (int hall, int counter, AtCounter body, FinishService verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter, body.Ticket), ct)).Answer())
            .Told("The service is done", "The counter is free for the next call.", ClientScopes.Hall, new AtCounter(Id), Called with { State = TicketState.Finished }, HallRefusals.NotAtThisCounter, HallRefusals.NotStarted)
            .Produces<TicketAnswer>();
        counter.MapPost("/no-show", async (int hall, int counter, AtCounter body, MarkNoShow verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.At(hall), new(hall, counter, body.Ticket), ct)).Answer())
            .Told("Nobody came to the call", "The first time the number comes back by itself after some minutes, at its old place; the second time it ends.", ClientScopes.Hall, new AtCounter(Id),
                Called with { State = TicketState.Missed }, HallRefusals.NotAtThisCounter, HallRefusals.AlreadyStarted)
            .Produces<TicketAnswer>();
        counter.MapPost("/take-back", async (int hall, int counter, AtCounter body, TakeBackLastAct verb, CurrentCaller c, CancellationToken ct) =>
                (await verb.Run(c.At(hall), new(hall, counter, body.Ticket), ct)).Answer())
            .Told("Take back the no-show or the end of service that the counter did last", "Within ten seconds, while neither the counter nor the number has gone on. The number is called or served there as before.",
                ClientScopes.Hall, new AtCounter(Id), Called, HallRefusals.TooLateToTakeBack, HallRefusals.NothingToTakeBack, HallRefusals.CounterClosed)
            .Produces<TicketAnswer>();
    }

    private static PriorityGroups Groups(PriorityGroups[]? groups) => (groups ?? []).Aggregate(PriorityGroups.None, (all, one) => all | one);

    private static async Task<IResult> Take(int hall, TicketRequest body, TakeTicket verb, CurrentCaller current, Settings settings, HttpContext context, CancellationToken ct)
    {
        var outcome = await verb.Run(current.At(hall), new(hall, body.Service, body.Line, Groups(body.Priority)), ct);
        return outcome.Then(t => new TicketCreated(t.Id, t.Number, t.Line, t.Position, TicketAddress.Of(settings, context, t))).Answer(StatusCodes.Status201Created);
    }
}
