using System.Buffers;
using System.Globalization;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth.Workbooks;

/// <summary>The rows of one sheet as lines of CSV, one after the other. Empty rows and cells at the end are left out, however far away the file says that they stand.</summary>
/// <param name="xml">The sheet; closed by who opened it.</param>
/// <param name="strings">The texts of the workbook.</param>
/// <param name="styles">The styles of the workbook.</param>
/// <param name="limits">How much is read.</param>
/// <param name="from1904">Whether days are counted from 1904, as old Macintosh files do.</param>
internal sealed class WorkbookSheet(WorkbookXml xml, WorkbookStrings strings, WorkbookStyles styles, WorkbookLimits limits, bool from1904)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;
    private const int DaysTo1904 = 1_462;
    private const int LongestNumber = 64;

    private readonly ArrayBufferWriter<char> _row = new();
    private readonly ArrayBufferWriter<char> _cell = new();
    private bool _isOpen;
    private bool _isEnd;
    private int _given;
    private int _found;
    private int _last;
    private int _width;
    private long _cells;

    /// <summary>Writes the next line.</summary>
    /// <returns>False at the end.</returns>
    public bool Next(ArrayBufferWriter<char> line)
    {
        if (_found <= _given && !Find()) return false;
        _given++;
        if (_given == _found) line.Write(_row.WrittenSpan);
        line.Write("\n");
        return true;
    }

    /// <summary>Goes to the next row that holds something.</summary>
    private bool Find()
    {
        if (!_isOpen) _isEnd = !xml.To("sheetData") || xml.IsEmpty;
        _isOpen = true;
        while (!_isEnd && xml.Next())
        {
            _isEnd = !xml.IsStart && xml.Name == "sheetData";
            if (!xml.IsStart || xml.Name != "row") continue;
            var said = xml.Attribute("r");
            var number = said.IsEmpty ? _last + 1 : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
            if (number <= _last || number > LastRow) throw new InvalidDataException("Rows out of order.");
            _last = number;
            if (!ReadRow(number)) continue;
            _found = number;
            return true;
        }

        _isEnd = true;
        return false;
    }

    private bool ReadRow(int number)
    {
        _row.ResetWrittenCount();
        if (xml.IsEmpty) return false;
        var (depth, written, column) = (xml.Depth, 0, 0);
        while (xml.Inside(depth))
        {
            if (xml.Name != "c") continue;
            var reference = xml.Attribute("r");
            var at = reference.IsEmpty ? column + 1 : ColumnOf(reference);
            if (at <= column) throw new InvalidDataException("Cells out of order.");
            column = at;
            ReadCell();
            if (_cell.WrittenCount == 0) continue;
            if (column > WorkbookLimits.Columns) throw new FileTooLargeException(KernelRefusals.TooManyColumns.With(number, WorkbookLimits.Columns));
            if (++_cells > limits.Cells) throw new FileTooLargeException(KernelRefusals.TooManyCells.With(limits.Cells));
            AppendCommas(column - Math.Max(written, 1));
            written = column;
            AppendField();
        }

        // Every line is as wide as those above: readers find the columns by the first.
        if (written > 0 && written < _width) AppendCommas(_width - written);
        _width = Math.Max(_width, written);
        return written > 0;
    }

    private void ReadCell()
    {
        _cell.ResetWrittenCount();
        if (xml.IsEmpty) return;
        var kind = xml.Attribute("t") switch { "s" => 's', "b" => 'b', "d" => 'd', "inlineStr" => 'i', "str" or "e" => 't', _ => 'n' };
        var style = int.TryParse(xml.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        for (var depth = xml.Depth; xml.Inside(depth);)
        {
            if (xml.Name != (kind == 'i' ? "is" : "v")) continue;
            var text = xml.Text();
            _cell.ResetWrittenCount();
            switch (kind)
            {
                case 's' when int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var at): _cell.Write(strings[at]); break;
                case 's': throw new InvalidDataException("No such text.");
                case 'b': _cell.Write(text is "1" ? "True" : "False"); break;
                case 'd' when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day): AppendDay(day); break;
                case 'n' when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value): AppendNumber(value, styles.IsDate(style)); break;
                default: _cell.Write(WorkbookStrings.Plain(text)); break;
            }
        }
    }

    private void AppendNumber(double value, bool isDay)
    {
        var serial = from1904 ? value + DaysTo1904 : value;
        if (isDay && serial is > 0 and < 2_958_466) AppendDay(DateTime.FromOADate(serial));
        else if (value.TryFormat(_cell.GetSpan(LongestNumber), out var written, "R", CultureInfo.InvariantCulture)) _cell.Advance(written);
    }

    private void AppendDay(DateTime day)
    {
        if (day.TryFormat(_cell.GetSpan(LongestNumber), out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture)) _cell.Advance(written);
    }

    private void AppendCommas(int count)
    {
        if (count <= 0) return;
        _row.GetSpan(count)[..count].Fill(',');
        _row.Advance(count);
    }

    private void AppendField()
    {
        var text = _cell.WrittenSpan;
        if (text.IndexOfAny(",\"\r\n") < 0)
        {
            _row.Write(text);
            return;
        }

        _row.Write("\"");
        for (int quote; (quote = text.IndexOf('"')) >= 0; text = text[(quote + 1)..])
        {
            _row.Write(text[..quote]);
            _row.Write("\"\"");
        }

        _row.Write(text);
        _row.Write("\"");
    }

    private static int ColumnOf(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var sign in reference)
        {
            if (char.IsAsciiDigit(sign)) break;
            column = char.IsAsciiLetter(sign) && column <= LastColumn ? (column * 26) + (char.ToUpperInvariant(sign) - 'A' + 1) : throw new InvalidDataException("No such cell.");
        }

        return column is > 0 and <= LastColumn ? column : throw new InvalidDataException("No such cell.");
    }
}
