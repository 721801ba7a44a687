using System.Buffers.Text;

namespace Lakudo.Web.Growth;

/// <summary>Reads days as they stand in files: 2026-01-05, 05/01/2026, 5-1-2026 (day first), or the serial number a spreadsheet keeps.</summary>
internal static class DateText
{
    /// <summary>A spreadsheet's day 25,569 is 1 January 1970 (system of 1900, as Excel and LibreOffice write it).</summary>
    private const int SerialOf1970 = 25_569;

    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;
    private static readonly int Day1970 = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Reads a day; a time of day after it is left out.</summary>
    /// <param name="text">The field, without blanks around it.</param>
    /// <param name="day">The day.</param>
    /// <returns>False where there is no such day, or the order of day and month cannot be told.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        var time = text.IndexOfAny((byte)'T', (byte)' ');
        if (time > 0)
        {
            text = text[..time];
        }

        if (!Number(ref text, out var first, out var mark))
        {
            return false;
        }

        if (mark is 0 or (byte)'.' or (byte)',')
        {
            var isSerial = first is >= FirstSerial and <= LastSerial && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
            if (isSerial)
            {
                day = DateOnly.FromDayNumber(Day1970 + first - SerialOf1970);
                return true;
            }
        }

        if (mark is not ((byte)'-' or (byte)'/' or (byte)'.')
            || !Number(ref text, out var month, out var secondMark) || secondMark != mark
            || !Number(ref text, out var last, out var end) || end != 0)
        {
            return false;
        }

        return first >= 1000 ? Day(first, month, last, out day) : Day(last, month, first, out day);
    }

    private static bool Day(int year, int month, int day, out DateOnly date)
    {
        var exists = year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = exists ? new DateOnly(year, month, day) : default;
        return exists;
    }

    private static bool Number(ref ReadOnlySpan<byte> text, out int number, out byte mark)
    {
        mark = 0;
        if (!Utf8Parser.TryParse(text, out number, out var used) || number < 0)
        {
            return false;
        }

        if (used < text.Length)
        {
            mark = text[used++];
        }

        text = text[used..];
        return true;
    }
}
