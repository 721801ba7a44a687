using System.Runtime.CompilerServices;

namespace Lakudo.Growth;

/// <summary>The rows of one index for one sex: L, M and S for every day, or for every tenth of a centimetre.</summary>
internal sealed class LmsTable
{
    private const long NanometresPerRow = 1_000_000;
    private readonly double[] _values;

    internal LmsTable(int first, double[] values, bool isRestricted)
    {
        First = first;
        _values = values;
        IsRestricted = isRestricted;
    }

    /// <summary>The x of the first row (days or tenths of a centimetre).</summary>
    public int First { get; }

    /// <summary>The x of the last row.</summary>
    public int Last => First + _values.Length / 3 - 1;

    /// <summary>Whether the SD23 rule applies.</summary>
    public bool IsRestricted { get; }

    /// <summary>The row at x; false where the table does not reach.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRow(int x, out Lms row)
    {
        var at = (x - First) * 3;
        if (at < 0 || at >= _values.Length)
        {
            row = default;
            return false;
        }

        row = new Lms(_values[at], _values[at + 1], _values[at + 2], IsRestricted);
        return true;
    }

    /// <summary>The row at a length: its own where the length is a whole tenth of a centimetre, otherwise L, M and S each interpolated between two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRow(Length length, out Lms row)
    {
        var nanometres = length.Nanometres;
        if (nanometres < First * NanometresPerRow || nanometres > Last * NanometresPerRow)
        {
            row = default;
            return false;
        }

        var (tenths, rest) = Math.DivRem(nanometres, NanometresPerRow);
        var at = ((int)tenths - First) * 3;
        row = new Lms(_values[at], _values[at + 1], _values[at + 2], IsRestricted);
        if (rest == 0) return true;
        var part = rest / (double)NanometresPerRow;
        row = new Lms(
            row.L + part * (_values[at + 3] - row.L),
            row.M + part * (_values[at + 4] - row.M),
            row.S + part * (_values[at + 5] - row.S),
            IsRestricted);
        return true;
    }
}
