using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lakudo.Kernel;

namespace Lakudo.Applications.Documents;

/// <summary>Signs with the official's own certificate at BSrE (BSSN), through the Esign Client Service that the region runs.</summary>
/// <remarks>
/// Never tries again by itself: a wrong passphrase twice may lock the account, and after a time-out nobody knows whether a signature was made.
/// Signing the same unsigned bytes again is harmless; the first result that passes the check is the document.
/// </remarks>
/// <param name="http">Base address of the service, Basic credentials of the application, and a time-out; no retry handler.</param>
/// <param name="isSimulated">Whether the service is a simulator, so that documents say they have no legal force.</param>
public sealed class BsreSigner(HttpClient http, bool isSimulated) : IDocumentSigner
{
    private const int WrongPassphrase = 2031;
    private const int NotRegistered = 2011;

    /// <summary>Stands in the name of every certificate that has no legal force: a simulator's, and the installation's own sample key.</summary>
    public const string NoLegalForce = "tidak berkekuatan hukum";

    /// <inheritdoc/>
    public bool IsSample => isSimulated;

    /// <inheritdoc/>
    public bool IsSimulated => isSimulated;

    /// <inheritdoc/>
    public bool AsksPassphrase => true;

    /// <inheritdoc/>
    public async Task<Outcome<SignedPdf>> Sign(byte[] pdf, SigningOrder order, CancellationToken cancel)
    {
        if (order.Passphrase is not { } passphrase) return ApplicationsRefusals.PassphraseWrong;
        if (order.Account.Length == 0) return ApplicationsRefusals.SignerNotRegistered;
        var (nik, email) = order.Account.Contains('@') ? ((string?)null, order.Account) : (order.Account, null);

        var status = await Post<BsreMessages.StatusAnswer>("api/v2/user/check/status", new BsreMessages.StatusQuestion(nik, email), cancel);
        if (status.IsRefused) return status.Refusal;
        if (status.Value.Status == "NOT_REGISTERED") return ApplicationsRefusals.SignerNotRegistered;
        if (status.Value.Status != "ISSUE") return ApplicationsRefusals.CertificateNotUsable.With(status.Value.Status ?? "?");

        var property = new BsreMessages.SignatureProperty("INVISIBLE", order.Place, order.Reason);
        var question = new BsreMessages.SignQuestion(nik, email, passphrase.Reveal(), [property], [Convert.ToBase64String(pdf)]);
        var answer = await Post<BsreMessages.SignAnswer>("api/v2/sign/pdf", question, cancel);
        return answer.IsRefused ? answer.Refusal : Accept(answer.Value, pdf);
    }

    /// <summary>What came back must be well signed and must be the document that was sent, not another one.</summary>
    private Outcome<SignedPdf> Accept(BsreMessages.SignAnswer answer, byte[] sent)
    {
        if (answer.File is not [var only]) return ApplicationsRefusals.SignatureNotSound;
        var signed = new byte[only.Length];
        if (!Convert.TryFromBase64String(only, signed, out var length)) return ApplicationsRefusals.SignatureNotSound;
        signed = signed[..length];
        var accepted = SignatureCheck.Look(signed).Code == SignatureCheck.Look(sent).Code ? SignatureCheck.Accept(signed) : ApplicationsRefusals.SignatureNotSound;
        // A simulator behind a real service's address: its signature must not pass for a real one.
        var pretends = !isSimulated && !accepted.IsRefused && accepted.Value.CertificateName.Contains(NoLegalForce, StringComparison.OrdinalIgnoreCase);
        return pretends ? ApplicationsRefusals.SignatureNotSound : accepted;
    }

    private async Task<Outcome<T>> Post<T>(string path, object question, CancellationToken cancel)
        where T : class
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(path, question, cancel);
            if (!answer.IsSuccessStatusCode) return await Refused(answer, cancel);
            return await answer.Content.ReadFromJsonAsync<T>(cancel) is { } value ? value : ApplicationsRefusals.SignatureNotSound;
        }
        catch (JsonException)
        {
            return ApplicationsRefusals.SigningServiceRefused.With("JSON");
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return ApplicationsRefusals.SigningOutcomeUnknown;
        }
    }

    private static async Task<Refusal> Refused(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout) return ApplicationsRefusals.SigningOutcomeUnknown;
        int? code = null;
        try
        {
            code = (await answer.Content.ReadFromJsonAsync<BsreMessages.ErrorAnswer>(cancel))?.StatusCode;
        }
        catch (JsonException)
        {
            // A proxy's page instead of the service's own words: the HTTP status is all there is to tell.
        }

        return code switch
        {
            WrongPassphrase => ApplicationsRefusals.PassphraseWrong,
            NotRegistered => ApplicationsRefusals.SignerNotRegistered,
            _ => ApplicationsRefusals.SigningServiceRefused.With(code ?? (int)answer.StatusCode),
        };
    }
}
