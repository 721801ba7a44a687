using System.Globalization;
using System.Text;
using PdfSharp.Pdf.Signatures;

namespace Lakudo.Applications.Documents;

/// <summary>A PDF with a signature field whose gap is still empty, and the filling of that gap.</summary>
/// <remarks>
/// PDFsharp writes the older form <c>/adbe.pkcs7.detached</c>; PAdES (ETSI EN 319 142-1) wants <c>/ETSI.CAdES.detached</c>. Both names have
/// the same length, so they change places without moving a byte. The time of signing stands in <c>/M</c>, not in the CMS, as PAdES asks.
/// </remarks>
internal sealed class PdfSignatureGap
{
    private const int GapBytes = 8192;
    private readonly byte[] _pdf;
    private readonly PdfByteRange _range;

    private PdfSignatureGap(byte[] pdf, PdfByteRange range)
    {
        _pdf = pdf;
        _range = range;
    }

    /// <summary>Adds an invisible signature field to an unsigned PDF.</summary>
    internal static PdfSignatureGap In(byte[] unsigned, string reason, string place, DateTime at)
    {
        using var document = PdfFile.Open(unsigned);
        DigitalSignatureHandler.ForDocument(document, new EmptySignature(), new DigitalSignatureOptions { Reason = reason, Location = place, AppName = "Lakudo" });
        var pdf = PdfFile.Written(document);
        Replace(pdf, "/SubFilter/adbe.pkcs7.detached", "/SubFilter/ETSI.CAdES.detached");
        WriteTime(pdf, at);
        return new PdfSignatureGap(pdf, PdfByteRange.FindLast(pdf) ?? throw new InvalidDataException("PDFsharp wrote no byte range."));
    }

    /// <summary>The bytes that the signature covers: all but the gap.</summary>
    internal byte[] Covered() => _range.Covered(_pdf);

    /// <summary>Writes the CMS into the gap as hexadecimal, the rest stays zero.</summary>
    internal byte[] Fill(byte[] cms)
    {
        if (cms.Length > GapBytes) throw new InvalidDataException($"The signature has {cms.Length} bytes, the gap {GapBytes}.");
        var signed = (byte[])_pdf.Clone();
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(cms)).CopyTo(signed, _range.GapStart + 1);
        return signed;
    }

    private static void WriteTime(byte[] pdf, DateTime at)
    {
        var marker = Encoding.ASCII.GetBytes("/M(D:");
        var field = pdf.AsSpan().LastIndexOf(marker);
        if (field < 0) throw new InvalidDataException("PDFsharp wrote no time of signing.");
        Encoding.ASCII.GetBytes(at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+00'00'").CopyTo(pdf, field + marker.Length);
    }

    private static void Replace(byte[] pdf, string old, string with)
    {
        var position = pdf.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(old));
        if (position < 0) throw new InvalidDataException($"PDFsharp did not write {old}.");
        Encoding.ASCII.GetBytes(with).CopyTo(pdf, position);
    }

    /// <summary>Lets PDFsharp reserve the gap; the real signature comes afterwards, over the bytes as they then are.</summary>
    private sealed class EmptySignature : IDigitalSigner
    {
        public string CertificateName => "Lakudo";

        public Task<int> GetSignatureSizeAsync() => Task.FromResult(GapBytes);

        public Task<byte[]> GetSignatureAsync(Stream stream) => Task.FromResult(new byte[GapBytes]);
    }
}
