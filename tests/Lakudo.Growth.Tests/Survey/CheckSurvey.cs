using Lakudo.Growth.Survey;

namespace Lakudo.Growth.Tests.Survey;

/// <summary>The 3,000 made-up children of <c>prevalence-3k-input.csv</c>.</summary>
internal static class CheckSurvey
{
    public static List<Dictionary<string, string>> Rows { get; } = CheckSets.Rows("prevalence-3k-input.csv");

    public static SurveySample Sample(SurveyDesign design) => Sample(design, Rows);

    public static SurveySample Sample(SurveyDesign design, IEnumerable<Dictionary<string, string>> rows)
    {
        var sample = new SurveySample(design);
        foreach (var row in rows) sample.Add(Row(row));
        return sample;
    }

    public static SurveyRow Row(Dictionary<string, string> row) => new()
    {
        Measurement = CheckSets.Measurement(row),
        Cluster = row["cluster"],
        Stratum = row["strata"],
        Weight = row["sw"].Length == 0 ? null : CheckSets.Number(row["sw"]),
        Residence = row["typeres"],
        Region = row["gregion"],
        WealthQuintile = row["wealthq"],
        MotherEducation = row["mothered"],
    };
}
