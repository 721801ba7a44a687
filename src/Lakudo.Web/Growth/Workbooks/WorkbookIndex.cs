namespace Lakudo.Web.Growth.Workbooks;

/// <summary>Where in the archive a sheet lies.</summary>
internal static class WorkbookIndex
{
    private const string Folder = "xl/";

    /// <summary>Finds the first sheet or a named one, and whether days are counted from 1904.</summary>
    /// <exception cref="InvalidDataException">There is none, or it lies outside the file.</exception>
    public static (string Path, bool From1904) Find(WorkbookParts parts, string? sheet)
    {
        var (relation, from1904) = Relation(parts, sheet);
        using var xml = new WorkbookXml(parts.Open("xl/_rels/workbook.xml.rels") ?? throw new InvalidDataException("No workbook."));
        for (var count = 0; xml.To("Relationship") && count < WorkbookLimits.Parts; count++)
        {
            if (!xml.Attribute("Id").SequenceEqual(relation)) continue;
            if (xml.Attribute("TargetMode") is "External") throw new InvalidDataException("The sheet lies in another file.");
            var target = xml.Attribute("Target").ToString().Replace('\\', '/');
            return (target.StartsWith('/') ? target[1..] : target.StartsWith("../", StringComparison.Ordinal) ? target[3..] : Folder + target, from1904);
        }

        throw new InvalidDataException("No such sheet.");
    }

    private static (string Relation, bool From1904) Relation(WorkbookParts parts, string? sheet)
    {
        using var xml = new WorkbookXml(parts.Open("xl/workbook.xml") ?? throw new InvalidDataException("No workbook."));
        var from1904 = false;
        for (var count = 0; xml.Next() && count < WorkbookLimits.Parts;)
        {
            if (!xml.IsStart) continue;
            if (xml.Name == "workbookPr") from1904 = xml.Attribute("date1904") is "1" or "true";
            if (xml.Name != "sheet") continue;
            count++;
            if (sheet is null || xml.Attribute("name").Equals(sheet, StringComparison.OrdinalIgnoreCase)) return (xml.Attribute("id", prefixed: true).ToString(), from1904);
        }

        throw new InvalidDataException("No such sheet.");
    }
}
