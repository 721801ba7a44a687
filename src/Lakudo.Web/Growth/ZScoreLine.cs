using System.Runtime.CompilerServices;
using Lakudo.Growth;

namespace Lakudo.Web.Growth;

/// <summary>How the answers are written.</summary>
/// <param name="Separator">Between two fields.</param>
/// <param name="Mark">Before the decimals.</param>
/// <param name="WithReason">Whether a 23rd column says what is wrong in the row.</param>
internal readonly record struct ZScoreStyle(byte Separator, byte Mark, bool WithReason)
{
    /// <summary>Comma and point: the form of the check sets.</summary>
    public static readonly ZScoreStyle Plain = new((byte)',', (byte)'.', false);

    /// <summary>Semicolon and decimal comma: what an Indonesian spreadsheet opens with a double click.</summary>
    public static readonly ZScoreStyle Indonesian = new((byte)';', (byte)',', false);
}

/// <summary>Writes what WHO's standards say of a row: the 22 columns of WHO's own package in its order, with its rounding.</summary>
internal sealed class ZScoreLine(ZScoreStyle style)
{
    /// <summary>The names of the columns.</summary>
    public static readonly string[] Names =
    [
        "id", "clenhei", "cmeasure", "c9mo_flag", "cbmi", "csex",
        "zlen", "flen", "zwei", "fwei", "zwfl", "fwfl", "zbmi", "fbmi", "zhc", "fhc", "zac", "fac", "zts", "fts", "zss", "fss",
    ];

    /// <summary>What a row may take beside its id and its reason.</summary>
    public const int Longest = 768;

    private const int LengthDecimals = 7;
    private const long LengthPower = 10_000_000;
    private const long TenthOfCentimetre = LengthPower / 10;

    private readonly ZScoreStyle _style = style;
    private readonly ReadyScores _ready = ReadyScores.For(style);

    /// <summary>Writes the line with the names.</summary>
    public void AddNames(ByteText to)
    {
        to.Add(string.Join((char)_style.Separator, _style.WithReason ? [.. Names, "reason"] : Names));
        to.Add((byte)'\n');
    }

    /// <summary>Writes the answer to a row, up to the last index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ByteText to, in Measurement asked, in Assessment answer)
    {
        var separator = _style.Separator;
        to.Add(separator);
        if (answer.CorrectedLength is { } length)
        {
            AddLength(to, length.Nanometres);
        }

        to.Add(separator);
        if (answer.Position is { } position)
        {
            to.Add(position == Position.Lying ? (byte)'l' : (byte)'h');
        }

        to.Add(separator);
        to.Add(answer.IsPositionImplausible ? (byte)'1' : (byte)'0');
        to.Add(separator);
        if (answer.Bmi is { } bmi)
        {
            to.AddFifteenDigits(bmi, _style.Mark);
        }

        to.Add(separator);
        if (asked.Sex is { } sex)
        {
            to.Add(sex == Sex.Male ? (byte)'1' : (byte)'2');
        }

        for (var index = GrowthIndex.LengthForAge; index <= GrowthIndex.SubscapularForAge; index++)
        {
            if (answer[index] is not { } z)
            {
                to.Add(separator);
                to.Add(separator);
                continue;
            }

            var hundredths = z.Hundredths;
            if (hundredths is >= -ReadyScores.Largest and <= ReadyScores.Largest)
            {
                to.Add(_ready.Text(index, (int)hundredths), _ready.Length((int)hundredths));
            }
            else
            {
                AddRare(to, hundredths);
            }
        }
    }

    /// <summary>Writes the fields after the id of a row that cannot be used.</summary>
    public void AddNothing(ByteText to)
    {
        for (var i = 1; i < Names.Length; i++)
        {
            to.Add(_style.Separator);
        }
    }

    private void AddLength(ByteText to, long nanometres)
    {
        var (tenths, rest) = Math.DivRem(nanometres, TenthOfCentimetre);
        if (rest == 0)
        {
            to.AddDecimal(tenths, 1, 10, _style.Mark);
        }
        else
        {
            to.AddDecimal(nanometres, LengthDecimals, LengthPower, _style.Mark);
        }
    }

    /// <remarks>A z-score of 10 or more lies beyond every limit, so its flag is always 1.</remarks>
    private void AddRare(ByteText to, long hundredths)
    {
        to.Add(_style.Separator);
        if (hundredths < 0)
        {
            to.Add((byte)'-');
        }

        to.AddDecimal(Math.Abs(hundredths), 2, 100, _style.Mark);
        to.Add(_style.Separator);
        to.Add((byte)'1');
    }
}
