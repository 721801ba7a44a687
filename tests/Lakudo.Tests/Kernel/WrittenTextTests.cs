using System.Text;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;

namespace Lakudo.Tests.Kernel;

public sealed class WrittenTextTests
{
    [Theory]
    [InlineData("Nur\u02BCaini", "Nur'aini")]
    [InlineData("Nur\u2019aini \u201BAli \u00B4Abd", "Nur'aini 'Ali 'Abd")]
    [InlineData("Wa\u2011Ode\u2010Siti \u2013 Ali\uFF0Dx", "Wa-Ode-Siti - Ali-x")]
    [InlineData("Andre\u0301", "Andr\u00E9")]
    [InlineData("\u212Bsa \u212Aadir", "\u00C5sa Kadir")]
    [InlineData("a\u0302\u0323", "\u1EAD")]
    [InlineData("\uFF37\uFF41\u3000Ode", "Wa Ode")]
    [InlineData("La\u00A0Ode\u202FAli\u2009Umar", "La Ode Ali Umar")]
    [InlineData("\uFB01tri Sta\uFB00 S\u0131ti", "fitri Staff Siti")]
    [InlineData("\u200BSi\u00ADti\uFEFF \u200DWa\u200E\u2060", "Siti Wa")]
    [InlineData("La\r\nOde\tAli\u2028Umar\u0085X", "La Ode Ali Umar X")]
    [InlineData("\u1E24asan \u015Aukr\u0101", "\u1E24asan \u015Aukr\u0101")]
    public void Look_alikes_become_the_plain_letter_accents_join_theirs_and_what_has_no_width_goes(string typed, string kept) =>
        Assert.Equal(kept, PersonName.Read(typed).Value);

    [Theory]
    [InlineData("Siti \U0001F600", "\"\U0001F600\" (U+1F600)")]
    [InlineData("\U0001F469\u200D\U0001F467", "U+1F469")]
    [InlineData("Ali\u202Egnp", "U+202E")]
    [InlineData("Ali\u2067x\u2069", "U+2067")]
    [InlineData("S\u0456ti", "\"\u0456\" (U+0456)")]
    [InlineData("\u0421iti", "U+0421")]
    [InlineData("\u0391li", "U+0391")]
    [InlineData("Muha\u0640mmad", "U+0640")]
    [InlineData("\u0645\u062D\u0645\u062F", "U+0645")]
    [InlineData("n\u030Aa", "U+030A")]
    [InlineData("x\uE000", "U+E000")]
    [InlineData("a\uFFFDb", "U+FFFD")]
    [InlineData("a\0b", "U+0000")]
    [InlineData("a\u001Bb", "U+001B")]
    [InlineData("\u0251li", "U+0251")]
    [InlineData("\U0001D400li", "U+1D400")]
    public void What_no_document_can_print_is_refused_and_named_with_its_field(string typed, string sign)
    {
        foreach (var refusal in new[] { PersonName.Read(typed, "Nama ibu").Refusal, WrittenText.ReadLine(typed, "Nama ibu").Refusal, WrittenText.ReadLines(typed, "Nama ibu").Refusal })
        {
            Assert.Equal("K-045", refusal?.Code);
            Assert.Contains(sign, refusal!.Message, StringComparison.Ordinal);
            Assert.StartsWith("Nama ibu memuat tanda", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Half_a_letter_is_refused_and_a_name_of_nothing_that_is_seen_is_no_name()
    {
        Assert.Equal("K-045", PersonName.Read("Wa \uD83D").Refusal?.Code);
        Assert.Equal("K-008", PersonName.Read("\u200B\u2060 \u00AD").Refusal?.Code);
        Assert.Equal("K-008", PersonName.Read(new string('e', 199) + "e\u0301e").Refusal?.Code);
        Assert.False(PersonName.Read(new string('e', 199) + "e\u0301").IsRefused);
    }

    [Fact]
    public void A_text_keeps_its_lines_and_its_dashes_and_a_reason_follows_the_same_rule()
    {
        Assert.Equal("Baris satu\nbaris dua \u2013 \u2265 3 \u00D7", WrittenText.ReadLines("  Baris satu\r\nbaris\u00A0dua \u2013 \u2265 3 \u00D7 ", "Isi").Value);
        Assert.Equal("K-045", JournalReason.Read("Salah \u202Eketik").Refusal?.Code);
        Assert.Equal("Dusun 2, Lakudo", WrittenText.Tidy("Dusun\u202E 2,\nLakudo \U0001F3E0"));
        Assert.Equal("pesan \U0001F600", WrittenText.Clean("pesan\u202E \U0001F600\u0007"));
    }

    [Fact]
    public void The_table_of_accents_says_what_Unicode_says_and_the_typeface_has_every_letter_that_is_taken()
    {
        foreach (var letter in Enumerable.Range(0xC0, 0x1E00).Select(c => (char)c).Where(c => LetterTables.Printable.Contains(c)))
        {
            var apart = letter.ToString().Normalize(NormalizationForm.FormD);
            Assert.Equal(letter.ToString(), LetterTables.Compose(apart));
            Assert.Equal(apart[..1], LetterTables.WithoutAccents(letter.ToString()));
        }

        Assert.All(Enumerable.Range(' ', '~' - ' ' + 1).Concat(LetterTables.Printable.Select(c => (int)c)), letter => Assert.True(DocumentFonts.Has(letter), $"U+{letter:X4}"));
    }
}
