using Lakudo.Kernel;

namespace Lakudo.Applications.Documents;

/// <summary>Puts an electronic signature into a finished PDF: a key of this installation, or the national service BSrE.</summary>
public interface IDocumentSigner
{
    /// <summary>Whether what it signs has no legal force, so that the page must say so before it is signed.</summary>
    bool IsSample { get; }

    /// <summary>Whether a simulator of the signing service answers, so that the page must say so.</summary>
    bool IsSimulated { get; }

    /// <summary>Whether the official must type a passphrase for each signing.</summary>
    bool AsksPassphrase { get; }

    /// <summary>Signs.</summary>
    /// <param name="pdf">The unsigned PDF, exactly as stored; the same bytes again after an unknown outcome.</param>
    /// <param name="order">Who signs, why, where, when.</param>
    /// <param name="cancel">Ends the wait; the outcome is then unknown, not refused.</param>
    /// <returns>The signed PDF, already checked, or the refusal of the service.</returns>
    Task<Outcome<SignedPdf>> Sign(byte[] pdf, SigningOrder order, CancellationToken cancel);
}

/// <summary>What a signer needs to know beside the file.</summary>
/// <param name="SignerName">As printed on the page.</param>
/// <param name="Account">The official's account at the signing service (NIK or e-mail); empty for a key of the installation.</param>
/// <param name="Passphrase">What the official typed; null where none is asked.</param>
/// <param name="Reason">Why it is signed, readable in a PDF viewer.</param>
/// <param name="Place">Where.</param>
/// <param name="At">When, UTC.</param>
public sealed record SigningOrder(string SignerName, string Account, Passphrase? Passphrase, string Reason, string Place, DateTime At);

/// <summary>A secret that lives for one request and never reaches a log, a journal or an error text.</summary>
/// <param name="secret">What was typed.</param>
public sealed class Passphrase(string secret)
{
    /// <summary>Hands the secret to the one place that must send it.</summary>
    internal string Reveal() => secret;

    /// <summary>Dots, whatever the secret.</summary>
    public override string ToString() => "•••";
}

/// <summary>A signed file and what its signature is worth.</summary>
/// <param name="Pdf">The file; its last byte is final.</param>
/// <param name="Level">PAdES level found in it: <c>B-B</c>, or <c>B-T</c> when it carries a timestamp.</param>
/// <param name="Certificate">SHA-256 of the signer's certificate, lower-case hexadecimal.</param>
/// <param name="CertificateName">The name in that certificate.</param>
public sealed record SignedPdf(byte[] Pdf, string Level, string Certificate, string CertificateName);
