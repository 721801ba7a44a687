using Lakudo.Kernel;

namespace Lakudo.Feedback;

/// <summary>What a respondent may say of oneself; each null where nothing was said. Keys of <see cref="SurveyInstrument.Groups"/>.</summary>
/// <param name="Sex">Key of the field <c>kelamin</c>.</param>
/// <param name="Age">Key of the field <c>umur</c>.</param>
/// <param name="Education">Key of the field <c>pendidikan</c>.</param>
/// <param name="Job">Key of the field <c>pekerjaan</c>.</param>
public sealed record Respondent(string? Sex = null, string? Age = null, string? Education = null, string? Job = null);

/// <summary>A whole sheet: one answer to each element, and what the respondent says of oneself. Holds nothing of the application.</summary>
/// <param name="Instrument">The version of the survey that was asked.</param>
/// <param name="Scores">1 to 4 by the element's key.</param>
/// <param name="Respondent">What was said of oneself.</param>
internal sealed record AnswerSheet(string Instrument, IReadOnlyDictionary<string, int> Scores, Respondent Respondent)
{
    /// <summary>Reads a sheet as sent. Refused with F-003 while a question is open, F-004 for an answer that is none.</summary>
    internal static Outcome<AnswerSheet> Read(SurveyInstrument instrument, IReadOnlyDictionary<string, int> answers, Respondent respondent)
    {
        if (answers.Any(a => a.Value is < 1 or > 4 || instrument.Elements.All(e => e.Key != a.Key))) return FeedbackRefusals.AnswerUnknown;
        var open = instrument.Elements.Count(e => !answers.ContainsKey(e.Key));
        if (open > 0) return FeedbackRefusals.QuestionsOpen.With(open);
        var said = new Respondent(Blank(respondent.Sex), Blank(respondent.Age), Blank(respondent.Education), Blank(respondent.Job));
        (string Field, string? Key)[] groups = [("kelamin", said.Sex), ("umur", said.Age), ("pendidikan", said.Education), ("pekerjaan", said.Job)];
        return groups.All(g => g.Key is null || instrument.Groups.Any(known => known.Field == g.Field && known.Key == g.Key))
            ? new AnswerSheet(instrument.Version, answers, said)
            : FeedbackRefusals.AnswerUnknown;
    }

    private static string? Blank(string? key) => string.IsNullOrWhiteSpace(key) ? null : key;
}
