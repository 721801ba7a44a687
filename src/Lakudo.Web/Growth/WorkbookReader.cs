using System.Globalization;
using System.Text;
using MiniExcelLibs;

namespace Lakudo.Web.Growth;

/// <summary>The first sheet of a workbook, or a named one, read as if it were a CSV file: one way of reading serves both.</summary>
/// <remarks>A cell with a date gives its ISO day, a number its shortest decimal form; rows are read as they are asked for.</remarks>
internal sealed class WorkbookReader : Stream
{
    private readonly IEnumerator<IDictionary<string, object>> _rows;
    private readonly MemoryStream _line = new();
    private readonly StringBuilder _text = new();

    private WorkbookReader(IEnumerator<IDictionary<string, object>> rows) => _rows = rows;

    /// <summary>Opens a workbook.</summary>
    /// <exception cref="InvalidDataException">It is no workbook, or has no such sheet.</exception>
    public static WorkbookReader Open(Stream workbook, string? sheet)
    {
        try
        {
            return new WorkbookReader(workbook.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX).Cast<IDictionary<string, object>>().GetEnumerator());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new InvalidDataException("No workbook.", e);
        }
    }

    /// <summary>Whether these bytes begin a workbook (an xlsx is a zip archive).</summary>
    public static bool IsWorkbook(string path) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_line.Position == _line.Length)
        {
            if (!Next())
            {
                return 0;
            }
        }

        return _line.Read(buffer, offset, count);
    }

    private bool Next()
    {
        try
        {
            if (!_rows.MoveNext())
            {
                return false;
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library answers a damaged archive with whatever its parts throw.
            throw new InvalidDataException("No workbook.", e);
        }

        _text.Clear();
        var isFirst = true;
        foreach (var cell in _rows.Current.Values)
        {
            _text.Append(isFirst ? "" : ",");
            AppendField(Text(cell));
            isFirst = false;
        }

        _text.Append('\n');
        _line.SetLength(0);
        _line.Write(Encoding.UTF8.GetBytes(_text.ToString()));
        _line.Position = 0;
        return true;
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private void AppendField(string text)
    {
        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            _text.Append(text);
            return;
        }

        _text.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
