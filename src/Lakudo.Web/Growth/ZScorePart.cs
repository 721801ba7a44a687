using System.Runtime.CompilerServices;
using System.Text;
using Lakudo.Growth;

namespace Lakudo.Web.Growth;

/// <summary>One thread's share of a file: a chunk of records and the answer to them, in buffers that are used again.</summary>
internal sealed class ZScorePart(GrowthHeader header, byte separator, ZScoreStyle style, IReadOnlyList<byte[]> missing)
{
    private readonly CsvFields _fields = new(separator);
    private readonly GrowthRow _row = new(header, missing);
    private readonly ZScoreLine _line = new(style);
    private readonly ByteText _answer = new(4096);
    private readonly int _id = header[GrowthColumn.Id];

    /// <summary>What is asked.</summary>
    public CsvChunk Chunk { get; } = new();

    /// <summary>How many rows it has.</summary>
    public int Rows { get; private set; }

    /// <summary>The answer, one line a row.</summary>
    public ReadOnlySpan<byte> Answer => _answer.Written;

    /// <summary>What was wrong, in the order of the rows.</summary>
    public IReadOnlyList<RowFault> Faults => _row.Faults;

    /// <summary>Answers every row of the chunk. Lines with nothing in them are passed over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compute()
    {
        _answer.Clear();
        _answer.Reserve(Chunk.Length * 3);
        _row.Faults.Clear();
        Rows = 0;
        var bytes = Chunk.Bytes.AsSpan(0, Chunk.Length);
        var line = Chunk.FirstLine;
        for (var at = 0; at < bytes.Length;)
        {
            var next = _fields.Read(bytes, at);
            if (_fields.Count > 1 || _fields.Text(bytes, 0).Length > 0)
            {
                AnswerRow(bytes, line, next - at);
                Rows++;
            }

            line += _fields.HasQuotes ? bytes[at..next].Count((byte)'\n') : 1;
            at = next;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AnswerRow(ReadOnlySpan<byte> bytes, long line, int size)
    {
        _answer.Reserve(ZScoreLine.Longest + size * 2);
        var before = _row.Faults.Count;
        var isUsable = _row.Read(bytes, _fields, line, out var measurement);
        AddId(bytes);
        if (isUsable)
        {
            WhoStandards.Assess(measurement, out var assessment);
            _line.Add(_answer, measurement, assessment);
        }
        else
        {
            _line.AddNothing(_answer);
        }

        if (style.WithReason)
        {
            AddReasons(before);
        }

        _answer.Add((byte)'\n');
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddId(ReadOnlySpan<byte> bytes)
    {
        if (_id >= _fields.Count || _fields.IsBroken)
        {
            return;
        }

        var raw = _fields.Raw(bytes, _id);
        var isQuoted = _fields.HasQuotes && raw.Length > 1 && raw[0] == '"' && raw[^1] == '"';
        if (isQuoted || raw.IndexOfAny(style.Separator, (byte)'"') < 0)
        {
            _answer.Add(raw);
            return;
        }

        _answer.Add((byte)'"');
        foreach (var character in raw)
        {
            if (character == '"')
            {
                _answer.Add(character);
            }

            _answer.Add(character);
        }

        _answer.Add((byte)'"');
    }

    private void AddReasons(int from)
    {
        _answer.Add(style.Separator);
        if (_row.Faults.Count == from)
        {
            return;
        }

        var reasons = new StringBuilder();
        for (var i = from; i < _row.Faults.Count; i++)
        {
            reasons.Append(i > from ? ". " : "").Append(_row.Faults[i].Reason(header));
        }

        var text = reasons.ToString();
        _answer.Add(text.AsSpan().IndexOfAny([(char)style.Separator, '"', '\n', '\r']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
