using Lakudo.Applications;
using Lakudo.Feedback;
using Lakudo.Kernel;

namespace Lakudo.Web.Sample;

/// <summary>What the sample's citizens answer to the satisfaction survey: mostly content, the time it took less so.</summary>
internal static class SampleSurvey
{
    /// <summary>Answers for one finished application.</summary>
    /// <param name="services">The verbs.</param>
    /// <param name="receipt">Its receipt.</param>
    /// <param name="n">Which one it is; the same answers at each filling.</param>
    /// <param name="ct">Stops.</param>
    internal static Task Answer(IServiceProvider services, FileApplication.Receipt receipt, int n, CancellationToken ct)
    {
        var instrument = SurveyInstrument.Current;
        var answers = instrument.Elements.Select((element, place) => (element.Key, Score: Score(element.Key, (n * 5) + (place * 3)))).ToDictionary(a => a.Key, a => a.Score);
        var who = new Respondent(Group("kelamin", n), Group("umur", n * 3), n % 4 == 0 ? null : Group("pendidikan", n * 5), n % 6 == 0 ? null : Group("pekerjaan", n * 7));
        return SampleRegion.Run<AnswerSurvey, Done>(services, v => v.Run(Caller.Public(SampleRegion.Region), new(receipt.Number, receipt.Secret, answers, who), ct));
    }

    private static int Score(string element, int n) => element switch
    {
        "waktu" => n % 3 == 0 ? 2 : 3,
        "biaya" => 4,
        _ => n % 7 == 0 ? 2 : n % 3 == 0 ? 4 : 3,
    };

    private static string Group(string field, int n)
    {
        var groups = SurveyInstrument.Current.Groups.Where(g => g.Field == field).ToList();
        return groups[n % groups.Count].Key;
    }
}
