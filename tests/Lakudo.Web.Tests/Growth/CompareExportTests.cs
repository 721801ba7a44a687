using System.Globalization;
using System.Text;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Web.Growth.Compare;

namespace Lakudo.Web.Tests.Growth;

/// <summary>What is said of an export that carries its own z-scores.</summary>
public class CompareExportTests
{
    private const string Header = "No,NIK,Nama,JK,Tgl Lahir,Usia Saat Ukur,Tanggal Pengukuran,Berat,Tinggi,Cara Ukur,ZS BB/U,ZS TB/U,ZS BB/TB";

    [Theory]
    [InlineData(AgeMethod.Days)]
    [InlineData(AgeMethod.CompletedMonths)]
    public void An_export_says_by_its_figures_which_age_it_went_by(AgeMethod method)
    {
        var comparison = Of(Children(200, method));
        Assert.Equal(method, comparison.Method);
        Assert.Equal(600, comparison.Compared);
        Assert.Equal(600, method == AgeMethod.Days ? comparison.EqualByDay : comparison.EqualByMonth);
        Assert.True(comparison.Telling > 100);
        Assert.Empty(comparison.Differences);
    }

    [Fact]
    public void Half_by_day_and_half_by_month_is_no_method_and_few_rows_say_nothing()
    {
        Assert.Null(Of([.. Children(100, AgeMethod.Days), .. Children(100, AgeMethod.CompletedMonths)]).Method);
        Assert.Null(Of(Children(5, AgeMethod.Days)).Method);
    }

    [Theory]
    [InlineData("1,,A,L,2024-01-15,,2026-02-20,10.2,84.0,Terlentang,{0},{1},{2}", "1,,A,L,2024-01-15,,2026-02-20,10.2,84.0,,{0},{1},{2}", "cara ukur tidak diperhitungkan (tanpa koreksi 0,7 cm)")]
    [InlineData("1,,A,L,2024-01-15,,2024-12-20,8.2,72.0,Terlentang,{0},{1},{2}", "1,,A,P,2024-01-15,,2024-12-20,8.2,72.0,Terlentang,{0},{1},{2}", "jenis kelamin tertukar")]
    [InlineData("1,,A,L,2024-01-15,,2024-12-20,82,72.0,Terlentang,{0},{1},{2}", "1,,A,L,2024-01-15,,2024-12-20,8.2,72.0,Terlentang,{0},{1},{2}", "berat bergeser satu angka (dibagi 10)")]
    [InlineData("1,,A,L,2024-01-15,,2024-02-03,3.6,52.0,Terlentang,{0},{1},{2}", "1,,A,L,2024-01-15,,2024-02-04,3.6,52.0,Terlentang,{0},{1},{2}", "umur satu hari lebih tua")]
    [InlineData("1,,A,L,2024-01-15,0 Tahun - 8 Bulan - 2 Hari,2024-12-20,8.2,72.0,Terlentang,{0},{1},{2}", "1,,A,L,2024-01-15,,2024-09-15,8.2,72.0,Terlentang,{0},{1},{2}", "umur yang tertulis tidak sama dengan tanggalnya", AgeMethod.CompletedMonths)]
    public void Every_figure_that_differs_is_explained_by_the_slip_that_gives_it(string row, string computedFrom, string reason, AgeMethod method = AgeMethod.Days)
    {
        var source = Read(string.Format(CultureInfo.InvariantCulture, computedFrom, "0", "0", "0")).Rows[0];
        var figures = ExportRow.Indices.Select(index => (Readings.Z(source, index, method)!.Value / 100m).ToString(CultureInfo.InvariantCulture)).ToArray<object>();
        var comparison = Of([.. Children(100, AgeMethod.Days), string.Format(CultureInfo.InvariantCulture, row, figures)]);
        Assert.Equal(AgeMethod.Days, comparison.Method);
        Assert.NotEmpty(comparison.Differences);
        Assert.All(comparison.Differences, difference => Assert.Equal((102L, reason), (difference.Line, difference.Reason)));
    }

    [Fact]
    public void A_far_value_without_the_rule_beyond_3_SD_is_known()
    {
        // A boy of 400 days with 4 kg: the plain formula instead of WHO's step beyond 3 SD.
        var row = WhoStandards.ByAge(GrowthIndex.WeightForAge, Sex.Male, Age.FromDays(400))!.Value;
        var plain = Math.Round((row with { IsRestricted = false }).ZOf(4), 2);
        var visit = new DateOnly(2024, 1, 15).AddDays(400);
        var comparison = Of([.. Children(100, AgeMethod.Days), $"1,,A,L,2024-01-15,,{visit:yyyy-MM-dd},4,,,{plain.ToString(CultureInfo.InvariantCulture)},,"]);
        Assert.Equal("tanpa aturan WHO di luar 3 SD", Assert.Single(comparison.Differences).Reason);
    }

    [Fact]
    public void Titles_repeated_names_commas_serials_and_unknown_codes_do_not_stop_it()
    {
        var rows = Children(60, AgeMethod.Days);
        var dirty = new StringBuilder("Laporan Pengukuran,,\n\n").AppendLine(Header).AppendJoin('\n', rows.Take(30)).Append('\n').AppendLine(Header);
        foreach (var row in rows.Skip(30))
        {
            var cells = row.Split(',');
            cells[4] = (DateOnly.Parse(cells[4], CultureInfo.InvariantCulture).DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture);
            for (var i = 7; i < cells.Length; i++) cells[i] = cells[i].Contains('.', StringComparison.Ordinal) ? $"\"{cells[i].Replace('.', ',')}\"" : cells[i];
            dirty.AppendLine(string.Join(',', cells));
        }

        dirty.AppendLine("61,,A,L,2024-01-15,,2024-12-20,8888,081234567890,Terlentang,-1.2,-0.4,-1.3").AppendLine("62,,A,?,2024-01-15,,2024-12-20,8,70,,-1,-1,-1");
        var export = ExportFile.Read(Encoding.UTF8.GetBytes(dirty.ToString()), []).Value;
        var comparison = Comparison.Of(export.Rows);
        Assert.Equal(61, export.Rows.Count);
        Assert.Equal(AgeMethod.Days, comparison.Method);
        Assert.Equal(3, comparison.Differences.Count);
        Assert.All(comparison.Differences, difference => Assert.Equal("ukuran atau umur di luar standar WHO", difference.Reason));
        Assert.Equal("jenis kelamin tidak terbaca", Assert.Single(export.LeftOut).Reason);
    }

    [Fact]
    public async Task The_list_holds_lines_and_reasons_and_neither_names_nor_NIK()
    {
        using var run = new GrowthRun();
        var file = run.Write("ekspor.csv", string.Join('\n', [Header, .. Children(40, AgeMethod.Days), "9,7414010101240001,Wa Ode,L,2024-01-15,,2024-12-20,8.2,72.0,,9.99,9.99,9.99"]));
        Assert.Equal(0, await GrowthRun.Command("compare", file, run.PathOf("beda.csv")));
        var list = File.ReadAllText(run.PathOf("beda.csv"));
        Assert.Contains("42,BB/U,9.99,", list);
        Assert.DoesNotContain("7414", list);
        Assert.DoesNotContain("Wa Ode", list);
        Assert.Equal(1, await GrowthRun.Command("compare", run.Write("lain.csv", "a,b\n1,2\n"), run.PathOf("x.csv")));
    }

    private static ExportFile Read(params string[] rows) => ExportFile.Read(Encoding.UTF8.GetBytes(string.Join('\n', [Header, .. rows])), []).Value;

    private static Comparison Of(string[] rows) => Comparison.Of(Read(rows).Rows);

    private static string[] Children(int count, AgeMethod method) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var birth = new DateOnly(2024, 1, 1).AddDays(i * 3 % 365);
        var visit = birth.AddDays(40 + i * 37 % 1000);
        var measurement = new Measurement
        {
            Sex = i % 2 == 0 ? Sex.Male : Sex.Female,
            Weight = Mass.FromGrams(4000 + (visit.DayNumber - birth.DayNumber) * 8 + i % 7 * 150),
            LengthOrHeight = Length.FromTenthsOfMillimetre(5600 + (visit.DayNumber - birth.DayNumber) * 3 + i % 5 * 100),
        };
        Assessment answer;
        if (method == AgeMethod.Days) answer = WhoStandards.Assess(measurement with { Age = Age.Between(birth, visit) });
        else CompletedMonths.Assess(measurement, CompletedMonths.Between(birth, visit), out answer);
        return string.Create(CultureInfo.InvariantCulture, $"{i},,Anak,{(i % 2 == 0 ? 'L' : 'P')},{birth:yyyy-MM-dd},,{visit:yyyy-MM-dd},{measurement.Weight.Value.Kilograms},{measurement.LengthOrHeight.Value.Centimetres},,{answer.WeightForAge},{answer.LengthForAge},{answer.WeightForLength}");
    })];
}
