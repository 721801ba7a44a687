using Lakudo.Catalogue.Search;
using Lakudo.Kernel;
using nietras.SeparatedValues;

namespace Lakudo.Tests.Catalogue;

public sealed class SearchTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<(string Code, SearchEntry Entry)> _services = Sample();
    private static readonly ServiceIndex _index = new([.. _services.Select(s => s.Entry)], Synonyms.Standard);

    private static List<(string Code, SearchEntry Entry)> Sample()
    {
        var events = DataFile.Read("catalogue/life-events.csv", c => (Key: c("key"), Text: c("title"))).ToDictionary(e => e.Key, e => e.Text);
        var agencies = DataFile.Read("catalogue/agencies.csv", c => (Name: c("name"), Short: c("short_name"))).ToDictionary(a => a.Name, a => a.Short);
        return [.. DataFile.Read("catalogue/services.csv", c => (c("code"), new SearchEntry(
            c("name"), c("output"), $"{c("agency")} {agencies[c("agency")]}",
            $"{c("category")} {string.Join(' ', c("life_events").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(key => events[key]))}",
            c("requirements"))))];
    }

    private static string[] Find(string query) => [.. _index.Find(query, 3).Select(place => _services[place].Code)];

    [Fact]
    public void Of_the_queries_as_people_type_them_95_in_100_have_the_right_service_in_the_first_three()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "data/catalogue/queries.csv");
        using var reader = Sep.New(',').Reader(o => o with { Unescape = true }).FromFile(file);
        var asked = 0;
        var missed = new List<string>();
        foreach (var row in reader)
        {
            asked++;
            var (query, right) = (row["query"].ToString(), row["right"].ToString());
            if (Find(query) is var found && !right.Split(';').Intersect(found).Any())
            {
                missed.Add($"{query}: wanted {right}, got {string.Join(' ', found)}");
            }
        }

        output.WriteLine($"{asked - missed.Count} of {asked}; missed:");
        missed.ForEach(output.WriteLine);
        Assert.True(asked >= 150);
        Assert.True(missed.Count <= asked * .05, $"{missed.Count} of {asked} missed:\n{string.Join('\n', missed)}");
    }

    [Theory]
    [InlineData("KTP hilang")]
    [InlineData("e-KTP hilang")]
    [InlineData("ktp el hilang")]
    [InlineData("HILANG KTP-EL")]
    [InlineData("ktp ilang")]
    [InlineData("kehilangan ektp")]
    public void However_it_is_written_a_lost_identity_card_is_found_first(string query) => Assert.Equal("DKC-002", Find(query)[0]);

    [Theory]
    [InlineData("layanan mal pelayanan publik paspor")]
    [InlineData("layanan mall pelayanan publik paspor")]
    public void Mal_and_mall_are_the_same(string query) => Assert.StartsWith("IMI-", Find(query)[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!!! ???")]
    [InlineData("zzzzqqqq")]
    [InlineData("𝕜𝕥𝕡 \ud800")]
    public void What_means_nothing_finds_nothing_and_breaks_nothing(string query) => Assert.Empty(Find(query));

    [Fact]
    public void A_query_of_ten_thousand_letters_is_answered_from_its_beginning() => Assert.Equal("DKC-002", Find("ktp hilang " + new string('x', 10_000))[0]);

    [Theory]
    [InlineData("akta", "akta", 0)]
    [InlineData("akta", "akat", 1)]
    [InlineData("paspor", "paspr", 1)]
    [InlineData("sertipikat", "sertifkat", 2)]
    [InlineData("nikah", "cerai", 3)]
    public void Slips_are_counted_up_to_the_limit(string one, string other, int slips) => Assert.Equal(slips, Spelling.Distance(one, other, 2));
}
