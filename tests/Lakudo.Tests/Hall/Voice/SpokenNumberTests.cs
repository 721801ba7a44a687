using CsCheck;
using Lakudo.Hall.Voice;

namespace Lakudo.Tests.Hall.Voice;

public sealed class SpokenNumberTests
{
    [Theory]
    [InlineData("4K-10", "empat ka sepuluh")]
    [InlineData("1A-031", "satu a nol tiga puluh satu")]
    [InlineData("B-11", "be sebelas")]
    [InlineData("C-12", "ce dua belas")]
    [InlineData("D-19", "de sembilan belas")]
    [InlineData("A-20", "a dua puluh")]
    [InlineData("A-100", "a seratus")]
    [InlineData("A-115", "a seratus lima belas")]
    [InlineData("A-207", "a dua ratus tujuh")]
    [InlineData("A-999", "a sembilan ratus sembilan puluh sembilan")]
    [InlineData("A-1000", "a seribu")]
    [InlineData("A-1011", "a seribu sebelas")]
    [InlineData("A-12345", "a dua belas ribu tiga ratus empat puluh lima")]
    [InlineData("A-101000", "a seratus satu ribu")]
    [InlineData("A-000", "a nol nol nol")]
    [InlineData("ki.7", "ka i tujuh")]
    [InlineData("Q 7", "ki tujuh")]
    [InlineData("08123456", "nol delapan satu dua tiga empat lima enam")]
    [InlineData("12345678", "satu dua tiga empat lima enam tujuh delapan")]
    public void A_number_is_said_as_Indonesians_say_it(string printed, string said) =>
        Assert.Equal(said, string.Join(' ', SpokenNumber.Tiles(printed)));

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("Ω٣")]
    public void What_has_no_letter_and_no_digit_is_silent(string printed) => Assert.Empty(SpokenNumber.Tiles(printed));

    [Theory]
    [InlineData("Loket 3", "nomor-antrean empat ka sepuluh silakan-menuju-loket tiga")]
    [InlineData("3", "nomor-antrean empat ka sepuluh silakan-menuju-loket tiga")]
    [InlineData("loket 12A", "nomor-antrean empat ka sepuluh silakan-menuju-loket dua belas a")]
    [InlineData("Meja 2", "nomor-antrean empat ka sepuluh silakan-menuju meja dua")]
    [InlineData("Ruang A", "nomor-antrean empat ka sepuluh silakan-menuju ruang a")]
    public void A_call_names_the_number_and_then_the_counter(string counter, string said) =>
        Assert.Equal(said, string.Join(' ', SpokenNumber.Call("4K-10", counter)));

    [Fact]
    public void A_recall_says_that_it_is_one() => Assert.Equal("kembali-dipanggil", SpokenNumber.Call("A-1", "1", again: true)[0]);

    [Fact]
    public void Whatever_is_printed_is_said_only_with_tiles_that_exist() =>
        Gen.Select(Gen.String, Gen.String).Sample((number, counter) =>
            SpokenNumber.Call(number, counter).All(tile => SpokenNumber.AllTiles.Contains(tile)));

    [Fact]
    public void Every_number_to_ten_thousand_sounds_different()
    {
        var heard = Enumerable.Range(0, 10_001).Select(number => string.Join(' ', SpokenNumber.Tiles($"{number}"))).ToHashSet();
        Assert.Equal(10_001, heard.Count);
    }

    [Fact]
    public void Every_tile_is_in_the_list_and_recorded()
    {
        var root = RepositoryRoot();
        var listed = File.ReadLines(Path.Combine(root, "data/suara/ubin.csv")).Skip(1).Select(line => line.Split(',')[0]);
        var recorded = Directory.GetFiles(Path.Combine(root, "src/Lakudo.Web/wwwroot/suara"), "*.ogg").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(SpokenNumber.AllTiles.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Equal(SpokenNumber.AllTiles.Order(StringComparer.Ordinal), recorded.Order(StringComparer.Ordinal));
    }

    private static string RepositoryRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Lakudo.slnx"))) { at = at.Parent!; }
        return at.FullName;
    }
}
