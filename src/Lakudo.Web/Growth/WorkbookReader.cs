using System.Buffers;
using System.Text;
using System.Xml;
using Lakudo.Kernel;
using Lakudo.Web.Growth.Workbooks;

namespace Lakudo.Web.Growth;

/// <summary>The first sheet of a workbook, or a named one, read as if it were a CSV file: one way of reading serves both.</summary>
/// <remarks>
/// A cell with a date gives its ISO day, a number its shortest decimal form. Rows are read as they are asked for, and everything that is unpacked is counted
/// while it is unpacked: of a file that holds more than its limits, no more than that is ever in memory.
/// </remarks>
internal sealed class WorkbookReader : Stream
{
    private readonly WorkbookParts _parts;
    private readonly WorkbookXml _xml;
    private readonly WorkbookSheet _sheet;
    private readonly ExpansionLimit _given;
    private readonly MemoryStream _line = new();
    private readonly ArrayBufferWriter<char> _text = new();

    private WorkbookReader(WorkbookParts parts, WorkbookXml xml, WorkbookSheet sheet, ExpansionLimit given) => (_parts, _xml, _sheet, _given) = (parts, xml, sheet, given);

    /// <summary>Opens a workbook.</summary>
    /// <param name="workbook">The file; it can seek, and stays open.</param>
    /// <param name="sheet">The sheet's name; null for the first.</param>
    /// <param name="limits">How much is read.</param>
    /// <exception cref="FileTooLargeException">It holds more than is read.</exception>
    /// <exception cref="InvalidDataException">It is no workbook, or has no such sheet.</exception>
    public static WorkbookReader Open(Stream workbook, string? sheet, WorkbookLimits limits)
    {
        WorkbookParts? parts = null;
        try
        {
            parts = new WorkbookParts(workbook, new ExpansionLimit(limits.Expanded));
            var (path, from1904) = WorkbookIndex.Find(parts, sheet);
            var styles = WorkbookStyles.Read(parts.Open("xl/styles.xml"));
            var strings = WorkbookStrings.Read(parts.Open("xl/sharedStrings.xml"), limits);
            var xml = new WorkbookXml(parts.Open(path) ?? throw new InvalidDataException("The sheet is not in the file."));
            return new WorkbookReader(parts, xml, new WorkbookSheet(xml, strings, styles, limits, from1904), new ExpansionLimit(limits.Text));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            parts?.Dispose();
            if (e is FileTooLargeException) throw;
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
        _text.ResetWrittenCount();
        try
        {
            if (!_sheet.Next(_text)) return false;
        }
        catch (Exception e) when (e is XmlException or IOException or NotSupportedException)
        {
            throw new InvalidDataException("No workbook.", e);
        }

        _line.SetLength(Encoding.UTF8.GetByteCount(_text.WrittenSpan));
        Encoding.UTF8.GetBytes(_text.WrittenSpan, _line.GetBuffer());
        _given.Add(_line.Length);
        _line.Position = 0;
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _xml.Dispose();
        _parts.Dispose();
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
