using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Lakudo.Kernel;
using Lakudo.Web.Children.Import;
using Lakudo.Web.Growth;
using Lakudo.Web.Growth.Workbooks;

namespace Lakudo.Web.Tests.Growth;

/// <summary>A small file never costs much memory, however large it says or makes itself; what a real one holds is read as it stands there.</summary>
public sealed class WorkbookLimitTests
{
    /// <summary>Bytes that may be allocated in all, also those that were given back; the file that the trial found took 1.9 GB.</summary>
    private const long Most = 200 * 1024 * 1024;

    private static readonly string Long = new('x', 32_000);

    /// <summary>Workbooks that no program writes, and what they are told.</summary>
    public static TheoryData<string, string> Bombs => new()
    {
        { "one cell without end", "K-033" }, { "one attribute without end", "K-033" }, { "blank without end", "K-033" }, { "cells without end", "K-031" }, { "empty cells without end", "K-030" },
        { "one text, many times", "K-030" }, { "texts without end", "K-034" }, { "long texts without end", "K-030" }, { "far column", "K-032" }, { "far cell", "K-032" }, { "wide", "K-032" },
        { "deep", "C-201" }, { "names", "C-201" }, { "entities", "C-201" }, { "outside entity", "C-201" }, { "another file", "C-201" }, { "web address", "C-201" }, { "twice", "C-201" },
        { "many entries", "K-034" }, { "rows out of order", "C-201" }, { "row beyond the last", "C-201" }, { "no such cell", "C-201" }, { "no such text", "C-201" }, { "wrong size", "C-201" },
    };

    [Theory, MemberData(nameof(Bombs))]
    public void A_workbook_that_would_fill_the_memory_is_refused_while_it_is_read(string kind, string code)
    {
        var file = Bomb(kind);
        Assert.True(file.Length < 12 * 1024 * 1024, $"{kind}: {file.Length}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = RegisterFile.Read(file, "register.xlsx", new Dictionary<Lakudo.Children.Import.ImportColumn, string>());
        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(code, read.Refusal?.Code);
        Assert.True(used < Most, $"{kind} took {used / 1024 / 1024} MB");
        Assert.DoesNotContain("{0", read.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_what_is_unpacked_no_more_is_read_than_the_limit()
    {
        var limit = new ExpansionLimit(1_000_000);
        using var counted = new CountedStream(new MemoryStream(new byte[5_000_000]), limit);
        Assert.Equal("K-030", Assert.Throws<FileTooLargeException>(() => counted.CopyTo(Stream.Null, 4_096)).Refusal.Code);
        Assert.InRange(limit.Used, 1_000_001, 1_004_096);
    }

    /// <summary>The same for CSV.</summary>
    [Theory]
    [InlineData("one line", "K-033"), InlineData("commas", "K-033"), InlineData("columns", "K-032"), InlineData("short lines", "C-201"), InlineData("lines", "C-203"), InlineData("zero bytes", "C-201"), InlineData("quote", "K-033")]
    public void A_CSV_that_would_fill_the_memory_is_refused(string kind, string code)
    {
        const string Head = "Nama,JK,Tgl Lahir\n";
        var file = Encoding.UTF8.GetBytes(kind switch
        {
            "one line" => new string('a', 30_000_000),
            "commas" => Head + "a" + new string(',', 30_000_000),
            "columns" => Head + "a" + new string(',', 5_000) + "b\n",
            "short lines" => string.Concat(Enumerable.Repeat("a\n", 10_000_000)),
            "lines" => Head + string.Concat(Enumerable.Repeat("a\n", 10_000_000)),
            "quote" => Head + "\"" + new string('a', 20_000_000),
            _ => Head + "a\0\n",
        });
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = RegisterFile.Read(file, "register.csv", new Dictionary<Lakudo.Children.Import.ImportColumn, string>());
        Assert.Equal(code, read.Refusal?.Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < Most, kind);
    }

    [Fact]
    public void What_real_workbooks_hold_is_read_as_it_stands_there()
    {
        var file = TestWorkbook.Of(
        [
            """<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>7.5</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c></row>""",
            """<row r="3" spans="1:16384"/><row r="4"><c r="A4" t="str"><f>B2</f><v>a, "b"</v></c><c r="XFD4" s="3"/></row>""",
            """<row><c t="inlineStr"><is><t xml:space="preserve"> x </t></is></c><c t="d"><v>2026-02-01T00:00:00</v></c></row><row r="1048576"/>""",
        ], ["<si><r><t>Wa </t></r><r><t>Rini</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si>"]);
        using var reader = new StreamReader(WorkbookReader.Open(new MemoryStream(file), null, WorkbookLimits.Upload));
        Assert.Equal("\n,Wa Rini,7.5,True,#N/A\n\n\"a, \"\"b\"\"\",,,,\n x ,2026-02-01,,,\n", reader.ReadToEnd());
        Assert.Throws<InvalidDataException>(() => WorkbookReader.Open(new MemoryStream(file), "Dua", WorkbookLimits.Upload));
    }

    private static byte[] Bomb(string kind) => kind switch
    {
        "one cell without end" => TestWorkbook.Of(Many(TestWorkbook.Head + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>", Long, 8_000, "</v></c></row>")),
        "one attribute without end" => TestWorkbook.Of(Many("<row r=\"", Long, 8_000, "\"/>")),
        "blank without end" => TestWorkbook.Of(Many(TestWorkbook.Head, new string(' ', 32_000), 8_000, "")),
        "cells without end" => TestWorkbook.Of(Many(TestWorkbook.Head, "<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 900)) + "</row>", 4_000, "")),
        "empty cells without end" => TestWorkbook.Of(Many(TestWorkbook.Head + "<row>", string.Concat(Enumerable.Repeat("<c/>", 2_000)), 40_000, "</row>")),
        "one text, many times" => TestWorkbook.Of(Many(TestWorkbook.Head, "<row><c t=\"s\"><v>0</v></c></row>", 9_000, ""), [$"<si><t>{Long}</t></si>"]),
        "texts without end" => TestWorkbook.Of([TestWorkbook.Head], Many("", "<si><t/></si>", 4_000_000, "")),
        "long texts without end" => TestWorkbook.Of([TestWorkbook.Head], Many("", $"<si><t>{Long}</t></si>", 5_000, "")),
        "far column" => TestWorkbook.Of([TestWorkbook.Head, "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>"]),
        "far cell" => TestWorkbook.Of([TestWorkbook.Head, "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"]),
        "wide" => TestWorkbook.Of(Many(TestWorkbook.Head + "<row>", "<c><v>1</v></c>", 16_000, "</row>")),
        "deep" => TestWorkbook.Of(Many(TestWorkbook.Head, "<a>", 3_000_000, "")),
        "names" => TestWorkbook.Of(Enumerable.Range(0, 300_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<a{i}/>")).Prepend(TestWorkbook.Head)),
        "entities" => TestWorkbook.Of([TestWorkbook.Head], before: "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>"),
        "outside entity" => TestWorkbook.Of([TestWorkbook.Head], before: "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">"),
        "another file" => TestWorkbook.Of([TestWorkbook.Head], relation: "<Relationship Id=\"rId1\" Target=\"../../../../etc/passwd\"/>"),
        "web address" => TestWorkbook.Of([TestWorkbook.Head], relation: "<Relationship Id=\"rId1\" TargetMode=\"External\" Target=\"http://127.0.0.1/sheet1.xml\"/>"),
        "twice" => TestWorkbook.Of([TestWorkbook.Head], more: ["XL/worksheets/Sheet1.xml"]),
        "many entries" => LessEntries(TestWorkbook.Of([TestWorkbook.Head], more: Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/s{i}.xml")))),
        "rows out of order" => TestWorkbook.Of([TestWorkbook.Head, "<row r=\"1\"><c><v>1</v></c></row>"]),
        "row beyond the last" => TestWorkbook.Of([TestWorkbook.Head, "<row r=\"2000000000\"><c><v>1</v></c></row>"]),
        "no such cell" => TestWorkbook.Of([TestWorkbook.Head, "<row><c r=\"ZZZZZZZZ9\"><v>1</v></c></row>"]),
        "no such text" => TestWorkbook.Of([TestWorkbook.Head, "<row><c t=\"s\"><v>4</v></c></row>"], ["<si><t>a</t></si>"]),
        _ => WrongSize(TestWorkbook.Of(Many(TestWorkbook.Head, "<row><c><v>1</v></c></row>", 100_000, ""))),
    };

    private static IEnumerable<string> Many(string before, string one, int times, string after) => [before, .. Enumerable.Repeat(one, times), after];

    /// <summary>The archive says of itself that it has one entry.</summary>
    private static byte[] LessEntries(byte[] file)
    {
        file[^14] = file[^12] = 1;
        file[^13] = file[^11] = 0;
        return file;
    }

    /// <summary>The directory says that the sheet has ten bytes.</summary>
    private static byte[] WrongSize(byte[] file)
    {
        var at = file.AsSpan().LastIndexOf("xl/worksheets/sheet1.xml"u8) - 46;
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 24), 10);
        return file;
    }
}
