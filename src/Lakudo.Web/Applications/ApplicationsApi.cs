using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Applications.Files;
using Lakudo.Applications.Workflow;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Applications;

/// <summary>The applications' and documents' part of the API: for agencies' own systems, for staff tools, and, to verify, for everyone.</summary>
public static class ApplicationsApi
{
    /// <summary>What is filed.</summary>
    /// <param name="Service">Id of the service.</param>
    /// <param name="Name">The applicant's name; one word is a name.</param>
    /// <param name="Nik">16 digits.</param>
    /// <param name="Contact">Mobile number or mailbox; may be missing.</param>
    /// <param name="CardSeen">Whether the identity card was seen.</param>
    public sealed record FileRequest(Guid Service, string Name, string Nik, string? Contact = null, bool CardSeen = false);

    /// <summary>An application that was taken in.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Secret">With the number, the applicant's way to follow it.</param>
    /// <param name="Url">The applicant's page.</param>
    public sealed record Filed(Guid Id, string Number, string Secret, string Url);

    /// <summary>The requirements that were seen.</summary>
    public sealed record CompleteRequest(Guid[] Seen, bool CardSeen = false);

    /// <summary>A text: defects, statement, reason or reference.</summary>
    public sealed record TextRequest(string Text);

    /// <summary>A decision.</summary>
    public sealed record DecisionRequest(bool Grant, string? Reason = null);

    /// <summary>What a document shall say beside what was verified.</summary>
    public sealed record IssueRequest(DateOnly? ValidUntil = null);

    /// <summary>What a signing service that asks one needs; never stored.</summary>
    public sealed record SignRequest(string? Passphrase = null);

    /// <summary>Maps <c>/applications</c> and <c>/documents</c>.</summary>
    public static void MapApplicationsApi(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/applications").WithTags("Applications");
        all.MapPost("/", File).WithSummary("File an application: the first stamp").Produces<Filed>(201).ProducesProblem(422).ProducesProblem(403);
        all.MapGet("/", async (ApplicationState? state, string? q, Inbox view, CurrentCaller c, CancellationToken ct) => (await view.Run(c.Caller, state, q, ct)).Answer())
            .WithSummary("The applications of one's agency, the one due first at the top; q is a number or NIK").Produces<Inbox.Answer>().ProducesProblem(403);
        all.MapGet("/track", async (string? number, string? secret, Timeline view, CurrentCaller c, CancellationToken ct) => (await view.Run(c.Caller, number, secret, ct)).Answer())
            .WithSummary("What the applicant sees by number and secret, without an account").Produces<Timeline.Answer>().ProducesProblem(404).RequireRateLimiting(PublicLimits.Guess);

        var one = all.MapGroup("/{id:guid}");
        one.MapGet("/", async (Guid id, CaseFile view, CurrentCaller c, CancellationToken ct) => (await view.Run(c.Caller, id, ct)).Answer())
            .WithSummary("One application with checklist, clock, documents and history").Produces<CaseFile.Answer>().ProducesProblem(404);
        one.MapPost("/files", Attach).WithSummary("Hand a file in for a requirement: the body is the file, X-File-Name its name").Accepts<byte[]>("application/pdf", "image/jpeg", "image/png")
            .Produces<AttachFile.Answer>(201).ProducesProblem(422).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(UploadLimits.Request));
        one.MapPost("/complete", async (Guid id, CompleteRequest body, MarkComplete verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Seen, body.CardSeen), ct)).Answer())
            .WithSummary("Declare complete: the second stamp, from which the clock runs").Produces<MarkComplete.Answer>().ProducesProblem(409);
        one.MapPost("/return", async (Guid id, TextRequest body, ReturnForCorrection verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Text), ct)).Answer())
            .WithSummary("Send back once, with every defect in one list").ProducesProblem(409);
        one.MapPost("/resubmit", async (Guid id, Resubmit verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id), ct)).Answer())
            .WithSummary("Take the corrected file in again").ProducesProblem(409);
        one.MapPost("/verify", async (Guid id, TextRequest body, VerifyApplication verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Text), ct)).Answer())
            .WithSummary("Verify, and say what the document shall say").ProducesProblem(409);
        one.MapPost("/decide", async (Guid id, DecisionRequest body, DecideApplication verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Grant, body.Reason), ct)).Answer())
            .WithSummary("Grant, or refuse with a reason; not by whoever verified").ProducesProblem(409);
        one.MapPost("/reference", async (Guid id, TextRequest body, RecordOutsideReference verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Text), ct)).Answer())
            .WithSummary("Record the number a national system has issued under").ProducesProblem(409);
        one.MapPost("/hand-over", async (Guid id, HandOver verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id), ct)).Answer())
            .WithSummary("The applicant has the result").ProducesProblem(409);
        one.MapPost("/document", async (Guid id, IssueRequest body, IssueDocument verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.ValidUntil), ct)).Answer(StatusCodes.Status201Created))
            .WithSummary("Number the document of a granted application; the register has no gap").Produces<IssueDocument.Answer>(201).ProducesProblem(409);

        var documents = api.MapGroup("/documents").WithTags("Documents");
        documents.MapPost("/{id:guid}/sign", async (Guid id, SignRequest body, SignDocument verb, CurrentCaller c, CancellationToken ct) =>
            (await verb.Run(c.Caller, new(id), string.IsNullOrEmpty(body.Passphrase) ? null : new Passphrase(body.Passphrase), ct)).Answer()).WithSummary("Sign by certificate (PAdES)").Produces<SignDocument.Answer>().ProducesProblem(409);
        documents.MapPost("/{id:guid}/void", async (Guid id, TextRequest body, VoidNumber verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Text), ct)).Answer())
            .WithSummary("Void a number before a signature; it stays in the register").ProducesProblem(409);
        documents.MapPost("/{id:guid}/revoke", async (Guid id, TextRequest body, RevokeDocument verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Text), ct)).Answer())
            .WithSummary("Take a signed document out of force").ProducesProblem(409);
        documents.MapGet("/verify", async (string? code, string? isi, VerifyDocument view, CurrentCaller c, CancellationToken ct) => (await view.ByCode(c.Caller, code, isi, ct)).Answer())
            .WithSummary("Verify by the code on a document; open to everyone").Produces<VerifyDocument.Answer>().ProducesProblem(422).RequireRateLimiting(PublicLimits.Guess);
        documents.MapPost("/verify", VerifyFile).WithSummary("Verify a file: the body is the PDF; open to everyone").Accepts<byte[]>("application/pdf").Produces<VerifyDocument.Answer>().ProducesProblem(422)
            .RequireRateLimiting(PublicLimits.Guess).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(UploadLimits.Request));
    }

    private static async Task<IResult> File(FileRequest body, FileApplication verb, CurrentCaller current, Settings settings, HttpContext context, CancellationToken ct)
    {
        var outcome = await verb.Run(current.Caller, new(body.Service, body.Name, body.Nik, CardSeen: body.CardSeen, Contact: body.Contact), ct);
        return outcome.Then(r => new Filed(r.Id, r.Number, r.Secret, $"{settings.PublicAddress.TrimEnd('/')}{context.Request.PathBase}/lacak/{r.Number}/{r.Secret}")).Answer(StatusCodes.Status201Created);
    }

    private static async Task<IResult> Attach(Guid id, Guid requirement, HttpRequest request, AttachFile verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.Run(current.Caller, new(id, requirement), request.Body, request.Headers["X-File-Name"].ToString(), ct)).Answer(StatusCodes.Status201Created);

    private static async Task<IResult> VerifyFile(HttpRequest request, VerifyDocument view, CurrentCaller current, CancellationToken ct)
    {
        var read = await UploadIntake.ReadLimited(request.Body, ct);
        return read.IsRefused ? Results.Problem(read.Refusal.Problem()) : Results.Json(await view.ByFile(current.Caller, read.Value, ct));
    }
}
