using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Lakudo.Applications.Documents;

/// <summary>Who puts a signature into a PDF.</summary>
/// <param name="Certificate">The signer's certificate.</param>
/// <param name="Key">Its private key.</param>
/// <param name="Issuers">Certificates above it that travel in the signature; none for one that stands alone.</param>
/// <param name="Timestamp">Makes an RFC 3161 token (DER) over the signature's value; null for level B-B.</param>
public sealed record PadesSigner(X509Certificate2 Certificate, RSA Key, IReadOnlyList<X509Certificate2> Issuers, Func<byte[], byte[]>? Timestamp = null);

/// <summary>Puts a PAdES signature (ETSI EN 319 142-1) into a finished PDF: level B-B, or B-T with a timestamp.</summary>
public static class PadesSignature
{
    internal const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    internal const string TimestampToken = "1.2.840.113549.1.9.16.2.14";

    /// <summary>Signs the whole file.</summary>
    /// <param name="unsigned">The PDF.</param>
    /// <param name="signer">Who signs.</param>
    /// <param name="reason">Why, readable in a viewer.</param>
    /// <param name="place">Where.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>The signed PDF; its last byte is final.</returns>
    public static byte[] Put(byte[] unsigned, PadesSigner signer, string reason, string place, DateTime at)
    {
        var gap = PdfSignatureGap.In(unsigned, reason, place, at);
        return gap.Fill(Cms(gap.Covered(), signer));
    }

    private static byte[] Cms(byte[] covered, PadesSigner signer)
    {
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        var by = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer.Certificate, signer.Key)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var issuer in signer.Issuers) by.Certificates.Add(issuer);
        by.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, CertificateHash(signer.Certificate)));
        cms.ComputeSignature(by);
        if (signer.Timestamp is { } stamp)
        {
            var signed = cms.SignerInfos[0];
            signed.AddUnsignedAttribute(new AsnEncodedData(TimestampToken, stamp(signed.GetSignature())));
        }

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
