using System.Text;
using Lakudo.Growth;
using Lakudo.Web.Growth;
using Lakudo.Web.Growth.Charts;

namespace Lakudo.Web.Tests.Growth;

/// <summary>The printed chart of one child.</summary>
public class GrowthChartTests
{
    private const string Child = """
        id,sex,birth_date,visit_date,weight_kg,lenhei_cm,measure
        Contoh,P,2024-01-15,2024-03-13,4.9,56.4,L
        Contoh,P,2024-01-15,2024-02-14,4.0,53.1,L
        Contoh,P,2024-01-15,2024-04-17,5.6,59.2,L
        Contoh,P,2024-01-15,2024-06-12,19.5,63.1,L

        """;

    [Fact]
    public void A_chart_has_WHO_s_seven_lines_and_every_measurement_in_order_of_age()
    {
        var page = Page(ChartKind.Bbu);
        Assert.Equal(["−3", "−2", "−1", "median", "+1", "+2", "+3"], page.Lines.Select(line => line.Label));
        Assert.Equal(WhoStandards.ByAge(GrowthIndex.WeightForAge, Sex.Female, Age.FromDays(365))!.Value.M, page.Lines[3].Points[365].Y);
        Assert.Equal([4.0, 4.9, 5.6, 19.5], page.Points.Select(point => point.Y));
        Assert.Equal([false, false, false, true], page.Points.Select(point => point.IsDoubtful));
        Assert.Equal((0.0, 24.0), (page.X.Low, page.X.High));
        Assert.Contains("tidak masuk akal", page.Table[^1][^1]);
        Assert.All(page.Lines.SelectMany(line => line.Points), point => Assert.InRange(point.Y, page.Y.Low, page.Y.High));
    }

    [Fact]
    public void The_card_has_its_red_and_orange_line_and_a_letter_under_every_month()
    {
        var page = Page(ChartKind.Kms);
        Assert.Equal(["merah", "oranye"], page.Lines.TakeLast(2).Select(line => line.Label));
        Assert.Equal(["B", "N", "T", "O"], page.Points.Select(point => point.Mark));
        Assert.Equal(["17 Apr 2024", "3 bln", "5,6", "700", "800", "T", ""], page.Table[2]);
        Assert.Contains(page.Notes, note => note.Contains("Belum dikonfirmasi", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ChartKind.Tbu)]
    [InlineData(ChartKind.Bbtb)]
    [InlineData(ChartKind.Imtu)]
    public void Every_chart_of_lengths_and_weights_shows_the_four_measurements(ChartKind kind) => Assert.Equal(4, Page(kind).Points.Count);

    [Fact]
    public void No_two_lines_are_told_apart_by_colour_alone()
    {
        // The drawing itself is looked at by people; what can be held here is that kinds of lines differ in the kind of stroke.
        var page = Page(ChartKind.Kms);
        Assert.Equal(6, page.Lines.Select(line => line.Stroke).Distinct().Count());
    }

    [Theory]
    [InlineData("out.svg", "<svg")]
    [InlineData("out.png", "PNG\r\n")]
    [InlineData("out.pdf", "%PDF-")]
    public async Task It_is_written_as_svg_png_and_pdf(string file, string start)
    {
        using var run = new GrowthRun();
        Assert.Equal(0, await GrowthRun.Command("chart", run.Write("anak.csv", Child), run.PathOf(file), "--kind", "Kms"));
        var bytes = File.ReadAllBytes(run.PathOf(file));
        Assert.True(bytes.Length > 10_000);
        var head = Encoding.Latin1.GetString(bytes, 0, 200);
        Assert.Contains(start, head);
    }

    [Theory]
    [InlineData("out.jpg", "--kind", "Bbu")]
    [InlineData("out.svg", "--kind", "Lku")]
    [InlineData("out.svg", "--id", "Lain")]
    [InlineData("out.svg", "--months", "24-0")]
    [InlineData("out.svg", "--font", "tidak-ada.ttf")]
    public async Task What_cannot_be_drawn_is_refused_and_nothing_is_left(string file, string option, string value)
    {
        using var run = new GrowthRun();
        Assert.Equal(1, await GrowthRun.Command("chart", run.Write("anak.csv", Child), run.PathOf(file), option, value));
        Assert.Single(Directory.GetFiles(run.Folder));
    }

    [Fact]
    public async Task A_file_of_two_children_takes_an_id_and_two_sexes_are_refused()
    {
        using var run = new GrowthRun();
        var two = run.Write("dua.csv", Child + "Lain,L,2024-01-15,2024-03-13,5.1,57,L\n");
        Assert.Equal(1, await GrowthRun.Command("chart", two, run.PathOf("a.svg")));
        Assert.Equal(0, await GrowthRun.Command("chart", two, run.PathOf("a.svg"), "--id", "Lain"));
        var mixed = run.Write("campur.csv", Child + "Contoh,L,2024-01-15,2024-05-13,5.1,57,L\n");
        Assert.Equal(1, await GrowthRun.Command("chart", mixed, run.PathOf("b.svg")));
        Assert.False(File.Exists(run.PathOf("b.svg")));
    }

    internal static ChartPage Page(ChartKind kind)
    {
        var source = CsvSource.Open(new MemoryStream(Encoding.UTF8.GetBytes(Child)), null).Value;
        var header = GrowthHeader.Read(source.Names, [], AgeForm.Any).Value;
        var rows = MeasurementRow.ReadAll(source, header, [], []).Value;
        return ChildChart.Make(kind, rows, "Contoh", null).Value;
    }
}
