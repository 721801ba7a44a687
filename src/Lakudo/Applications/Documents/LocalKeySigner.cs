using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Lakudo.Kernel;

namespace Lakudo.Applications.Documents;

/// <summary>Signs with the installation's own key: PAdES level B-B.</summary>
public sealed class LocalKeySigner(SigningKey key) : IDocumentSigner
{
    internal const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    /// <inheritdoc/>
    public bool IsSample => key.IsSample;

    /// <inheritdoc/>
    public bool AsksPassphrase => false;

    /// <inheritdoc/>
    public Task<Outcome<SignedPdf>> Sign(byte[] pdf, SigningOrder order, CancellationToken cancel)
    {
        if (order.At < key.Certificate.NotBefore.ToUniversalTime() || order.At > key.Certificate.NotAfter.ToUniversalTime())
            return Task.FromResult<Outcome<SignedPdf>>(ApplicationsRefusals.CertificateNotUsable.With("EXPIRED"));
        var gap = PdfSignatureGap.In(pdf, order.Reason, order.Place, order.At);
        var signed = gap.Fill(Cms(gap.Covered()));
        return Task.FromResult(SignatureCheck.Accept(signed));
    }

    private byte[] Cms(byte[] covered)
    {
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, key.Certificate, key.Key)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, CertificateHash(key.Certificate)));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>
    /// The attribute that ties the signature to this very certificate (RFC 5035): one ESSCertIDv2. SHA-256 is the default of the algorithm field,
    /// so DER leaves it out.
    /// </summary>
    private static byte[] CertificateHash(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        return writer.Encode();
    }
}
