using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lakudo.Web.Growth;

/// <summary>Cuts the bytes of a CSV file into records and fields, without copying and without turning them into text.</summary>
/// <remarks>
/// A quote means something at the start of a field only (RFC 4180); elsewhere it is an ordinary character, as in 5" of a dirty file. A quoted field may hold
/// line breaks, but has to close within <see cref="LongestQuoted"/> bytes: a forgotten quote spoils its own line, never the rest of the file.
/// </remarks>
internal sealed class CsvFields(byte separator)
{
    /// <summary>The bytes within which a quoted field closes.</summary>
    public const int LongestQuoted = 65_536;

    /// <summary>Fields of one record, as many as Excel has columns. What stands behind them is part of the last one, and the record is broken.</summary>
    public const int MostFields = 16_384;

    private const byte Quote = (byte)'"';
    private int[] _ends = new int[64];
    private int _start;

    /// <summary>The character between two fields.</summary>
    public byte Separator => separator;

    /// <summary>How many fields the last record has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a field of the last record begins with a quote.</summary>
    public bool HasQuotes { get; private set; }

    /// <summary>Whether a quote of the last record is not closed; its fields are then not to be trusted.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The field as it stands in the file: with its quotes, without the line break.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> bytes, int field)
    {
        var start = field == 0 ? _start : _ends[field - 1] + 1;
        return bytes[start.._ends[field]];
    }

    /// <summary>The field without blanks around it and without its quotes (a doubled quote inside stays doubled).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Text(ReadOnlySpan<byte> bytes, int field)
    {
        var raw = Raw(bytes, field);
        return raw.Length == 0 || (raw[0] > ' ' && raw[^1] > ' ' && raw[0] != Quote) ? raw : Bare(raw);
    }

    /// <summary>Reads the record that begins at a place.</summary>
    /// <returns>The place after the record and its line break.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(ReadOnlySpan<byte> bytes, int at)
    {
        _start = at;
        Count = 0;
        IsBroken = HasQuotes = false;
        ref var first = ref MemoryMarshal.GetReference(bytes);
        var separators = Vector256.Create(separator);
        var lineFeeds = Vector256.Create((byte)'\n');
        var quotes = Vector256.Create(Quote);
        for (var block = at; Vector256.IsHardwareAccelerated && block + Vector256<byte>.Count <= bytes.Length; block += Vector256<byte>.Count)
        {
            var data = Vector256.LoadUnsafe(ref first, (nuint)block);
            var hits = (Vector256.Equals(data, separators) | Vector256.Equals(data, lineFeeds) | Vector256.Equals(data, quotes)).ExtractMostSignificantBits();
            for (; hits != 0; hits &= hits - 1)
            {
                var hit = block + BitOperations.TrailingZeroCount(hits);
                var found = bytes[hit];
                if (found == separator)
                {
                    AddEnd(hit);
                }
                else if (found == '\n')
                {
                    AddEnd(BeforeReturn(bytes, hit));
                    return hit + 1;
                }
                else
                {
                    return ReadSlowly(bytes, at);
                }
            }
        }

        return ReadSlowly(bytes, at);
    }

    /// <summary>Where the last whole record ends.</summary>
    /// <param name="bytes">What was read so far; begins at a record.</param>
    /// <param name="isEnd">Whether nothing follows in the file.</param>
    /// <returns>The place after that record; 0 when not one is whole yet.</returns>
    public int EndOfLast(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        if (isEnd)
        {
            return bytes.Length;
        }

        if (!bytes.Contains(Quote))
        {
            return bytes.LastIndexOf((byte)'\n') + 1;
        }

        var whole = 0;
        while (whole < bytes.Length)
        {
            var next = Read(bytes, whole);
            // The record is whole if its line break was seen, and a broken one only if no later byte could still close it.
            if (bytes[next - 1] != '\n' || (IsBroken && bytes.Length - whole < LongestQuoted + LongestQuoted))
            {
                break;
            }

            whole = next;
        }

        return whole;
    }

    private int ReadSlowly(ReadOnlySpan<byte> bytes, int at)
    {
        Count = 0;
        var fieldStart = at;
        for (var i = at; i < bytes.Length; i++)
        {
            var found = bytes[i];
            if (found == separator)
            {
                AddEnd(i);
                fieldStart = i + 1;
            }
            else if (found == '\n')
            {
                AddEnd(BeforeReturn(bytes, i));
                return i + 1;
            }
            else if (found == Quote && i == fieldStart)
            {
                HasQuotes = true;
                var close = Close(bytes, i + 1);
                if (close < 0)
                {
                    return ReadBroken(bytes, at);
                }

                i = close;
            }
        }

        AddEnd(BeforeReturn(bytes, bytes.Length));
        return bytes.Length;
    }

    private static int Close(ReadOnlySpan<byte> bytes, int from)
    {
        var window = bytes.Slice(from, Math.Min(LongestQuoted, bytes.Length - from));
        for (var at = 0; ; at += 2)
        {
            var next = window[at..].IndexOf(Quote);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (at + 1 >= window.Length || window[at + 1] != Quote)
            {
                return from + at;
            }
        }
    }

    private int ReadBroken(ReadOnlySpan<byte> bytes, int at)
    {
        IsBroken = true;
        Count = 0;
        var line = bytes[at..].IndexOf((byte)'\n');
        var end = line < 0 ? bytes.Length : at + line;
        AddEnd(BeforeReturn(bytes, end));
        return line < 0 ? end : end + 1;
    }

    private int BeforeReturn(ReadOnlySpan<byte> bytes, int end) => end > _start && bytes[end - 1] == '\r' ? end - 1 : end;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddEnd(int end)
    {
        if (Count == MostFields)
        {
            IsBroken = true;
            _ends[Count - 1] = end;
            return;
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
        }

        _ends[Count++] = end;
    }

    private static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> raw)
    {
        raw = raw.Trim(" \t\r"u8);
        return raw.Length >= 2 && raw[0] == Quote && raw[^1] == Quote ? raw[1..^1].Trim(" \t\r"u8) : raw;
    }
}
