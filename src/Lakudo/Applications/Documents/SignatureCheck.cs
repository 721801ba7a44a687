using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Lakudo.Kernel;

namespace Lakudo.Applications.Documents;

/// <summary>What a look into a PDF says about its signature, before our own records are asked.</summary>
public enum SignatureState
{
    /// <summary>No signature in it.</summary>
    None,

    /// <summary>A signature that cannot be read: cut, overwritten, or never one.</summary>
    Unreadable,

    /// <summary>A signature that does not fit the bytes: something was changed after signing.</summary>
    Altered,

    /// <summary>The signature fits, but bytes follow that it does not cover.</summary>
    AddedTo,

    /// <summary>The signature fits and covers the whole file.</summary>
    Intact,
}

/// <summary>The findings of <see cref="SignatureCheck.Look"/>.</summary>
/// <param name="State">Whether and how the signature fits.</param>
/// <param name="FileHash">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="Code">The verification code the file names, if it names one that can be read.</param>
/// <param name="Level"><c>B-B</c>, <c>B-T</c>, or <c>CMS</c> where the certificate is not tied to the signature; null without signature.</param>
/// <param name="Certificate">SHA-256 of the signer's certificate; null without signature.</param>
/// <param name="CertificateName">The name in it.</param>
public sealed record SignatureFindings(
    SignatureState State, string FileHash, VerificationCode? Code, string? Level = null, string? Certificate = null, string? CertificateName = null);

/// <summary>Looks into a PDF: byte range, CMS, certificate, and whether bytes were added. Trust in the certificate is a matter of our records.</summary>
public static class SignatureCheck
{
    /// <summary>Looks. Whatever the bytes are, the answer is a finding, never a fault.</summary>
    public static SignatureFindings Look(byte[] pdf)
    {
        var findings = new SignatureFindings(SignatureState.None, Convert.ToHexStringLower(SHA256.HashData(pdf)), CodeIn(pdf));
        if (PdfByteRange.FindLast(pdf) is not { } range)
            return pdf.AsSpan().IndexOf("/ByteRange"u8) < 0 ? findings : findings with { State = SignatureState.Unreadable };
        if (range.Signature(pdf) is not { } der) return findings with { State = SignatureState.Unreadable };
        var cms = new SignedCms(new ContentInfo(range.Covered(pdf)), detached: true);
        try
        {
            cms.Decode(der);
            if (cms.SignerInfos.Count != 1 || cms.SignerInfos[0].Certificate is not { } certificate) return findings with { State = SignatureState.Unreadable };
            var signer = cms.SignerInfos[0];
            findings = findings with
            {
                Level = LevelOf(signer, certificate),
                Certificate = Convert.ToHexStringLower(SHA256.HashData(certificate.RawData)),
                CertificateName = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            };
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return findings with { State = SignatureState.Unreadable };
        }

        return findings with { State = !Fits(cms) ? SignatureState.Altered : range.End < pdf.Length ? SignatureState.AddedTo : SignatureState.Intact };
    }

    /// <summary>Takes a freshly signed file only when its signature fits and covers it all.</summary>
    internal static Outcome<SignedPdf> Accept(byte[] pdf)
    {
        var findings = Look(pdf);
        return findings is { State: SignatureState.Intact, Level: { } level, Certificate: { } certificate, CertificateName: { } name }
            ? new SignedPdf(pdf, level, certificate, name)
            : ApplicationsRefusals.SignatureNotSound;
    }

    private static bool Fits(SignedCms cms)
    {
        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string LevelOf(SignerInfo signer, X509Certificate2 certificate)
    {
        if (!TiedTo(signer, certificate)) return "CMS";
        return IsTimestamped(signer) ? "B-T" : "B-B";
    }

    /// <summary>Whether it carries a timestamp that was made over this very signature and fits. Trust in who stamped it is a matter of our records.</summary>
    private static bool IsTimestamped(SignerInfo signer) => signer.UnsignedAttributes.Cast<CryptographicAttributeObject>()
        .Where(a => a.Oid.Value == PadesSignature.TimestampToken).SelectMany(a => a.Values.Cast<AsnEncodedData>())
        .Any(value => Rfc3161TimestampToken.TryDecode(value.RawData, out var token, out _) && token.VerifySignatureForSignerInfo(signer, out _));

    /// <summary>Whether the signing-certificate-v2 attribute names this certificate by its SHA-256.</summary>
    private static bool TiedTo(SignerInfo signer, X509Certificate2 certificate)
    {
        var attribute = signer.SignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(a => a.Oid.Value == PadesSignature.SigningCertificateV2);
        if (attribute is not { Values.Count: 1 }) return false;
        var first = new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
        if (first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence)) first.ReadSequence();
        return first.ReadOctetString().AsSpan().SequenceEqual(SHA256.HashData(certificate.RawData));
    }

    private static VerificationCode? CodeIn(ReadOnlySpan<byte> pdf)
    {
        var key = Encoding.ASCII.GetBytes(DocumentPdf.CodeKey + "(");
        var at = pdf.IndexOf(key);
        if (at < 0) return null;
        var value = pdf[(at + key.Length)..];
        var end = value.IndexOf((byte)')');
        if (end is < 0 or > 40) return null;
        var code = VerificationCode.Read(Encoding.ASCII.GetString(value[..end]));
        return code.IsRefused ? null : code.Value;
    }
}
