using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Lakudo.Web.Growth;

/// <summary>A growing buffer of bytes into which answers are written as text. Belongs to one thread.</summary>
internal sealed class ByteText(int capacity)
{
    private const int BmiDigits = 15;
    private byte[] _bytes = new byte[capacity];
    private int _length;

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _length = 0;

    /// <summary>Sees to it that so many bytes can follow; the writing methods do not look again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }
    }

    /// <summary>Writes one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte value) => _bytes[_length++] = value;

    /// <summary>Writes bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Writes the lowest bytes of eight, the first one lowest. Eight have to be reserved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong eight, int count)
    {
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), _length), BitConverter.IsLittleEndian ? eight : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(eight));
        _length += count;
    }

    /// <summary>Writes text in UTF-8, reserving what it takes.</summary>
    public void Add(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length) + 64);
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    /// <summary>Writes a whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddWhole(long number)
    {
        if (number < 0)
        {
            Add((byte)'-');
            number = -number;
        }

        var digits = 1;
        for (var power = 10L; number >= power && digits < 18; power *= 10)
        {
            digits++;
        }

        var rest = (ulong)number;
        for (var at = _length + digits - 1; at >= _length; at--)
        {
            (rest, var digit) = Math.DivRem(rest, 10);
            _bytes[at] = (byte)('0' + digit);
        }

        _length += digits;
    }

    /// <summary>Writes a decimal number without zeros at its end.</summary>
    /// <param name="scaled">The number times 10 to the power of <paramref name="decimals"/>; 0 or more.</param>
    /// <param name="decimals">How many decimals it has.</param>
    /// <param name="power">10 to the power of <paramref name="decimals"/>.</param>
    /// <param name="mark">The character before the decimals.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddDecimal(long scaled, int decimals, long power, byte mark)
    {
        var (whole, part) = Math.DivRem((ulong)scaled, (ulong)power);
        AddWhole((long)whole);
        if (part == 0)
        {
            return;
        }

        Add(mark);
        for (var at = _length + decimals - 1; at >= _length; at--)
        {
            (part, var digit) = Math.DivRem(part, 10);
            _bytes[at] = (byte)('0' + digit);
        }

        _length += decimals;
        while (_bytes[_length - 1] == '0')
        {
            _length--;
        }
    }

    /// <summary>Writes a positive number with up to 15 significant digits, correctly rounded, as R prints it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddFifteenDigits(double number, byte mark)
    {
        if (number is >= 10 and < 100)
        {
            // number = fraction * 2^-shift exactly, so number * 10^13 is a 128-bit product cut at the binary point.
            const int Decimals = BmiDigits - 2;
            const long Power = 10_000_000_000_000;
            var bits = BitConverter.DoubleToUInt64Bits(number);
            var shift = 1075 - (int)(bits >> 52);
            var high = Math.BigMul((bits & 0xF_FFFF_FFFF_FFFF) | 0x10_0000_0000_0000, (ulong)Power, out var low);
            var whole = (high << (64 - shift)) | (low >> shift);
            var rest = low & ((1UL << shift) - 1);
            var half = 1UL << (shift - 1);
            whole += rest > half || (rest == half && (whole & 1) == 1) ? 1UL : 0;
            AddDecimal((long)whole, Decimals, Power, mark);
            return;
        }

        Span<byte> text = stackalloc byte[32];
        number.TryFormat(text, out var length, "G15", CultureInfo.InvariantCulture);
        text[..length].Replace((byte)'.', mark);
        Add(text[..length]);
    }
}
