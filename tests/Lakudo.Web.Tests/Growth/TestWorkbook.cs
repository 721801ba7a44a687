using System.IO.Compression;
using System.Text;

namespace Lakudo.Web.Tests.Growth;

/// <summary>A workbook written part by part, so that a test can make one that no program would.</summary>
internal static class TestWorkbook
{
    internal const string Head = """<row r="1"><c r="A1" t="inlineStr"><is><t>Nama</t></is></c><c r="B1" t="inlineStr"><is><t>JK</t></is></c><c r="C1" t="inlineStr"><is><t>Tgl Lahir</t></is></c></row>""";
    private const string Names = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <summary>A workbook of one sheet.</summary>
    /// <param name="rows">What stands inside <c>sheetData</c>, piece by piece.</param>
    /// <param name="strings">What stands inside <c>sst</c>; null for no shared texts.</param>
    /// <param name="relation">The sheet's relation, where it is not the usual one.</param>
    /// <param name="more">Further entries.</param>
    internal static byte[] Of(IEnumerable<string> rows, IEnumerable<string>? strings = null, string? relation = null, string before = "", IEnumerable<string>? more = null)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(archive, "xl/workbook.xml", [$"<workbook {Names}><sheets><sheet name=\"Satu\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"]);
            Put(archive, "xl/_rels/workbook.xml.rels", [$"<Relationships>{relation ?? "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"}</Relationships>"]);
            Put(archive, "xl/worksheets/sheet1.xml", [before, $"<worksheet {Names}><sheetData>", .. new string[1], "</sheetData></worksheet>"], rows);
            if (strings is not null) Put(archive, "xl/sharedStrings.xml", [$"<sst {Names}>", .. new string[1], "</sst>"], strings);
            foreach (var name in more ?? []) Put(archive, name, [""]);
        }

        return file.ToArray();
    }

    private static void Put(ZipArchive archive, string name, string[] frame, IEnumerable<string>? inside = null)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        foreach (var piece in frame)
        {
            if (piece is not null) writer.Write(piece);
            else foreach (var one in inside!) writer.Write(one);
        }
    }
}
