using System.Collections.Immutable;

namespace Lakudo.Growth.Survey;

/// <summary>The columns of WHO's table of prevalences after the name of the group, in its order and with its names.</summary>
public static class SurveyColumns
{
    private const int PerIndex = 2 + 4 * ZCutoffs.Count + 5;

    /// <summary>The four indices of the table, in its order: length/height, weight and BMI for age, weight for length/height.</summary>
    public static ImmutableArray<GrowthIndex> Indices { get; } =
        [GrowthIndex.LengthForAge, GrowthIndex.WeightForAge, GrowthIndex.BmiForAge, GrowthIndex.WeightForLength];

    /// <summary>The names of the 134 columns: <c>HAZ_pop</c>, <c>HAZ_unwpop</c>, <c>HA_3_r</c>, … <c>HA_2_WH2_ul</c>.</summary>
    /// <remarks>
    /// <c>pop</c> weighted and <c>unwpop</c> counted number; <c>r</c> percent or mean, <c>se</c> its standard error, <c>ll</c> and <c>ul</c> its 95 % interval,
    /// <c>stdev</c> the standard deviation; <c>_3 _2 _1 1 2 3</c> the cut-offs from below -3 to above +3.
    /// </remarks>
    public static ImmutableArray<string> Names { get; } = MakeNames();

    /// <summary>Where the percent of children both stunted and wasted (HAZ and WHZ below -2) starts: percent, standard error, lower and upper limit.</summary>
    internal static int StuntedAndWasted => CountOfBoth + 2;

    /// <summary>Where the percent of children both stunted and overweight (HAZ below -2, WHZ above 2) starts.</summary>
    internal static int StuntedAndOverweight => StuntedAndWasted + 4;

    /// <summary>Where the number of children with both HAZ and WHZ stands, weighted; the counted one follows.</summary>
    internal static int CountOfBoth => Indices.Length * PerIndex;

    /// <summary>Where the weighted number of children with a z stands; the counted one follows.</summary>
    internal static int CountAt(GrowthIndex index) => PlaceOf(index) * PerIndex;

    internal static int ShareAt(GrowthIndex index, ZCutoff cutoff) => CountAt(index) + 2 + 4 * (int)cutoff;

    internal static int MeanAt(GrowthIndex index) => ShareAt(index, (ZCutoff)ZCutoffs.Count);

    private static int PlaceOf(GrowthIndex index) => Indices.IndexOf(index) is >= 0 and var place
        ? place
        : throw new ArgumentOutOfRangeException(nameof(index), index, "WHO reports prevalences of four indices.");

    private static ImmutableArray<string> MakeNames()
    {
        string[] estimate = ["r", "se", "ll", "ul"];
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var index in (string[])["HA", "WA", "BMI", "WH"])
        {
            names.AddRange($"{index}Z_pop", $"{index}Z_unwpop");
            foreach (var cutoff in (string[])["_3", "_2", "_1", "1", "2", "3", ""]) names.AddRange(estimate.Select(part => $"{index}{cutoff}_{part}"));
            names.Add($"{index}_stdev");
        }

        names.AddRange("HA_2_WH_2_pop", "HA_2_WH_2_unwpop");
        foreach (var both in (string[])["HA_2_WH_2", "HA_2_WH2"]) names.AddRange(estimate.Select(part => $"{both}_{part}"));
        return names.ToImmutable();
    }
}
