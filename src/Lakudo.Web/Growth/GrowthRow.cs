using System.Runtime.CompilerServices;
using Lakudo.Growth;

namespace Lakudo.Web.Growth;

/// <summary>Reads one record into a measurement. Belongs to one thread.</summary>
/// <remarks>
/// Like all that runs once a row, it is compiled at full optimisation at once: a million rows are done before the runtime would have compiled it anew.
/// </remarks>
internal sealed class GrowthRow(GrowthHeader header, IReadOnlyList<byte[]> missing)
{
    private const int KilogramDecimals = 9;
    private const int CentimetreDecimals = 7;
    private const int MillimetreDecimals = 6;
    private const double LongestAge = 100_000;

    private readonly int _id = header[GrowthColumn.Id];
    private readonly int _sex = header[GrowthColumn.Sex];
    private readonly int _days = header[GrowthColumn.AgeDays];
    private readonly int _months = header[GrowthColumn.AgeMonths];
    private readonly int _birth = header[GrowthColumn.Birth];
    private readonly int _visit = header[GrowthColumn.Visit];
    private readonly int _weight = header[GrowthColumn.Weight];
    private readonly int _length = header[GrowthColumn.LengthOrHeight];
    private readonly int _position = header[GrowthColumn.Position];
    private readonly int _oedema = header[GrowthColumn.Oedema];
    private readonly int _head = header[GrowthColumn.Head];
    private readonly int _arm = header[GrowthColumn.Arm];
    private readonly int _triceps = header[GrowthColumn.Triceps];
    private readonly int _subscapular = header[GrowthColumn.Subscapular];
    private readonly bool _hasMissing = missing.Count > 0;
    private long _line;

    /// <summary>What was wrong in the records read since it was last cleared.</summary>
    public List<RowFault> Faults { get; } = [];

    /// <summary>Reads the record that <paramref name="fields"/> holds.</summary>
    /// <returns>False where the record as a whole cannot be used.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Read(ReadOnlySpan<byte> bytes, CsvFields fields, long line, out Measurement measurement)
    {
        _line = line;
        measurement = default;
        if (fields.IsBroken || fields.Count != header.Names.Length)
        {
            Fault(GrowthColumn.Id, fields.IsBroken ? RowFaultKind.OpenQuote : RowFaultKind.FieldCount);
            return false;
        }

        if (IsHeaderAgain(bytes, fields))
        {
            Fault(GrowthColumn.Id, RowFaultKind.HeaderAgain);
            return false;
        }

        measurement = new Measurement
        {
            Sex = SexOf(bytes, fields),
            Age = AgeOf(bytes, fields),
            Weight = Number(bytes, fields, _weight, GrowthColumn.Weight, KilogramDecimals, out var weight) ? Mass.FromMicrograms(weight) : null,
            LengthOrHeight = Number(bytes, fields, _length, GrowthColumn.LengthOrHeight, CentimetreDecimals, out var length) ? Length.FromNanometres(length) : null,
            Position = PositionOf(bytes, fields),
            HasOedema = OedemaOf(bytes, fields),
            HeadCircumference = Number(bytes, fields, _head, GrowthColumn.Head, CentimetreDecimals, out var head) ? Length.FromNanometres(head) : null,
            MidUpperArm = Number(bytes, fields, _arm, GrowthColumn.Arm, CentimetreDecimals, out var arm) ? Length.FromNanometres(arm) : null,
            TricepsSkinfold = Number(bytes, fields, _triceps, GrowthColumn.Triceps, MillimetreDecimals, out var triceps) ? Length.FromNanometres(triceps) : null,
            SubscapularSkinfold = Number(bytes, fields, _subscapular, GrowthColumn.Subscapular, MillimetreDecimals, out var fold) ? Length.FromNanometres(fold) : null,
        };
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Sex? SexOf(ReadOnlySpan<byte> bytes, CsvFields fields)
    {
        if (!Present(bytes, fields, _sex, out var text))
        {
            Fault(GrowthColumn.Sex, RowFaultKind.NoSex);
            return null;
        }

        var sex = GrowthWords.Sex(text);
        if (sex is null)
        {
            Fault(GrowthColumn.Sex, RowFaultKind.UnknownWord);
        }

        return sex;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Position? PositionOf(ReadOnlySpan<byte> bytes, CsvFields fields)
    {
        if (!Present(bytes, fields, _position, out var text))
        {
            return null;
        }

        var position = GrowthWords.Position(text);
        if (position is null)
        {
            Fault(GrowthColumn.Position, RowFaultKind.UnknownWord);
        }

        return position;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool OedemaOf(ReadOnlySpan<byte> bytes, CsvFields fields)
    {
        if (!Present(bytes, fields, _oedema, out var text))
        {
            return false;
        }

        var oedema = GrowthWords.Oedema(text);
        if (oedema is null)
        {
            Fault(GrowthColumn.Oedema, RowFaultKind.UnknownWord);
        }

        return oedema ?? false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Age? AgeOf(ReadOnlySpan<byte> bytes, CsvFields fields)
    {
        if (_birth >= 0)
        {
            return Day(bytes, fields, _birth, GrowthColumn.Birth) is { } birth && Day(bytes, fields, _visit, GrowthColumn.Visit) is { } visit
                ? Known(visit.DayNumber - birth.DayNumber, GrowthColumn.Visit)
                : null;
        }

        var (place, column) = _days >= 0 ? (_days, GrowthColumn.AgeDays) : (_months, GrowthColumn.AgeMonths);
        if (!Number(bytes, fields, place, column, KilogramDecimals, out var scaled, mayBeZero: true))
        {
            return null;
        }

        // Nine decimals as a whole number and one division: the binary number nearest to the decimal one.
        var number = scaled / 1e9;
        return Known(_days >= 0 ? number : number * Age.DaysPerMonth, column);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Age? Known(double days, GrowthColumn column)
    {
        if (days is >= 0 and <= LongestAge)
        {
            return Age.FromDays(days);
        }

        Fault(column, days < 0 ? RowFaultKind.BeforeBirth : RowFaultKind.TooLarge);
        return null;
    }

    private DateOnly? Day(ReadOnlySpan<byte> bytes, CsvFields fields, int place, GrowthColumn column)
    {
        if (!Present(bytes, fields, place, out var text))
        {
            return null;
        }

        if (DateText.TryRead(text, out var day))
        {
            return day;
        }

        Fault(column, RowFaultKind.NotDay);
        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Number(ReadOnlySpan<byte> bytes, CsvFields fields, int place, GrowthColumn column, int decimals, out long scaled, bool mayBeZero = false)
    {
        scaled = 0;
        if (!Present(bytes, fields, place, out var text))
        {
            return false;
        }

        if (!DecimalText.TryRead(text, decimals, out scaled))
        {
            Fault(column, DecimalText.IsNumber(text) ? RowFaultKind.TooLarge : RowFaultKind.NotNumber);
            return false;
        }

        if (scaled <= 0 && !mayBeZero)
        {
            Fault(column, RowFaultKind.NotAboveZero);
            return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Present(ReadOnlySpan<byte> bytes, CsvFields fields, int place, out ReadOnlySpan<byte> text)
    {
        if (place < 0)
        {
            text = default;
            return false;
        }

        text = fields.Text(bytes, place);
        return text.Length > 0 && !(text.Length <= 2 && text[0] is (byte)'N' or (byte)'n' or (byte)'-' && GrowthWords.MeansMissing(text)) && !(_hasMissing && IsMissing(text));
    }

    private bool IsMissing(ReadOnlySpan<byte> text)
    {
        foreach (var code in missing)
        {
            if (text.SequenceEqual(code))
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsHeaderAgain(ReadOnlySpan<byte> bytes, CsvFields fields)
    {
        var sex = fields.Text(bytes, _sex);
        return sex.Length > 1 && GrowthWords.Is(sex, header.Names[_sex]) && GrowthWords.Is(fields.Text(bytes, _id), header.Names[_id]);
    }

    private void Fault(GrowthColumn column, RowFaultKind kind) => Faults.Add(new RowFault(_line, column, kind));
}
