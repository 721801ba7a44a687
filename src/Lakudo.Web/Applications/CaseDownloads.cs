using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Applications.Files;
using Lakudo.Web.Host;

namespace Lakudo.Web.Applications;

/// <summary>The files that leave the vault. They are saved, not opened in the page; none may run anything in the reader's browser (see <see cref="Security.SandboxDownloads"/>), and none is kept by caches.</summary>
public static class CaseDownloads
{
    /// <summary>Maps the addresses under which pages offer files.</summary>
    public static void MapCaseDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/petugas/permohonan/{id:guid}/berkas/{file:guid}", Handed).ExcludeFromDescription();
        app.MapGet("/petugas/permohonan/{id:guid}/dokumen", Signed).ExcludeFromDescription();
        app.MapGet("/petugas/permohonan/{id:guid}/lembar/{document:guid}", Sheet).ExcludeFromDescription();
        app.MapGet("/lacak/{number}/{secret}/dokumen", Own).ExcludeFromDescription().RequireRateLimiting(PublicLimits.Guess);
    }

    private static async Task<IResult> Handed(Guid id, Guid file, OpenApplicantFile verb, CurrentCaller current, HttpContext context, CancellationToken ct)
    {
        var outcome = await verb.Run(current.Caller, new(id, file), ct);
        return outcome.IsRefused ? Refused(outcome.Refusal) : Send(context, outcome.Value.Content, outcome.Value.Kind, $"berkas-{file:N}.{outcome.Value.Kind.ToString().ToLowerInvariant()}");
    }

    private static async Task<IResult> Signed(Guid id, SignedFile view, CurrentCaller current, HttpContext context, CancellationToken ct) =>
        Send(context, await view.Run(current.Caller, id, ct));

    private static async Task<IResult> Own(string number, string secret, SignedFile view, CurrentCaller current, HttpContext context, CancellationToken ct) =>
        Send(context, await view.ForApplicant(current.Caller, number, secret, ct));

    private static async Task<IResult> Sheet(Guid id, Guid document, RegisterPaperDocument verb, CurrentCaller current, HttpContext context, CancellationToken ct)
    {
        var sheet = await verb.Sheet(current.Caller, document, ct);
        return sheet.IsRefused ? Refused(sheet.Refusal) : Send(context, new MemoryStream(sheet.Value), UploadKind.Pdf);
    }

    private static IResult Send(HttpContext context, Kernel.Outcome<SignedFile.Answer> outcome) =>
        outcome.IsRefused ? Refused(outcome.Refusal) : Send(context, outcome.Value.Content, outcome.Value.Kind, outcome.Value.FileName);

    private static IResult Send(HttpContext context, Stream content, UploadKind kind, string? fileName = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(content, kind switch { UploadKind.Pdf => "application/pdf", UploadKind.Jpeg => "image/jpeg", _ => "image/png" }, fileName);
    }

    /// <summary>The status alone: the error page then says in words what to do.</summary>
    private static IResult Refused(Kernel.Refusal refusal) => Results.StatusCode(refusal.Status());
}
