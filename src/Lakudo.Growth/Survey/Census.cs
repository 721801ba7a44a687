namespace Lakudo.Growth.Survey;

/// <summary>The children of an area who were measured in one month, of all who should have been: the posyandu's month.</summary>
/// <remarks>Not for use from several threads at once. Each child is added once; two measurements of a child are the caller's to choose from.</remarks>
public sealed class Census
{
    private static readonly int Cells = SurveyColumns.Indices.Length * ZCutoffs.Count;
    private readonly int[] _cases = new int[Cells];
    private readonly int[] _counted = new int[SurveyColumns.Indices.Length];

    /// <summary>A month without a measured child yet.</summary>
    /// <param name="target">The children of the area who should be measured: S of the SKDN. 0 where it is unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is negative.</exception>
    public Census(int target)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(target);
        Target = target;
    }

    /// <summary>The children of the area who should be measured: S.</summary>
    public int Target { get; }

    /// <summary>The children who were measured: D.</summary>
    public int Measured { get; private set; }

    /// <summary>Adds a measured child and computes its z-scores.</summary>
    /// <returns>Whether the child counts; one older than 1826 days does not.</returns>
    public bool Add(in Measurement measurement)
    {
        WhoStandards.Assess(measurement, out var assessment);
        return Add(measurement, assessment);
    }

    /// <summary>Adds a measured child whose z-scores are known already.</summary>
    /// <returns>Whether the child counts; one older than 1826 days does not.</returns>
    public bool Add(in Measurement measurement, in Assessment assessment)
    {
        if (measurement.Age is { Days: > Age.LastDay }) return false;
        Measured++;
        for (var i = 0; i < _counted.Length; i++)
        {
            var index = SurveyColumns.Indices[i];
            var oedema = measurement.HasOedema && index.UsesWeight();
            if (!oedema && assessment[index] is not { IsFlagged: false }) continue;
            _counted[i]++;
            for (var cutoff = default(ZCutoff); (int)cutoff < ZCutoffs.Count; cutoff++)
            {
                if (oedema ? cutoff.IsBelow() : cutoff.Counts(assessment[index]!.Value.Value)) _cases[i * ZCutoffs.Count + (int)cutoff]++;
            }
        }

        return true;
    }

    /// <summary>The prevalence beyond a cut-off, for example stunting: length for age below -2.</summary>
    /// <param name="index">One of the four indices of <see cref="SurveyColumns.Indices"/>.</param>
    /// <param name="cutoff">The cut-off.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another index.</exception>
    public CensusPrevalence Share(GrowthIndex index, ZCutoff cutoff) => SurveyColumns.Indices.IndexOf(index) is >= 0 and var i
        ? new CensusPrevalence(Target, Measured, _counted[i], _cases[i * ZCutoffs.Count + (int)cutoff])
        : throw new ArgumentOutOfRangeException(nameof(index), index, "Prevalences are of four indices.");
}
