using Lakudo.Applications.Documents;

namespace Lakudo.Tests.Applications;

public sealed class DocumentPrintingTests
{
    [Fact]
    public void A_printed_document_says_who_issues_it_its_number_its_holder_and_its_code()
    {
        var code = VerificationCode.New();
        var text = TextOf(TestDocuments.Print(TestDocuments.Permit(), code));
        Assert.Contains("PEMERINTAH KABUPATEN BUTON TENGAH", text);
        Assert.Contains("SURAT IZIN PRAKTIK BIDAN", text);
        Assert.Contains("Nomor: 503/0001/SIPB/2026", text);
        Assert.Contains("Wa Ode Contoh", text);
        Assert.Contains("4 Januari 2031", text);
        Assert.Contains(code.ToString(), text);
        Assert.Contains("mpp.contoh.go.id/verifikasi", text);
    }

    [Fact]
    public void A_sample_says_on_every_page_that_it_has_no_legal_force_and_a_real_document_does_not()
    {
        var long_ = TestDocuments.Permit() with { Fields = [.. Enumerable.Range(1, 80).Select(i => new DocumentField($"Butir {i}", "Isi butir"))] };
        var sample = TextOf(TestDocuments.Print(long_, VerificationCode.New()));
        var pages = sample.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length >= 3);
        Assert.All(pages, page => Assert.Contains("CONTOH, TIDAK BERKEKUATAN HUKUM", page));
        Assert.DoesNotContain("TIDAK BERKEKUATAN", TextOf(TestDocuments.Print(TestDocuments.Permit(), VerificationCode.New(), isSample: false)));
    }

    [Fact]
    public void A_document_for_paper_keeps_a_place_for_signature_and_seal()
    {
        var text = TextOf(TestDocuments.Print(TestDocuments.Permit(), VerificationCode.New(), SigningWay.OnPaper));
        Assert.Contains("cap dinas", text);
        Assert.Contains("lembar bertanda tangan", text);
        Assert.DoesNotContain("secara elektronik", text);
    }

    [Theory]
    [InlineData("Suharto")]
    [InlineData("Wa")]
    public void A_holder_of_one_word_is_printed_as_the_name_is(string name) =>
        Assert.Contains(name, TextOf(TestDocuments.Print(TestDocuments.Permit(name), VerificationCode.New())));

    [Fact]
    public void A_name_of_two_hundred_letters_without_a_space_stays_on_the_page_and_whole()
    {
        var name = string.Concat(Enumerable.Repeat("Abcdefghij", 20));
        var text = TextOf(TestDocuments.Print(TestDocuments.Permit(name), VerificationCode.New(), isSample: false));
        var letters = string.Concat(text.Split('\n').Select(line => line.Trim().Replace("Nama", "").TrimStart(' ', ':')));
        Assert.Contains(name, letters);
    }

    [Fact]
    public void Accents_land_on_their_letter_and_a_document_with_a_letter_that_cannot_be_printed_is_named_before_it_is_made()
    {
        Assert.Contains("Andr\u00E9 Nur'aini", TextOf(TestDocuments.Print(TestDocuments.Permit("Andre\u0301 Nur\u02BCaini"), VerificationCode.New())));
        Assert.Null(TestDocuments.Permit("Andre\u0301 Nur\u02BCaini").Unprintable());
        var permit = TestDocuments.Permit();
        foreach (var (field, wrong) in new[]
        {
            ("Nama", TestDocuments.Permit("S\u0456ti")), ("Alamat kop surat", permit with { Letterhead = permit.Letterhead with { Address = "Jalan \u202E1" } }),
            ("Nama pejabat", permit with { Signatory = permit.Signatory with { Name = "La \U0001F600" } }), ("Judul dokumen", permit with { Title = "Surat \u2067Izin" }),
        })
        {
            Assert.Equal("A-061", wrong.Unprintable()?.Code);
            Assert.StartsWith(field + " memuat", wrong.Unprintable()!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_content_hash_changes_with_any_word_and_not_with_the_emblem()
    {
        var permit = TestDocuments.Permit();
        Assert.Equal(permit.Hash(), (permit with { Letterhead = permit.Letterhead with { Emblem = [1] } }).Hash());
        Assert.NotEqual(permit.Hash(), TestDocuments.Permit("Wa Ode Lain").Hash());
        Assert.NotEqual(permit.Hash(), (permit with { ValidUntil = null }).Hash());
        var moved = permit with { Fields = [new("Nam", "aWa Ode Contoh"), .. permit.Fields.Skip(1)] };
        Assert.NotEqual(permit.Hash(), moved.Hash());
    }

    [Fact]
    public void A_code_copied_onto_other_words_does_not_agree()
    {
        var code = VerificationCode.New();
        var link = VerificationLink.For(new Uri("https://mpp.contoh.go.id/layanan/"), code, TestDocuments.Permit().Hash());
        Assert.StartsWith($"https://mpp.contoh.go.id/layanan/verifikasi/{code}?isi=", link.AbsoluteUri);
        var scanned = link.Query["?isi=".Length..];
        Assert.True(VerificationLink.Agrees(scanned, TestDocuments.Permit().Hash()));
        Assert.False(VerificationLink.Agrees(scanned, TestDocuments.Permit("Orang Lain").Hash()));
        Assert.True(VerificationLink.Agrees(null, TestDocuments.Permit().Hash()));
    }

    private static string TextOf(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, pdf);
        var text = Tool.Run("pdftotext", "-layout", path, "-");
        File.Delete(path);
        return text;
    }
}
