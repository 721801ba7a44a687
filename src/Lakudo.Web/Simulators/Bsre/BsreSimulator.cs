using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;

namespace Lakudo.Web.Simulators.Bsre;

/// <summary>
/// Answers as BSrE's Esign Client Service does (version 2: status, sign, verify), and really signs: PAdES B-T under the simulator's own authority. Written from what public clients
/// send and expect; the official guide was not seen.
/// </summary>
public static class BsreSimulator
{
    /// <summary>The user name of the calling application; it opens nothing else.</summary>
    public const string User = "simulator";

    /// <summary>Its password; it opens nothing else.</summary>
    public const string Password = "simulator";

    /// <summary>The passphrase of every simulated signer; it opens nothing else.</summary>
    public const string Passphrase = "frasa sandi contoh";

    // Longer than clients wait by default.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(90);

    private sealed record StatusQuestion([property: JsonPropertyName("nik")] string? Nik, [property: JsonPropertyName("email")] string? Email);

    private sealed record Property(
        [property: JsonPropertyName("tampilan")] string? Appearance, [property: JsonPropertyName("location")] string? Location, [property: JsonPropertyName("reason")] string? Reason);

    private sealed record SignQuestion(
        [property: JsonPropertyName("nik")] string? Nik, [property: JsonPropertyName("email")] string? Email, [property: JsonPropertyName("passphrase")] string? Passphrase,
        [property: JsonPropertyName("signatureProperties")] Property[]? Properties, [property: JsonPropertyName("file")] string[]? Files)
    {
        /// <summary>Never the passphrase.</summary>
        public override string ToString() => $"{Files?.Length} berkas";
    }

    private sealed record VerifyQuestion([property: JsonPropertyName("file")] string? File);

    /// <summary>Maps the service under a prefix.</summary>
    public static void MapBsreSimulator(this IEndpointRouteBuilder app, string prefix)
    {
        var api = app.MapGroup(prefix + "/api/v2").DisableAntiforgery().ExcludeFromDescription();
        api.AddEndpointFilter(async (context, next) => IsClient(context.HttpContext.Request) ? await next(context) : Fault(StatusCodes.Status401Unauthorized, 401, "Unauthorized"));
        api.MapPost("/user/check/status", Status);
        api.MapPost("/sign/pdf", Sign);
        api.MapPost("/verify/pdf", Verify);
    }

    private static IResult Status(StatusQuestion question, BsreAuthority authority, Clock clock)
    {
        var account = BsreAccount.Find(question.Nik, question.Email);
        var status = account is null ? "NOT_REGISTERED" : StatusOf(account, authority, clock);
        return Results.Json(new { status_code = status == "ISSUE" ? 1111 : 1110, status, message = status == "ISSUE" ? "User memiliki sertifikat aktif" : "User tidak dapat menandatangani" });
    }

    private static async Task<IResult> Sign(SignQuestion question, BsreAuthority authority, Clock clock, CancellationToken ct)
    {
        if (BsreAccount.Find(question.Nik, question.Email) is not { } account) return Fault(StatusCodes.Status400BadRequest, 2011, "User tidak terdaftar");
        var status = StatusOf(account, authority, clock);
        // The service's own number for this is not known; clients treat it as opaque.
        if (status != "ISSUE") return Fault(StatusCodes.Status400BadRequest, 9001, $"Status sertifikat {status}");
        if (account.IsSlow) await Task.Delay(Late, ct);
        using var pair = authority.SignerPair(account, question.Passphrase ?? "");
        if (pair is null) return Fault(StatusCodes.Status400BadRequest, 2031, "Passphrase anda salah");
        var at = clock.Now;
        var signer = new PadesSigner(pair.Certificate, pair.Key, [authority.Root().Certificate], value => BsreTimestamp.Over(value, authority.Stamper(), at));
        try
        {
            var signed = (question.Files ?? []).Select((file, i) =>
            {
                var how = question.Properties?.ElementAtOrDefault(i) ?? question.Properties?.FirstOrDefault();
                return Convert.ToBase64String(PadesSignature.Put(Convert.FromBase64String(file), signer, how?.Reason ?? "", how?.Location ?? "", at));
            }).ToArray();
            return signed.Length > 0 ? Results.Json(new { time = "1", file = signed }) : Fault(StatusCodes.Status400BadRequest, 9002, "Tidak ada berkas");
        }
        catch (Exception e) when (e is FormatException or PdfSharp.Pdf.IO.PdfReaderException or InvalidOperationException or InvalidDataException)
        {
            return Fault(StatusCodes.Status400BadRequest, 9003, "Berkas bukan PDF");
        }
    }

    private static IResult Verify(VerifyQuestion question, BsreAuthority authority)
    {
        var pdf = new byte[(question.File ?? "").Length];
        if (!Convert.TryFromBase64String(question.File ?? "", pdf, out var length)) return Fault(StatusCodes.Status400BadRequest, 9003, "Berkas bukan PDF");
        var found = SignatureCheck.Look(pdf[..length]);
        var known = BsreAccount.All.FirstOrDefault(a => found.CertificateName == $"{a.Name} ({BsreSigner.NoLegalForce})");
        var trusted = known is not null && Convert.ToHexStringLower(SHA256.HashData(authority.CertificateOf(known).RawData)) == found.Certificate;
        var intact = found.State == SignatureState.Intact;
        return Results.Json(new
        {
            conclusion = found.State == SignatureState.None ? "NO_SIGNATURE" : intact && trusted ? "WARNING" : "INVALID",
            description = found.State == SignatureState.None ? "Dokumen tidak memiliki tanda tangan" : $"Simulator: {BsreSigner.NoLegalForce}",
            signatureInformations = found.State == SignatureState.None ? [] : new[]
            {
                new
                {
                    signerName = found.CertificateName, fieldName = "Signature1", signatureFormat = found.Level is { } level ? "PAdES_BASELINE_" + level[2..] : null,
                    integrityValid = intact, certificateTrusted = trusted, modified = !intact, certLevelCode = 0,
                },
            },
        });
    }

    private static string StatusOf(BsreAccount account, BsreAuthority authority, Clock clock)
    {
        if (account.Status is not ("ISSUE" or "EXPIRED")) return account.Status;
        using var certificate = authority.CertificateOf(account);
        return certificate.NotAfter.ToUniversalTime() < clock.Now ? "EXPIRED" : "ISSUE";
    }

    private static bool IsClient(HttpRequest request) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"))));

    private static IResult Fault(int status, int code, string error) => Results.Json(new { status_code = code, error }, statusCode: status);
}
