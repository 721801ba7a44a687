using Lakudo.Growth;

namespace Lakudo.Web.Growth.Compare;

/// <summary>A row of an e-PPGBM export: what was measured and the z-scores that the export itself carries.</summary>
internal sealed record ExportRow
{
    /// <summary>The line of the file.</summary>
    public required long Line { get; init; }

    /// <summary>What was measured; its age is not filled in.</summary>
    public required Measurement Measurement { get; init; }

    /// <summary>The day of birth.</summary>
    public required DateOnly Birth { get; init; }

    /// <summary>The day of measurement.</summary>
    public required DateOnly Visit { get; init; }

    /// <summary>The completed months that the export writes in words, or null where it does not.</summary>
    public int? WrittenMonths { get; init; }

    /// <summary>The printed z-scores in hundredths, in the order of <see cref="Indices"/>; null where none is printed.</summary>
    public required long?[] Printed { get; init; }

    /// <summary>The three indices of an export.</summary>
    public static readonly GrowthIndex[] Indices = [GrowthIndex.WeightForAge, GrowthIndex.LengthForAge, GrowthIndex.WeightForLength];

    /// <summary>What the indices are called there.</summary>
    public static readonly string[] Names = ["BB/U", "TB/U", "BB/TB"];
}
