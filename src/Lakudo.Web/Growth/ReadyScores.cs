using System.Runtime.CompilerServices;
using Lakudo.Growth;

namespace Lakudo.Web.Growth;

/// <summary>Every z-score below 10 with its flag as ready text, made once: nearly all that a file needs.</summary>
internal sealed class ReadyScores
{
    /// <summary>The largest one, in hundredths.</summary>
    public const int Largest = 999;

    private static readonly Lazy<ReadyScores> Plain = new(() => new ReadyScores(ZScoreStyle.Plain));
    private static readonly Lazy<ReadyScores> Indonesian = new(() => new ReadyScores(ZScoreStyle.Indonesian));

    private readonly ulong[][] _texts = new ulong[GrowthIndices.Count][];
    private readonly byte[] _lengths = new byte[Largest * 2 + 1];

    private ReadyScores(ZScoreStyle style)
    {
        for (var index = GrowthIndex.LengthForAge; index <= GrowthIndex.SubscapularForAge; index++)
        {
            var same = FirstWithLimitsOf(index);
            _texts[(int)index] = same < index ? _texts[(int)same] : Make(index, style);
        }
    }

    /// <summary>The texts for a style.</summary>
    public static ReadyScores For(ZScoreStyle style) => style.Mark == ZScoreStyle.Indonesian.Mark ? Indonesian.Value : Plain.Value;

    /// <summary>The text of one, its first character lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Text(GrowthIndex index, int hundredths) => _texts[(int)index][hundredths + Largest];

    /// <summary>How many characters it has, at most eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Length(int hundredths) => _lengths[hundredths + Largest];

    private static GrowthIndex FirstWithLimitsOf(GrowthIndex index)
    {
        var first = GrowthIndex.LengthForAge;
        while (first.LowestPlausible() != index.LowestPlausible() || first.HighestPlausible() != index.HighestPlausible())
        {
            first++;
        }

        return first;
    }

    /// <summary>Every z-score below 10 with its flag, at most eight characters, as one number each: ",-2.31,0" is one store.</summary>
    private ulong[] Make(GrowthIndex index, ZScoreStyle style)
    {
        var all = new ulong[Largest * 2 + 1];
        var text = new ByteText(32);
        for (var hundredths = -Largest; hundredths <= Largest; hundredths++)
        {
            text.Clear();
            text.Add(style.Separator);
            if (hundredths < 0)
            {
                text.Add((byte)'-');
            }

            text.AddDecimal(Math.Abs(hundredths), 2, 100, style.Mark);
            text.Add(style.Separator);
            var flagged = hundredths < index.LowestPlausible() * 100 || hundredths > index.HighestPlausible() * 100;
            text.Add(flagged ? (byte)'1' : (byte)'0');
            for (var i = 0; i < text.Written.Length; i++)
            {
                all[hundredths + Largest] |= (ulong)text.Written[i] << (8 * i);
            }

            _lengths[hundredths + Largest] = (byte)text.Written.Length;
        }

        return all;
    }
}
