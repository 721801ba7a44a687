using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Web.Api;
using Lakudo.Web.Host;

namespace Lakudo.Web.Applications;

/// <summary>The documents' part of the API: signing for officials' tools, and verification for everyone.</summary>
public static class DocumentsApi
{
    /// <summary>What a signing service that asks one needs; never stored.</summary>
    public sealed record SignRequest(string? Passphrase = null);

    /// <summary>Maps <c>/documents</c>.</summary>
    public static void MapDocumentsApi(this RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");
        documents.MapPost("/{id:guid}/sign", async (Guid id, SignRequest body, SignDocument verb, CurrentCaller c, CancellationToken ct) =>
            (await verb.Run(c.Caller, new(id), string.IsNullOrEmpty(body.Passphrase) ? null : new Passphrase(body.Passphrase), ct)).Answer()).Produces<SignDocument.Answer>()
            .Told("Sign a numbered document by certificate", "PAdES, by the installation's key or BSrE; only by the official whose name is printed. The passphrase lives for this request.", null, new SignRequest("frasa sandi"),
                new { fileHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", level = "B-T" }, ApplicationsRefusals.PassphraseWrong, ApplicationsRefusals.SigningOutcomeUnknown,
                ApplicationsRefusals.SignatureNotSound, ApplicationsRefusals.NoSuchDocument);
        documents.MapPost("/{id:guid}/void", async (Guid id, ApplicationsApi.TextRequest body, VoidNumber verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Text), ct)).Answer())
            .Told("Void a number before a signature", "It stays in the register as batal, with the reason, and is never given again.", null, new ApplicationsApi.TextRequest("Salah ketik nama"), null, ApplicationsRefusals.NoSuchDocument);
        documents.MapPost("/{id:guid}/revoke", async (Guid id, ApplicationsApi.TextRequest body, RevokeDocument verb, CurrentCaller c, CancellationToken ct) => (await verb.Run(c.Caller, new(id, body.Text), ct)).Answer())
            .Told("Take a signed document out of force", "From the next look on, anyone who verifies it reads that it was revoked.", null, new ApplicationsApi.TextRequest("Data pemohon tidak benar"), null, ApplicationsRefusals.NoSuchDocument);
        documents.MapGet("/verify", async (string? code, string? isi, VerifyDocument view, CurrentCaller c, CancellationToken ct) => (await view.ByCode(c.Caller, code, isi, ct)).Answer()).Produces<VerifyDocument.Answer>()
            .RequireRateLimiting(PublicLimits.Guess)
            .Told("Verify by the code on a document", "Open to everyone. Says whether it holds and masks its holder; isi is the start of the content hash in the QR.", null, null,
                new { standing = "Valid", number = "SOS-002/0008/2026", holder = "W* O** C*****" }, ApplicationsRefusals.CodeMalformed);
        documents.MapPost("/verify", VerifyFile).Accepts<byte[]>("application/pdf").Produces<VerifyDocument.Answer>().RequireRateLimiting(PublicLimits.Guess)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(UploadLimits.Request))
            .Told("Verify by the file itself", "Open to everyone. The body is the PDF; it is compared to the last byte and not kept.", null, null, new { standing = "NotAsIssued", file = "Altered" }, ApplicationsRefusals.UploadTooLarge.With(UploadCheck.MaximumBytes / 1024 / 1024));
    }

    private static async Task<IResult> VerifyFile(HttpRequest request, VerifyDocument view, CurrentCaller current, CancellationToken ct)
    {
        var read = await UploadIntake.ReadLimited(request.Body, ct);
        return read.IsRefused ? Results.Problem(read.Refusal.Problem()) : Results.Json(await view.ByFile(current.Caller, read.Value, ct));
    }
}
