using System.Globalization;
using System.Text.RegularExpressions;

namespace Lakudo.Web.Growth.Workbooks;

/// <summary>Which styles of a workbook show a number as a day. The file says nothing else of what a number means.</summary>
internal sealed partial class WorkbookStyles
{
    private const int MostFormats = 10_000;
    private readonly List<bool> _isDate = [];

    /// <summary>Whether a cell of this style is a day.</summary>
    public bool IsDate(int style) => style >= 0 && style < _isDate.Count && _isDate[style];

    /// <summary>Reads the styles; a workbook without them has no days.</summary>
    public static WorkbookStyles Read(Stream? part)
    {
        var styles = new WorkbookStyles();
        if (part is null) return styles;
        using var xml = new WorkbookXml(part);
        var (dates, others) = (new HashSet<int>(), new HashSet<int>());
        var isCell = false;
        while (xml.Next())
        {
            if (xml.Name == "cellXfs") isCell = xml.IsStart && !xml.IsEmpty;
            if (!xml.IsStart) continue;
            if (xml.Name == "numFmt" && int.TryParse(xml.Attribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                (ShowsDay(xml.Attribute("formatCode")) ? dates : others).Add(id);
            }
            else if (xml.Name == "xf" && isCell)
            {
                var format = int.TryParse(xml.Attribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
                styles._isDate.Add(dates.Contains(format) || (!others.Contains(format) && format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58)));
            }

            if (dates.Count + others.Count > MostFormats || styles._isDate.Count > 100 * MostFormats) throw new InvalidDataException("Styles without end.");
        }

        return styles;
    }

    /// <summary>Whether a format has a part of a day outside quotes, brackets and escapes.</summary>
    private static bool ShowsDay(ReadOnlySpan<char> code) => code.Length <= 255 && Literal().Replace(code.ToString(), "").AsSpan().IndexOfAny("dmyhsDMYHS") >= 0
        && !code.Contains("General", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""("[^"]*"|\[[^\]]*\]|\\.|_.|\*.)""", RegexOptions.NonBacktracking)]
    private static partial Regex Literal();
}
