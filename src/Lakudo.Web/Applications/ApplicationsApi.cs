using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Applications.Files;
using Lakudo.Applications.Workflow;
using Lakudo.Kernel;
using Lakudo.Web.Api;
using Lakudo.Web.Host;
using Lakudo.Web.Identity;

namespace Lakudo.Web.Applications;

/// <summary>The applications' part of the API: for agencies' own systems and for staff tools.</summary>
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

    private static readonly object FiledExample = new { id = "01997b2e-6a10-7c52-9d0e-3f2f1f0a7c11", number = "P-2026-000123", secret = "K7QM2XPD", url = "https://mpp.contoh.go.id/lacak/P-2026-000123/K7QM2XPD" };

    /// <summary>Maps <c>/applications</c>.</summary>
    public static void MapApplicationsApi(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/applications").WithTags("Applications");
        all.MapPost("/", File).Produces<Filed>(201)
            .Told("File an application: the first stamp", "Takes an application in and gives number and secret of its receipt. The promised time does not run yet. Citizens file on the portal, with a confirmed contact.",
                ClientScopes.Applications, new FileRequest(Guid.Empty, "Wa Ode Contoh", "9914014505900001", "081234567890", true), FiledExample,
                ApplicationsRefusals.ReferralTakesNoFile, ApplicationsRefusals.ContactNeeded, KernelRefusals.NikImpossible, KernelRefusals.NameImpossible);
        all.MapGet("/", async (ApplicationState? state, string? q, Inbox view, CurrentCaller c, CancellationToken ct) => (await view.Run(c.Caller, state, q, ct)).Answer()).Produces<Inbox.Answer>()
            .Told("The applications of one's agency", "Those that are not finished, the one due first at the top, or those at one state. q is an application's number or a NIK. Names are masked for clients.",
                ClientScopes.Applications, null, null, KernelRefusals.NotAllowed);
        all.MapGet("/track", async (string? number, string? secret, Timeline view, CurrentCaller c, CancellationToken ct) => (await view.Run(c.Caller, number, secret, ct)).Answer()).Produces<Timeline.Answer>()
            .RequireRateLimiting(PublicLimits.Guess)
            .Told("What the applicant sees", "By number and secret of the receipt, without an account. A wrong number and a wrong secret get the same answer.", null, null, null, ApplicationsRefusals.NoSuchApplication);

        var one = all.MapGroup("/{id:guid}");
        one.MapGet("/", async (Guid id, CaseFile view, CurrentCaller c, CancellationToken ct) => (await view.Run(c.Caller, id, ct)).Answer()).Produces<CaseFile.Answer>()
            .Told("One application", "Checklist, clock, documents and history. The NIK is masked, and for clients the name too.", ClientScopes.Applications, null, null, KernelRefusals.NotAllowed, ApplicationsRefusals.NoSuchApplication);
        one.MapPost("/files", Attach).Accepts<byte[]>("application/pdf", "image/jpeg", "image/png").Produces<AttachFile.Answer>(201).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(UploadLimits.Request))
            .Told("Hand a file in for a requirement", "The body is the file itself, the header X-File-Name its name. It is checked by content: whole, harmless, at most 10 MB.", ClientScopes.Applications, null, null,
                ApplicationsRefusals.UploadKindUnknown, ApplicationsRefusals.UploadDisguised, ApplicationsRefusals.UploadDamaged, ApplicationsRefusals.UploadActive, ApplicationsRefusals.NoSuchRequirement);
        one.MapPost("/complete", async (Guid id, CompleteRequest body, MarkComplete verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Seen, body.CardSeen), ct)).Answer()).Produces<MarkComplete.Answer>()
            .Told("Declare complete: the second stamp", "From here the promised time runs. Every requirement of the service must have been seen.", ClientScopes.Applications, new CompleteRequest([Guid.Empty], true),
                new { dueAt = "2026-11-30T08:00:00Z", provisional = false }, ApplicationsRefusals.NoSuchApplication);
        one.MapPost("/return", async (Guid id, TextRequest body, ReturnForCorrection verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Text), ct)).Answer())
            .Told("Send back once for correction", "With every defect in one list, one a line; it can be done once. The applicant is told, and the clock stands.", ClientScopes.Applications,
                new TextRequest("Kartu Keluarga tidak terbaca"), null, ApplicationsRefusals.AlreadyReturned, ApplicationsRefusals.NoSuchApplication);
        one.MapPost("/resubmit", async (Guid id, Resubmit verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id), ct)).Answer())
            .Told("Take the corrected file in again", "It must be declared complete anew.", ClientScopes.Applications, null, null, ApplicationsRefusals.NoSuchApplication);
        one.MapPost("/reference", async (Guid id, TextRequest body, RecordOutsideReference verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Text), ct)).Answer())
            .Told("Record what a national system issued", "Its number; Lakudo prints and signs nothing of such a service. The applicant is told.", ClientScopes.Applications, new TextRequest("7414-KT-25112026-0007"), null,
                ApplicationsRefusals.IssuedHere, ApplicationsRefusals.NoSuchApplication);
        one.MapPost("/hand-over", async (Guid id, HandOver verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id), ct)).Answer())
            .Told("The applicant has the result", "The case is done; from now on its applicant may answer the survey.", ClientScopes.Applications, null, null, ApplicationsRefusals.NoSuchApplication);
        one.MapPost("/verify", async (Guid id, TextRequest body, VerifyApplication verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Text), ct)).Answer())
            .Told("Verify a complete file", "The text is what the document shall say of the applicant. For verifiers, not for clients.", null, new TextRequest("Benar berasal dari keluarga tidak mampu."), null, ApplicationsRefusals.NoSuchApplication);
        one.MapPost("/decide", async (Guid id, DecisionRequest body, DecideApplication verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Grant, body.Reason), ct)).Answer())
            .Told("Grant, or refuse with a reason", "For signing officials, not for clients, and never by whoever verified.", null, new DecisionRequest(false, "Bukan warga kabupaten ini"), null,
                ApplicationsRefusals.OwnVerification, ApplicationsRefusals.IssuedElsewhere, ApplicationsRefusals.NoSuchApplication);
        one.MapPost("/document", async (Guid id, IssueRequest body, IssueDocument verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.ValidUntil), ct)).Answer(StatusCodes.Status201Created)).Produces<IssueDocument.Answer>(201)
            .Told("Number the document of a granted application", "The register of a service and year has no gap. For signing officials, not for clients.", null, new IssueRequest(new DateOnly(2031, 11, 24)),
                new { document = "01997b2e-6a10-7c52-9d0e-3f2f1f0a7c12", number = "SOS-002/0008/2026", code = "K7QM-2XPD-9FAT" }, ApplicationsRefusals.OfficialMissing, ApplicationsRefusals.LetterheadMissing, ApplicationsRefusals.ValidityPast);
    }

    private static async Task<IResult> File(FileRequest body, FileApplication verb, CurrentCaller current, Settings settings, HttpContext context, CancellationToken ct)
    {
        var outcome = await verb.Run(current.Caller, new(body.Service, body.Name, body.Nik, CardSeen: body.CardSeen, Contact: body.Contact), ct);
        return outcome.Then(r => new Filed(r.Id, r.Number, r.Secret, $"{settings.PublicAddress.TrimEnd('/')}{context.Request.PathBase}/lacak/{r.Number}/{r.Secret}")).Answer(StatusCodes.Status201Created);
    }

    private static async Task<IResult> Attach(Guid id, Guid requirement, HttpRequest request, AttachFile verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.Run(current.Caller, new(id, requirement), request.Body, request.Headers["X-File-Name"].ToString(), ct)).Answer(StatusCodes.Status201Created);
}
