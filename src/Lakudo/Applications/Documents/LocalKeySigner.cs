using Lakudo.Kernel;

namespace Lakudo.Applications.Documents;

/// <summary>Signs with the installation's own key: PAdES level B-B.</summary>
public sealed class LocalKeySigner(SigningKey key) : IDocumentSigner
{
    /// <inheritdoc/>
    public bool IsSample => key.IsSample;

    /// <inheritdoc/>
    public bool IsSimulated => false;

    /// <inheritdoc/>
    public bool AsksPassphrase => false;

    /// <inheritdoc/>
    public Task<Outcome<SignedPdf>> Sign(byte[] pdf, SigningOrder order, CancellationToken cancel)
    {
        if (order.At < key.Certificate.NotBefore.ToUniversalTime() || order.At > key.Certificate.NotAfter.ToUniversalTime())
            return Task.FromResult<Outcome<SignedPdf>>(ApplicationsRefusals.CertificateNotUsable.With("EXPIRED"));
        return Task.FromResult(SignatureCheck.Accept(PadesSignature.Put(pdf, new PadesSigner(key.Certificate, key.Key, []), order.Reason, order.Place, order.At)));
    }
}
