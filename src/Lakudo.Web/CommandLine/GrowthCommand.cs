using System.CommandLine;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo growth</c>: WHO's growth standards for files of measurements. Needs no database and no server.</summary>
public static class GrowthCommand
{
    /// <summary>The command.</summary>
    public static Command Make() => new("growth", "WHO child growth standards for files of measurements.")
    {
        GrowthZScoresCommand.Make(),
        GrowthPrevalenceCommand.Make(),
        GrowthQualityCommand.Make(),
        GrowthChartCommand.Make(),
        GrowthCompareCommand.Make(),
    };
}
