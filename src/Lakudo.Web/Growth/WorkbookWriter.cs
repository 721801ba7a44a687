using System.Buffers.Text;
using System.Text;
using SpreadCheetah;

namespace Lakudo.Web.Growth;

/// <summary>A workbook with one sheet, written from lines of CSV (comma, point): the counterpart of <see cref="WorkbookReader"/>.</summary>
/// <remarks>Every write has to hold whole lines. The first column is text, because an id such as a NIK has more digits than a cell's number.</remarks>
internal sealed class WorkbookWriter : Stream
{
    /// <summary>The most rows that a sheet holds.</summary>
    public const int MostRows = 1_048_576;

    private readonly Spreadsheet _sheet;
    private readonly CsvFields _fields = new((byte)',');
    private readonly List<Cell> _cells = [];
    private int _rows;

    private WorkbookWriter(Spreadsheet sheet) => _sheet = sheet;

    /// <summary>Whether more rows came than a sheet holds.</summary>
    public bool IsOverfull => _rows > MostRows;

    /// <summary>Starts a workbook.</summary>
    public static async Task<WorkbookWriter> Start(Stream to, string sheet, CancellationToken ct)
    {
        var spreadsheet = await Spreadsheet.CreateNewAsync(to, null, ct);
        await spreadsheet.StartWorksheetAsync(sheet, token: ct);
        return new WorkbookWriter(spreadsheet);
    }

    /// <summary>Ends the workbook; without this it cannot be opened.</summary>
    public async Task Finish(CancellationToken ct) => await _sheet.FinishAsync(ct);

    /// <inheritdoc/>
    /// <exception cref="IOException">There are more rows than a sheet holds.</exception>
    public override void Write(ReadOnlySpan<byte> lines)
    {
        for (var at = 0; at < lines.Length;)
        {
            at = _fields.Read(lines, at);
            if (++_rows > MostRows)
            {
                throw new IOException($"A sheet holds {MostRows} rows.");
            }

            _cells.Clear();
            for (var i = 0; i < _fields.Count; i++)
            {
                _cells.Add(CellOf(_fields.Text(lines, i), isText: i == 0));
            }

            _sheet.AddRowAsync(_cells).AsTask().GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    private static Cell CellOf(ReadOnlySpan<byte> text, bool isText)
    {
        if (text.Length == 0)
        {
            return default;
        }

        return !isText && Utf8Parser.TryParse(text, out double number, out var used) && used == text.Length
            ? new Cell(number)
            : new Cell(Encoding.UTF8.GetString(text).Replace("\"\"", "\"", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _sheet.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
