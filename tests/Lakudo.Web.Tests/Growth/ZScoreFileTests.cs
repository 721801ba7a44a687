using Lakudo.Web.Growth;

namespace Lakudo.Web.Tests.Growth;

/// <summary><c>lakudo growth zscores</c> as a person meets it: a file in, a file out.</summary>
public class ZScoreFileTests
{
    private const string Header = "id,sex,age_days,weight_kg,lenhei_cm,measure,oedema,headc_cm,muac_cm,triskin_mm,subskin_mm\n";
    private static readonly string Input = GrowthRun.CheckSet("anthro-2k-input.csv");
    private static readonly string Expected = File.ReadAllText(GrowthRun.CheckSet("anthro-2k-expected.csv"));

    [Fact]
    public async Task The_check_set_comes_out_byte_for_byte_as_WHO_s_package_prints_it()
    {
        using var run = new GrowthRun();
        Assert.Equal(0, await GrowthRun.Command("zscores", Input, run.PathOf("out.csv")));
        Assert.Equal(Expected, File.ReadAllText(run.PathOf("out.csv")));
    }

    [Fact]
    public void Semicolons_decimal_commas_quotes_and_line_ends_of_windows_change_nothing()
    {
        var text = File.ReadAllText(Input);
        var windows = text.Replace(",", ";").Replace('.', ',').Replace("\n", "\r\n");
        Assert.Equal(Expected, GrowthRun.ZScores("\uFEFF" + windows).Answer);
        var quoted = string.Join('\n', text.TrimEnd().Split('\n').Select(line => string.Join(',', line.Split(',').Select((field, i) => i == 0 ? field : $"\" {field} \""))));
        Assert.Equal(Expected, GrowthRun.ZScores(quoted).Answer);
    }

    [Fact]
    public void The_answer_can_have_semicolons_and_decimal_commas()
    {
        var answer = GrowthRun.ZScores(Header + "1,2,1372,16.83,91,L,n,49.9,15.5,,7.3\n", style: ZScoreStyle.Indonesian).Answer.Split('\n')[1];
        Assert.Equal("1;90,3;l;0;20,6399487864372;2;-2,55;0;0,58;0;2,98;0;3,08;0;0,52;0;-0,44;0;;;0,79;0", answer);
    }

    [Theory]
    [InlineData("age_months", "24", 731)]
    [InlineData("age_months", "11,5", 350)]
    [InlineData("birth_date,visit_date", "2024-01-31,2026-01-31", 731)]
    [InlineData("birth_date,visit_date", "31/01/2024,31-1-2026", 731)]
    [InlineData("birth_date,visit_date", "45322,46053", 731)]
    [InlineData("birth_date,visit_date", "2024-01-31 00:00:00,2026-01-31T08:30", 731)]
    public void An_age_may_be_given_as_months_or_as_two_days(string columns, string values, int days)
    {
        var quoted = columns == "age_months" ? $"\"{values}\"" : values;
        var mine = GrowthRun.ZScores($"id,sex,{columns},weight_kg,lenhei_cm\n7,2,{quoted},10.2,82.5\n");
        Assert.Empty(mine.Faults);
        Assert.Equal(GrowthRun.ZScores($"id,sex,age_days,weight_kg,lenhei_cm\n7,2,{days},10.2,82.5\n").Answer, mine.Answer);
    }

    [Theory]
    [InlineData("9,2,1372,banyak,91,L,n,,,,", "GrowthColumn.Weight NotNumber", "9,90.3,l,0,,2,-2.55,0,,,,,,,,,,,,,,")]
    [InlineData("9,2,1372,081234567890,91,L,n,,,,", "GrowthColumn.Weight TooLarge", "9,90.3,l,0,,2,-2.55,0,,,,,,,,,,,,,,")]
    [InlineData("9,2,1372,0,91,L,n,,,,", "GrowthColumn.Weight NotAboveZero", "9,90.3,l,0,,2,-2.55,0,,,,,,,,,,,,,,")]
    [InlineData("9,x,1372,12,91,L,n,,,,", "GrowthColumn.Sex UnknownWord", "9,90.3,l,0,14.7165410241977,,,,,,,,,,,,,,,,,")]
    [InlineData("9,2,-3,12,91,L,n,,,,", "GrowthColumn.AgeDays BeforeBirth", "9,91,l,0,14.4910035019925,2,,,,,-0.66,0,,,,,,,,,,")]
    [InlineData("9,2,1372,12", "GrowthColumn.Id FieldCount", "9,,,,,,,,,,,,,,,,,,,,,")]
    [InlineData("9,2,1372,12,91,L,n,,,,,,", "GrowthColumn.Id FieldCount", "9,,,,,,,,,,,,,,,,,,,,,")]
    [InlineData("\"9,2,1372,12,91,L,n,,,,", "GrowthColumn.Id OpenQuote", ",,,,,,,,,,,,,,,,,,,,,")]
    [InlineData("id,sex,age_days,weight_kg,lenhei_cm,measure,oedema,headc_cm,muac_cm,triskin_mm,subskin_mm", "GrowthColumn.Id HeaderAgain", "id,,,,,,,,,,,,,,,,,,,,,")]
    public void A_bad_row_is_answered_in_its_place_and_the_others_are_untouched(string bad, string fault, string answered)
    {
        const string Good = "1,2,1372,16.83,91,L,n,49.9,15.5,,7.3\n";
        var alone = GrowthRun.ZScores(Header + Good + Good).Answer.Split('\n');
        var (answer, rows, faults) = GrowthRun.ZScores(Header + Good + bad + "\n" + Good);
        var lines = answer.Split('\n');
        Assert.Equal([alone[0], alone[1], answered, alone[2], ""], lines);
        Assert.Equal(3, rows);
        Assert.Equal(fault, Assert.Single(faults) is var one ? $"GrowthColumn.{one.Column} {one.Kind}" : "");
        Assert.Equal(3, faults[0].Line);
    }

    [Fact]
    public void An_id_with_commas_quotes_and_line_breaks_comes_back_as_it_was()
    {
        var answer = GrowthRun.ZScores(Header + "\"Wa, \"\"Ode\"\"\nBuru\",2,1372,16.83,91,L,n,,,,\n").Answer;
        Assert.StartsWith("\"Wa, \"\"Ode\"\"\nBuru\",90.3,", answer[(answer.IndexOf('\n') + 1)..]);
        answer = GrowthRun.ZScores(Header.Replace(',', ';') + "Wa, \"Ode\";2;1372;16.83;91;L;n;;;;\n").Answer;
        Assert.StartsWith("\"Wa, \"\"Ode\"\"\",90.3,", answer[(answer.IndexOf('\n') + 1)..]);
    }

    [Fact]
    public async Task Reasons_stand_in_a_23rd_column_or_in_a_file_of_their_own()
    {
        using var run = new GrowthRun();
        var input = run.Write("in.csv", "NIK,JK,Umur,Berat\nA,L,400,9.1\nB,P,400,berat\nC,P,400,8888\n");
        string[] arguments = ["zscores", input, run.PathOf("out.csv"), "--column", "id=NIK", "--column", "sex=JK", "--column", "age_days=Umur", "--column", "weight_kg=Berat", "--missing", "8888"];
        Assert.Equal(0, await GrowthRun.Command([.. arguments, "--reason-column", "--reasons", run.PathOf("alasan.csv")]));
        var lines = File.ReadAllLines(run.PathOf("out.csv"));
        Assert.EndsWith(",fss,reason", lines[0]);
        Assert.Equal("A,,,0,,1,,,-0.77,0,,,,,,,,,,,,,", lines[1]);
        Assert.Equal("B,,,0,,2,,,,,,,,,,,,,,,,,Berat bukan angka", lines[2]);
        Assert.Equal("C,,,0,,2,,,,,,,,,,,,,,,,,", lines[3]);
        Assert.Equal(["line,column,reason", "3,Berat,Berat bukan angka"], File.ReadAllLines(run.PathOf("alasan.csv")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,age_days,weight_kg\n1,2,3\n")]
    [InlineData("id,sex,weight_kg\n1,2,3\n")]
    [InlineData("id,sex,age_days,age_months,weight_kg\n1,2,3,4,5\n")]
    [InlineData("id,sex,age_days,measure\n1,2,3,L\n")]
    [InlineData("id,sex,age_days,sex,weight_kg\n1,2,3,4,5\n")]
    [InlineData("i\0d\0,\0s\0e\0x\0\n")]
    public async Task A_bad_header_stops_before_anything_is_written(string text)
    {
        using var run = new GrowthRun();
        var input = run.Write("in.csv", text);
        var output = run.Write("out.csv", "lama");
        Assert.Equal(1, await GrowthRun.Command("zscores", input, output));
        Assert.Equal("lama", File.ReadAllText(output));
        Assert.Equal(2, Directory.GetFiles(run.Folder).Length);
    }

    [Theory]
    [InlineData("--column", "weight_kg=Bobot")]
    [InlineData("--column", "bobot=weight_kg")]
    [InlineData("--column", "weight_kg")]
    [InlineData("--age", "Dates")]
    public async Task A_mapping_that_leads_nowhere_is_refused(string option, string value)
    {
        using var run = new GrowthRun();
        Assert.Equal(1, await GrowthRun.Command("zscores", Input, run.PathOf("out.csv"), option, value));
        Assert.Empty(Directory.GetFiles(run.Folder));
    }

    [Fact]
    public async Task Half_an_answer_is_never_left_behind()
    {
        using var run = new GrowthRun();
        var workbook = File.ReadAllBytes(await Workbook(run));
        File.WriteAllBytes(run.PathOf("rusak.xlsx"), workbook[..(workbook.Length / 2)]);
        Assert.Equal(1, await GrowthRun.Command("zscores", run.PathOf("rusak.xlsx"), run.PathOf("out.csv")));
        Assert.Equal(1, await GrowthRun.Command("zscores", Input, run.PathOf("tidak/ada/out.csv")));
        Assert.Equal(1, await GrowthRun.Command("zscores", run.PathOf("tidak-ada.csv"), run.PathOf("out.csv")));
        var copy = run.PathOf("sama.csv");
        File.Copy(Input, copy);
        Assert.Equal(1, await GrowthRun.Command("zscores", copy, copy));
        Assert.Equal(File.ReadAllText(Input), File.ReadAllText(copy));
        Assert.Equal(["asli.xlsx", "rusak.xlsx", "sama.csv"], Directory.GetFiles(run.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_fault_of_the_output_ends_every_thread_and_is_told()
    {
        var bytes = File.ReadAllBytes(Input);
        var source = CsvSource.Open(new MemoryStream(bytes), null, 4096).Value;
        var header = GrowthHeader.Read(source.Names, [], AgeForm.Any).Value;
        Assert.Throws<IOException>(() => new ZScoreFile(source, header, ZScoreStyle.Plain, []).Run(new FullDisk(20_000), 3, default));
    }

    [Fact]
    public async Task Workbooks_are_read_and_written_with_the_same_answers()
    {
        using var run = new GrowthRun();
        Assert.Equal(0, await GrowthRun.Command("zscores", await Workbook(run), run.PathOf("out.xlsx")));
        Assert.Equal(0, await GrowthRun.Command("zscores", run.PathOf("asli.xlsx"), run.PathOf("out.csv")));
        Assert.Equal(Expected, File.ReadAllText(run.PathOf("out.csv")));
        using var file = File.OpenRead(run.PathOf("out.xlsx"));
        using var reader = new StreamReader(WorkbookReader.Open(file, null, Lakudo.Web.Growth.Workbooks.WorkbookLimits.CommandLine));
        var mine = reader.ReadToEnd().Split('\n');
        var theirs = Expected.Split('\n');
        Assert.Equal(theirs.Length, mine.Length);
        foreach (var (left, right) in mine.Zip(theirs))
        {
            Assert.Equal(right.TrimEnd(','), left.TrimEnd(','));
        }
    }

    [Fact]
    public async Task Cells_with_a_date_or_its_serial_number_are_days_and_names_may_stand_in_any_order()
    {
        using var run = new GrowthRun();
        await using (var file = File.Create(run.PathOf("tanggal.xlsx")))
        await using (var sheet = await SpreadCheetah.Spreadsheet.CreateNewAsync(file))
        {
            await sheet.StartWorksheetAsync("data");
            await sheet.AddRowAsync([new("Tinggi"), new("JK"), new("id"), new("birth_date"), new("visit_date"), new("weight_kg")]);
            await sheet.AddRowAsync([new(82.5), new("P"), new("a, b"), new(new DateTime(2024, 1, 31)), new(46053), new(10.2)]);
            await sheet.FinishAsync();
        }

        Assert.Equal(0, await GrowthRun.Command("zscores", run.PathOf("tanggal.xlsx"), run.PathOf("out.csv"), "--column", "sex=JK", "--column", "lenhei_cm=Tinggi"));
        var expected = GrowthRun.ZScores("id,sex,age_days,weight_kg,lenhei_cm\n\"a, b\",2,731,10.2,82.5\n");
        Assert.Empty(expected.Faults);
        Assert.Equal(expected.Answer, File.ReadAllText(run.PathOf("out.csv")));
    }

    private static async Task<string> Workbook(GrowthRun run)
    {
        var path = run.PathOf("asli.xlsx");
        await using var file = File.Create(path);
        await using var workbook = await WorkbookWriter.Start(file, "data", default);
        workbook.Write(File.ReadAllBytes(Input));
        await workbook.Finish(default);
        return path;
    }

    /// <summary>A disk that has no room after so many bytes.</summary>
    private sealed class FullDisk(int room) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > room)
            {
                throw new IOException("No space left.");
            }

            base.Write(buffer);
        }
    }
}
