using System.Globalization;
using Lakudo.Kernel;

namespace Lakudo.Feedback;

/// <summary>One of the nine elements of the satisfaction survey, with its question.</summary>
/// <param name="Key">What answers are stored under. Never a number: the rule's list and its questionnaire number the last two differently.</param>
/// <param name="Name">The element's name in reports.</param>
/// <param name="Question">What the citizen is asked.</param>
/// <param name="Answers">The words of the answers 1 to 4, in this order.</param>
/// <param name="IsConfirmed">Whether the wording was confirmed; otherwise it is <em>belum dikonfirmasi</em>.</param>
public sealed record SurveyElement(string Key, string Name, string Question, IReadOnlyList<string> Answers, bool IsConfirmed);

/// <summary>A grade of the converted index.</summary>
/// <param name="Letter">A to D.</param>
/// <param name="From">The lowest converted index that gets it, 25 to 100.</param>
/// <param name="Meaning">What the rule calls it, for example <em>Sangat baik</em>.</param>
public sealed record SurveyGrade(string Letter, decimal From, string Meaning);

/// <summary>A group a respondent may say to belong to.</summary>
/// <param name="Field">What is asked: <c>kelamin</c>, <c>umur</c>, <c>pendidikan</c> or <c>pekerjaan</c>.</param>
/// <param name="Key">What is stored.</param>
/// <param name="Words">What the page says.</param>
public sealed record RespondentGroup(string Field, string Key, string Words);

/// <summary>The survey of PermenPANRB 14/2017 as it stands in <c>data/survey</c>: elements, answer words, grades, groups of respondents.</summary>
public sealed class SurveyInstrument
{
    private SurveyInstrument(string version, string source, IReadOnlyList<SurveyElement> elements, IReadOnlyList<SurveyElement> asked, IReadOnlyList<SurveyGrade> grades, IReadOnlyList<RespondentGroup> groups) =>
        (Version, Source, Elements, Asked, Grades, Groups) = (version, source, elements, asked, grades, groups);

    /// <summary>The newest version in the data.</summary>
    public static SurveyInstrument Current { get; } = Read();

    /// <summary>The version, for example <c>2017</c>; every answer carries it.</summary>
    public string Version { get; }

    /// <summary>Where the questions were read.</summary>
    public string Source { get; }

    /// <summary>The elements in the order of the rule's list, as reports print them.</summary>
    public IReadOnlyList<SurveyElement> Elements { get; }

    /// <summary>The elements in the order of the questionnaire.</summary>
    public IReadOnlyList<SurveyElement> Asked { get; }

    /// <summary>The grades, best first.</summary>
    public IReadOnlyList<SurveyGrade> Grades { get; }

    /// <summary>The groups of respondents, in order.</summary>
    public IReadOnlyList<RespondentGroup> Groups { get; }

    /// <summary>The grade of a converted index that was rounded to two decimals. The bands have gaps (76,60 to 76,61), so it must be rounded first.</summary>
    public SurveyGrade GradeOf(decimal rounded) => Grades.FirstOrDefault(g => rounded >= g.From) ?? Grades[^1];

    private static SurveyInstrument Read()
    {
        var rows = DataFile.Read("survey/skm.csv", c => (
            Version: c("version"), Source: c("source"), List: int.Parse(c("list_order"), CultureInfo.InvariantCulture), Asked: int.Parse(c("question_order"), CultureInfo.InvariantCulture),
            Element: new SurveyElement(c("key"), c("element"), c("question"), [c("answer_1"), c("answer_2"), c("answer_3"), c("answer_4")], c("status") == "dikonfirmasi")));
        var version = rows.Max(r => r.Version)!;
        var newest = rows.Where(r => r.Version == version).ToList();
        var grades = DataFile.Read("survey/skm-grades.csv", c => (Version: c("version"), Grade: new SurveyGrade(c("grade"), decimal.Parse(c("from"), CultureInfo.InvariantCulture), c("meaning"))));
        var groups = DataFile.Read("survey/respondent.csv", c => (Version: c("version"), Group: new RespondentGroup(c("field"), c("key"), c("words"))));
        return new SurveyInstrument(version, newest[0].Source,
            [.. newest.OrderBy(r => r.List).Select(r => r.Element)], [.. newest.OrderBy(r => r.Asked).Select(r => r.Element)],
            [.. grades.Where(g => g.Version == version).Select(g => g.Grade).OrderByDescending(g => g.From)], [.. groups.Where(g => g.Version == version).Select(g => g.Group)]);
    }
}
