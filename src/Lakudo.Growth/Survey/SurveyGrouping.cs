namespace Lakudo.Growth.Survey;

/// <summary>By what children are grouped in a survey's table, in the order of WHO's table.</summary>
public enum SurveyGrouping : byte
{
    /// <summary>All children.</summary>
    All,

    /// <summary>0-5, 6-11, 12-23, 24-35, 36-47 and 48-59 months of 30.4375 days, not rounded, the first one included.</summary>
    AgeGroup,

    /// <summary>Girls, then boys.</summary>
    Sex,

    /// <summary>Each age group of the girls, then of the boys.</summary>
    AgeAndSex,

    /// <summary>Residence: urban or rural, in the words of the file.</summary>
    Residence,

    /// <summary>Geographical region, in the words of the file.</summary>
    Region,

    /// <summary>Wealth quintile: 1 to 5 or Q1 to Q5, 1 being the poorest fifth. Anything else counts as missing.</summary>
    WealthQuintile,

    /// <summary>The mother's education, in the words of the file.</summary>
    MotherEducation,

    /// <summary>A grouping of the file's own.</summary>
    Other,
}

/// <summary>The words that WHO's table uses.</summary>
internal static class SurveyWords
{
    public static readonly string[] AgeGroups = ["00-05 mo", "06-11 mo", "12-23 mo", "24-35 mo", "36-47 mo", "48-59 mo"];

    public static readonly string[] Sexes = ["Female", "Male"];

    public static readonly string[] Quintiles = ["Q1: Poorest", "Q2", "Q3", "Q4", "Q5: Richest"];

    /// <summary>What WHO's package calls the missing ones where it lists them.</summary>
    public const string Missing = "NA";

    private static readonly double[] LastMonths = [6, 12, 24, 36, 48, 60];

    public static string Of(SurveyGrouping grouping) => grouping switch
    {
        SurveyGrouping.AgeGroup => "Age group",
        SurveyGrouping.Sex => "Sex",
        SurveyGrouping.AgeAndSex => "Age + sex",
        SurveyGrouping.Residence => "Area",
        SurveyGrouping.Region => "Geographical region",
        SurveyGrouping.WealthQuintile => "Wealth quintile",
        SurveyGrouping.MotherEducation => "Maternal education",
        SurveyGrouping.Other => "Other grouping",
        _ => "All",
    };

    /// <summary>The place of an age in <see cref="AgeGroups"/>, or -1 where it is unknown or 60 months and more.</summary>
    public static int AgeGroupOf(Age? age)
    {
        if (age is not { } known) return -1;
        var months = known.Months;
        for (var group = 0; group < LastMonths.Length; group++)
        {
            if (months < LastMonths[group]) return group;
        }

        return -1;
    }

    /// <summary>The place of a wealth quintile in <see cref="Quintiles"/>, or -1.</summary>
    public static int QuintileOf(ReadOnlySpan<char> text)
    {
        if (text is ['Q', _]) text = text[1..];
        return text is [>= '1' and <= '5'] ? text[0] - '1' : -1;
    }
}
