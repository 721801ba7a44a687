using System.Runtime.CompilerServices;

namespace Lakudo.Growth.Survey;

/// <summary>The groups of a sample, and to which of them each child belongs.</summary>
internal sealed class SurveyDomains
{
    private static readonly SurveyGrouping[] Named =
        [SurveyGrouping.Residence, SurveyGrouping.Region, SurveyGrouping.MotherEducation, SurveyGrouping.Other];

    private readonly List<(SurveyGrouping Grouping, string Category)> _names = [];

    private SurveyDomains()
    {
    }

    /// <summary>The groups in the order of WHO's table.</summary>
    public IReadOnlyList<(SurveyGrouping Grouping, string Category)> Names => _names;

    /// <summary>How many groupings there are: a child belongs to at most one group of each.</summary>
    public int Groupings { get; private set; }

    /// <summary>For each child in the order of the sampling <see cref="Groupings"/> numbers of groups, -1 where it belongs to none.</summary>
    public int[] Codes { get; private set; } = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static SurveyDomains Of(SampledChild[] children, SurveyDesign design, Categories[] named)
    {
        var domains = new SurveyDomains();
        var columns = new List<(SurveyGrouping Grouping, int[] Places)>();
        for (var grouping = SurveyGrouping.All; grouping <= SurveyGrouping.Other; grouping++)
        {
            if (grouping != SurveyGrouping.All && !IsNamed(children, grouping)) continue;
            columns.Add((grouping, domains.AddGroups(grouping, design, named)));
        }

        domains.Groupings = columns.Count;
        domains.Codes = new int[children.Length * columns.Count];
        var at = 0;
        foreach (ref readonly var child in children.AsSpan())
        {
            foreach (var (grouping, places) in columns)
            {
                var code = child.Code(grouping);
                domains.Codes[at++] = code < 0 ? -1 : places[code];
            }
        }

        return domains;
    }

    /// <summary>Whether some child belongs to a group of this grouping.</summary>
    private static bool IsNamed(SampledChild[] children, SurveyGrouping grouping)
    {
        foreach (ref readonly var child in children.AsSpan())
        {
            if (child.Code(grouping) >= 0) return true;
        }

        return false;
    }

    /// <returns>The number of the group of each code.</returns>
    private int[] AddGroups(SurveyGrouping grouping, SurveyDesign design, Categories[] named)
    {
        if (Array.IndexOf(Named, grouping) is >= 0 and var column) return AddNamed(grouping, design, named[column]);
        string[] names = grouping switch
        {
            SurveyGrouping.All => [SurveyWords.Of(grouping)],
            SurveyGrouping.AgeGroup => SurveyWords.AgeGroups,
            SurveyGrouping.Sex => SurveyWords.Sexes,
            SurveyGrouping.WealthQuintile => SurveyWords.Quintiles,
            _ => [.. SurveyWords.Sexes.SelectMany(sex => SurveyWords.AgeGroups.Select(age => $"{age}.{sex}"))],
        };
        return [.. names.Select(name => Add(grouping, name))];
    }

    /// <remarks>
    /// WHO's package hands a sample with clusters or strata to R's survey package, which sorts the names. Without them it lists the names as they appear and
    /// lists the missing ones too, as a group of 0 children called NA. Both are followed, so that the two tables can be laid side by side line by line.
    /// </remarks>
    private int[] AddNamed(SurveyGrouping grouping, SurveyDesign design, Categories categories)
    {
        var order = design.SortsGroups ? categories.Sorted() : [.. Enumerable.Range(0, categories.Names.Count)];
        var places = new int[order.Length];
        for (var i = 0; i <= order.Length; i++)
        {
            if (!design.SortsGroups && categories.FirstMissing == i) Add(grouping, SurveyWords.Missing);
            if (i < order.Length) places[order[i]] = Add(grouping, categories.Names[order[i]]);
        }

        return places;
    }

    private int Add(SurveyGrouping grouping, string category)
    {
        _names.Add((grouping, category));
        return _names.Count - 1;
    }
}
