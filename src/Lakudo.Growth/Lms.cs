using System.Runtime.CompilerServices;

namespace Lakudo.Growth;

/// <summary>One row of a growth standard: the power L, the median M and the coefficient of variation S of the measure.</summary>
/// <param name="L">The Box-Cox power; where it is 0 the logarithm is meant.</param>
/// <param name="M">The median, in the unit of the index.</param>
/// <param name="S">The coefficient of variation.</param>
/// <param name="IsRestricted">Whether z beyond 3 is counted in steps of the distance between 2 and 3 SD (<see cref="GrowthIndices.IsRestricted"/>).</param>
/// <remarks>Cole's LMS method as WHO 2006 applies it. See docs/growth/how-a-z-score-is-computed.md.</remarks>
public readonly record struct Lms(double L, double M, double S, bool IsRestricted)
{
    /// <summary>The z-score of a measure, not rounded.</summary>
    /// <param name="measure">The measure in the unit of the index.</param>
    /// <returns>The z-score, or NaN where the measure is not above 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ZOf(double measure)
    {
        if (!(measure > 0)) return double.NaN;
        var z = PureZ(measure);
        return IsRestricted && Math.Abs(z) > 3 ? RestrictedZ(measure, z) : z;
    }

    /// <summary>The measure that has this z-score: the inverse of <see cref="ZOf"/>.</summary>
    /// <param name="z">The z-score. WHO prints lines from -3 to 3.</param>
    /// <returns>The measure in the unit of the index; may be 0 or less for a z far below -3, where no child is.</returns>
    public double MeasureAt(double z)
    {
        if (IsRestricted && z > 3) return PureMeasure(3) + (z - 3) * (PureMeasure(3) - PureMeasure(2));
        if (IsRestricted && z < -3) return PureMeasure(-3) + (z + 3) * (PureMeasure(-2) - PureMeasure(-3));
        return PureMeasure(z);
    }

    /// <remarks>WHO 2006: beyond 3 SD a step is as wide as the one from 2 to 3 SD.</remarks>
    private double RestrictedZ(double measure, double pureZ)
    {
        var sd3 = PureMeasure(pureZ > 0 ? 3 : -3);
        return pureZ > 0
            ? 3 + (measure - sd3) / (sd3 - PureMeasure(2))
            : -3 + (measure - sd3) / (PureMeasure(-2) - sd3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double PureZ(double measure)
    {
        var ratio = measure / M;
        if (L == 1) return (ratio - 1) / S;
        return L == 0 ? Math.Log(ratio) / S : (Math.Pow(ratio, L) - 1) / (S * L);
    }

    private double PureMeasure(double z)
    {
        if (L == 1) return M * (1 + S * z);
        return L == 0 ? M * Math.Exp(S * z) : M * Math.Pow(1 + L * S * z, 1 / L);
    }
}
