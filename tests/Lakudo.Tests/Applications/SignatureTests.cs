using System.Text;
using Lakudo.Applications;
using Lakudo.Applications.Documents;

namespace Lakudo.Tests.Applications;

public sealed class SignatureTests
{
    [Fact]
    public async Task Pdfsig_calls_a_signed_document_valid_and_wholly_covered()
    {
        var signed = await TestDocuments.Signed(VerificationCode.New());
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, signed.Pdf);
        var said = Tool.Run("pdfsig", path);
        File.Delete(path);
        Assert.Contains("Signature is Valid", said);
        Assert.Contains("ETSI.CAdES.detached", said);
        Assert.Contains("Total document signed", said);
        Assert.Contains("tidak berkekuatan hukum", said);
        Assert.Contains("SHA-256", said);
    }

    [Fact]
    public async Task Qpdf_finds_every_stream_whole_before_and_after_signing()
    {
        var holder = TestDocuments.Permit("Andr\u00E9 Nur'aini");
        var longer = holder with { Fields = [.. Enumerable.Range(1, 80).Select(i => new DocumentField($"Butir {i}", "Isi butir"))] };
        byte[][] files =
        [
            TestDocuments.Print(holder, VerificationCode.New()), TestDocuments.Print(longer, VerificationCode.New()), TestDocuments.Print(holder, VerificationCode.New(), SigningWay.OnPaper, isSample: false),
            (await TestDocuments.Signed(VerificationCode.New())).Pdf,
        ];
        foreach (var file in files)
        {
            var path = Path.GetTempFileName();
            File.WriteAllBytes(path, file);
            var said = Tool.Run("qpdf", "--check", path);
            File.Delete(path);
            Assert.Contains("No syntax or stream encoding errors found", said);
            Assert.DoesNotContain("WARNING", said);
        }
    }

    [Fact]
    public async Task A_signed_document_is_intact_level_B_B_and_names_its_code_and_certificate()
    {
        var code = VerificationCode.New();
        var signed = await TestDocuments.Signed(code);
        var findings = SignatureCheck.Look(signed.Pdf);
        Assert.Equal(SignatureState.Intact, findings.State);
        Assert.Equal("B-B", findings.Level);
        Assert.Equal(code, findings.Code);
        Assert.Equal(signed.Certificate, findings.Certificate);
    }

    [Fact]
    public async Task The_time_of_signing_is_the_orders_time_and_stands_outside_the_CMS()
    {
        var signed = await TestDocuments.Signed(VerificationCode.New());
        Assert.Contains("/M(D:20260105024200+00'00')", Encoding.Latin1.GetString(signed.Pdf));
        var range = PdfByteRange.FindLast(signed.Pdf)!.Value;
        var cms = new System.Security.Cryptography.Pkcs.SignedCms();
        cms.Decode(range.Signature(signed.Pdf)!);
        Assert.DoesNotContain(cms.SignerInfos[0].SignedAttributes.Cast<System.Security.Cryptography.CryptographicAttributeObject>(), a => a.Oid.Value == "1.2.840.113549.1.9.5");
    }

    [Fact]
    public async Task One_changed_byte_anywhere_is_found()
    {
        var signed = await TestDocuments.Signed(VerificationCode.New());
        var original = SignatureCheck.Look(signed.Pdf);
        var range = PdfByteRange.FindLast(signed.Pdf)!.Value;
        var positions = Enumerable.Range(0, signed.Pdf.Length / 211).Select(i => i * 211)
            .Concat([range.GapStart, range.GapStart + 1, range.GapStart + 40, range.GapEnd - 2, range.GapEnd - 1, range.GapEnd, signed.Pdf.Length - 1]);
        foreach (var position in positions)
        {
            var changed = (byte[])signed.Pdf.Clone();
            changed[position] ^= 1;
            var findings = SignatureCheck.Look(changed);
            Assert.NotEqual(original.FileHash, findings.FileHash);
            var outsideTheGap = position < range.GapStart || position >= range.GapEnd;
            if (outsideTheGap) Assert.NotEqual(SignatureState.Intact, findings.State);
        }
    }

    [Fact]
    public async Task A_changed_word_is_called_altered_and_added_bytes_are_called_added()
    {
        var signed = await TestDocuments.Signed(VerificationCode.New());
        var changed = (byte[])signed.Pdf.Clone();
        changed[^1000] ^= 0x20;
        Assert.Equal(SignatureState.Altered, SignatureCheck.Look(changed).State);
        Assert.Equal(SignatureState.AddedTo, SignatureCheck.Look([.. signed.Pdf, .. "\n% lampiran"u8]).State);
        Assert.Equal(SignatureState.None, SignatureCheck.Look(TestDocuments.Print()).State);
        Assert.Equal(SignatureState.Unreadable, SignatureCheck.Look("%PDF-1.7 /ByteRange [0 1 99999999 3]"u8.ToArray()).State);
    }

    [Fact]
    public void The_key_is_made_once_and_only_its_owner_may_read_it()
    {
        var directory = Directory.CreateTempSubdirectory("lakudo-key-").FullName;
        using var first = SigningKey.Open(directory, TestDocuments.At);
        using var second = SigningKey.Open(directory, TestDocuments.At.AddDays(1));
        Assert.True(first.IsSample);
        Assert.Equal(first.Certificate.Thumbprint, second.Certificate.Thumbprint);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(directory, "sample-signing.key")));
        Assert.Equal(2, Directory.GetFiles(directory).Length);
    }

    [Fact]
    public void A_key_that_others_may_read_is_not_used_and_the_message_says_what_to_do()
    {
        var directory = Directory.CreateTempSubdirectory("lakudo-key-").FullName;
        SigningKey.Open(directory, TestDocuments.At).Dispose();
        File.SetUnixFileMode(Path.Combine(directory, "sample-signing.key"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", Assert.Throws<InvalidOperationException>(() => SigningKey.Open(directory, TestDocuments.At)).Message);
    }

    [Fact]
    public void A_real_pair_takes_the_place_of_the_sample_and_must_belong_together()
    {
        var directory = Directory.CreateTempSubdirectory("lakudo-key-").FullName;
        SigningKey.Open(directory, TestDocuments.At).Dispose();
        File.Copy(Path.Combine(directory, "sample-signing.key"), Path.Combine(directory, "signing.key"));
        File.Copy(Path.Combine(directory, "sample-signing.crt"), Path.Combine(directory, "signing.crt"));
        using (var real = SigningKey.Open(directory, TestDocuments.At)) Assert.False(real.IsSample);
        File.WriteAllText(Path.Combine(directory, "signing.crt"), TestDocuments.Key.Certificate.ExportCertificatePem());
        Assert.Throws<InvalidOperationException>(() => SigningKey.Open(directory, TestDocuments.At));
    }

    [Fact]
    public async Task An_expired_certificate_signs_nothing()
    {
        var late = TestDocuments.Order with { At = TestDocuments.At.AddYears(11) };
        var answer = await new LocalKeySigner(TestDocuments.Key).Sign(TestDocuments.Print(), late, CancellationToken.None);
        Assert.Equal(ApplicationsRefusals.CertificateNotUsable.Code, answer.Refusal?.Code);
    }
}
