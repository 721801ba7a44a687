using Lakudo.Kernel;

namespace Lakudo.Web.Growth;

/// <summary>A part of a file that holds whole records only.</summary>
internal sealed class CsvChunk
{
    /// <summary>How much is read at once: large enough that threads seldom meet, small enough to stay in a core's cache.</summary>
    public const int Size = 512 * 1024;

    /// <summary>The bytes; only the first <see cref="Length"/> count.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>How many bytes count.</summary>
    public int Length { get; set; }

    /// <summary>Its number in the file, from 0.</summary>
    public int Sequence { get; set; }

    /// <summary>The line of the file on which it begins, the first being 1.</summary>
    public long FirstLine { get; set; }

    /// <summary>How much of the file was read when it was taken.</summary>
    public long ReadSoFar { get; set; }
}

/// <summary>Hands out a CSV file in chunks of whole records. The caller sees to it that one thread asks at a time.</summary>
internal sealed class CsvSource
{
    private const int LongestHeader = 1024 * 1024;
    private const int Largest = 8 * 1024 * 1024;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly Stream _stream;
    private readonly int _size;
    private byte[] _rest = [];
    private bool _isEnd;
    private long _line = 1;
    private long _read;
    private int _sequence;

    private CsvSource(Stream stream, int size) => (_stream, _size) = (stream, size);

    /// <summary>How the records are cut; every thread makes its own from the separator.</summary>
    public CsvFields Fields { get; private set; } = new((byte)',');

    /// <summary>The names in the first line.</summary>
    public string[] Names { get; private set; } = [];

    /// <summary>Opens a file and reads its first line.</summary>
    /// <param name="stream">The bytes of the file; read to the end, not closed.</param>
    /// <param name="separator">The character between fields, or null to tell it from the first line.</param>
    /// <param name="size">How much is read at once; a chunk grows where a record does not fit.</param>
    public static Outcome<CsvSource> Open(Stream stream, byte? separator, int size = CsvChunk.Size)
    {
        var source = new CsvSource(stream, size);
        var first = new byte[size];
        var length = source.Fill(first, 0);
        while (!source._isEnd && length < LongestHeader && !first.AsSpan(0, length).Contains((byte)'\n'))
        {
            Array.Resize(ref first, first.Length * 2);
            length = source.Fill(first, length);
        }

        var bytes = first.AsSpan(0, length);
        bytes = bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        if (bytes.IsEmpty)
        {
            return GrowthFileRefusals.Empty;
        }

        var line = bytes.IndexOf((byte)'\n') is >= 0 and var end ? bytes[..end] : bytes;
        if (line.Contains((byte)0) || bytes[0] >= 0xF8 || line.Length >= LongestHeader)
        {
            return GrowthFileRefusals.NotText;
        }

        source.Fields = new CsvFields(separator ?? GrowthHeader.SeparatorOf(line));
        var next = source.Fields.Read(bytes, 0);
        source.Names = GrowthHeader.NamesOf(bytes, source.Fields);
        source._line += bytes[..next].Count((byte)'\n');
        source._rest = bytes[next..].ToArray();
        return source;
    }

    /// <summary>Takes the next chunk.</summary>
    /// <returns>False at the end of the file; a refusal where a line is no line.</returns>
    public Outcome<bool> Next(CsvChunk chunk)
    {
        if (chunk.Bytes.Length < _rest.Length + _size / 2)
        {
            chunk.Bytes = new byte[_rest.Length + _size];
        }

        _rest.CopyTo(chunk.Bytes, 0);
        var filled = _rest.Length;
        while (true)
        {
            filled = Fill(chunk.Bytes, filled);
            var whole = Fields.EndOfLast(chunk.Bytes.AsSpan(0, filled), _isEnd);
            if (whole > 0 || _isEnd)
            {
                chunk.Length = whole;
                chunk.Sequence = _sequence++;
                chunk.FirstLine = _line;
                chunk.ReadSoFar = _read;
                _line += chunk.Bytes.AsSpan(0, whole).Count((byte)'\n');
                _rest = chunk.Bytes.AsSpan(whole, filled - whole).ToArray();
                return whole > 0;
            }

            if (chunk.Bytes.Length >= Largest)
            {
                return GrowthFileRefusals.LineTooLong.With(_line);
            }

            var larger = new byte[chunk.Bytes.Length * 2];
            chunk.Bytes.AsSpan(0, filled).CopyTo(larger);
            chunk.Bytes = larger;
        }
    }

    private int Fill(byte[] buffer, int from)
    {
        while (from < buffer.Length && !_isEnd)
        {
            var count = _stream.Read(buffer, from, buffer.Length - from);
            _isEnd = count == 0;
            from += count;
            _read += count;
        }

        return from;
    }
}
