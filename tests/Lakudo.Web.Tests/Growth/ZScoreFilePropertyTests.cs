using System.Globalization;
using System.Text;
using CsCheck;
using Lakudo.Web.Growth;
using Lakudo.Web.Growth.Compare;

namespace Lakudo.Web.Tests.Growth;

/// <summary>What must hold for any file, clean or dirty.</summary>
public class ZScoreFilePropertyTests
{
    private const string Header = "id,sex,age_days,weight_kg,lenhei_cm,measure,oedema,headc_cm,muac_cm,triskin_mm,subskin_mm";

    private static readonly string[] Words =
    [
        "", "NA", "-", "L", "H", "y", "n", "1", "2", "m", "8888", "12,5", "1e2", "0.1.2", "\"7.5\"", " 9 ", "é", "\"a\"\"b\"", "\"x\ny\"", "5\"", "+3", "-4",
    ];

    private static readonly Gen<string> Field = Gen.Frequency(
        (20, Gen.Int[0, 200_000].Select(n => (n / 100m).ToString(CultureInfo.InvariantCulture))),
        (3, Gen.Int[0, Words.Length - 1].Select(i => Words[i])),
        (1, Gen.String[Gen.Char[' ', '~'], 0, 12].Select(text => text.Replace("\"", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal))));

    private static readonly Gen<string> Row = Field.Array[9, 12].Select(fields => string.Join(',', fields).Replace("12,5", "\"12,5\"", StringComparison.Ordinal));

    [Fact]
    public void Row_by_row_is_as_in_bulk() =>
        Row.Array[1, 30].Sample(rows =>
        {
            var bulk = GrowthRun.ZScores(Header + "\n" + string.Join('\n', rows)).Answer;
            var single = rows.Select(row => GrowthRun.ZScores(Header + "\n" + row).Answer).Select(answer => answer[(answer.IndexOf('\n') + 1)..]);
            return bulk[(bulk.IndexOf('\n') + 1)..] == string.Concat(single);
        }, iter: 300);

    [Fact]
    public void One_thread_answers_as_many_do_and_the_size_of_a_part_does_not_matter() =>
        Gen.Select(Row.Array[1, 200], Gen.Int[16, 5000]).Sample((rows, size) =>
        {
            var text = Header + "\n" + string.Join("\r\n", rows);
            var (one, oneRows, oneFaults) = GrowthRun.ZScores(text);
            var (many, manyRows, manyFaults) = GrowthRun.ZScores(text, 4, size);
            return one == many && oneRows == manyRows && oneFaults.SequenceEqual(manyFaults);
        }, iter: 200);

    /// <summary>Bytes of any kind after a good header: every file is answered to its end, whatever the threads.</summary>
    [Fact]
    public void A_file_of_any_bytes_is_answered_to_its_end()
    {
        var (isLong, seed, random) = Mutation.Begin();
        var seeds = File.ReadAllBytes(GrowthRun.CheckSet("anthro-2k-input.csv"));
        var start = seeds.AsSpan().IndexOf((byte)'\n') + 1;
        for (var round = 0; round < (isLong ? 20_000 : 300); round++)
        {
            var from = random.Next(start, seeds.Length - 2000);
            var body = seeds[from..(from + random.Next(1, 2000))];
            Mutation.Change(body, random, 40);
            byte[] file = [.. seeds[..start], .. body];
            var one = GrowthRun.ZScores(file);
            var many = GrowthRun.ZScores(file, 3, random.Next(16, 600));
            Assert.True(one.Answer == many.Answer && one.Faults.SequenceEqual(many.Faults), $"seed {seed}, round {round}: {Convert.ToBase64String(body)}");
            var lines = CsvFieldsOf(one.Answer);
            Assert.True(lines.Count == one.Rows + 1 && lines.All(count => count == 22), $"seed {seed}, round {round}: {Convert.ToBase64String(body)}");
        }
    }

    /// <summary>An export or a workbook of any bytes is read or refused, never a fault.</summary>
    [Fact]
    public async Task A_damaged_export_or_workbook_is_read_or_refused()
    {
        var (isLong, seed, random) = Mutation.Begin();
        var header = Encoding.UTF8.GetBytes("NIK,JK,Tgl Lahir,Usia Saat Ukur,Tanggal Pengukuran,Berat,Tinggi,Cara Ukur,ZS BB/U,ZS TB/U,ZS BB/TB\n");
        var line = "7414010101240001,L,2024-01-15,0 Tahun - 8 Bulan - 2 Hari,45650,\"8,2\",72.0,Terlentang,-1.2,-0.4,-1.3\n"u8.ToArray();
        using var run = new GrowthRun();
        await using (var file = File.Create(run.PathOf("baik.xlsx")))
        await using (var workbook = await WorkbookWriter.Start(file, "data", default))
        {
            workbook.Write(File.ReadAllBytes(GrowthRun.CheckSet("anthro-2k-input.csv")).AsSpan(0, 40_000) is var part ? part[..(part.LastIndexOf((byte)'\n') + 1)] : default);
            await workbook.Finish(default);
        }

        var good = File.ReadAllBytes(run.PathOf("baik.xlsx"));
        for (var round = 0; round < (isLong ? 1_000 : 40); round++)
        {
            byte[] body = [.. line, .. line, .. line];
            Mutation.Change(body, random, 12);
            var export = ExportFile.Read([.. header, .. body], []);
            Assert.True(export.IsRefused || Comparison.Of(export.Value.Rows).Compared <= 9, $"seed {seed}, round {round}");

            var bytes = (byte[])good.Clone();
            Mutation.Change(bytes, random, 6);
            File.WriteAllBytes(run.PathOf("rusak.xlsx"), bytes);
            var code = await GrowthRun.Command("zscores", run.PathOf("rusak.xlsx"), run.PathOf("out.csv"));
            Assert.True(code is 0 or 1 && File.Exists(run.PathOf("out.csv")) == (code == 0), $"seed {seed}, round {round}, exit {code}");
            File.Delete(run.PathOf("out.csv"));
        }
    }

    [Fact]
    public void A_number_is_read_as_its_decimal() =>
        Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 11], Gen.Bool).Sample((digits, decimals, comma) =>
        {
            var number = (decimal)digits / (decimal)Math.Pow(10, decimals);
            var text = number.ToString(CultureInfo.InvariantCulture);
            var isRead = DecimalText.TryRead(Encoding.UTF8.GetBytes(comma ? text.Replace('.', ',') : text), 7, out var scaled);
            return Math.Abs(number) >= DecimalText.TooLarge ? !isRead : isRead && scaled == (long)decimal.Round(number * 10_000_000);
        });

    [Fact]
    public void A_BMI_is_written_with_the_15_digits_that_the_runtime_writes() =>
        Gen.OneOf(Gen.Double[10, 100], Gen.Double[0.001, 500]).Sample(bmi =>
        {
            var text = new ByteText(64);
            text.AddFifteenDigits(bmi, (byte)'.');
            return Encoding.ASCII.GetString(text.Written) == bmi.ToString("G15", CultureInfo.InvariantCulture);
        }, iter: 20_000);

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("29/02/2025")]
    [InlineData("02/13/2026")]
    [InlineData("05/01/26")]
    [InlineData("2026")]
    [InlineData("081234567890")]
    [InlineData("kemarin")]
    [InlineData("2026-1")]
    [InlineData("2026-01-05-07")]
    public void A_day_that_does_not_exist_or_cannot_be_told_is_not_read(string text) => Assert.False(DateText.TryRead(Encoding.UTF8.GetBytes(text), out _));

    private static List<int> CsvFieldsOf(string answer)
    {
        var bytes = Encoding.UTF8.GetBytes(answer);
        var fields = new CsvFields((byte)',');
        var counts = new List<int>();
        for (var at = 0; at < bytes.Length; counts.Add(fields.Count))
        {
            at = fields.Read(bytes, at);
        }

        return counts;
    }
}
