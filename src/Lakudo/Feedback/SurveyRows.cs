using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Kernel;

namespace Lakudo.Feedback;

/// <summary>The mark of an application that has answered: a keyed hash that leads to no application without the installation's key, and to no answer at all.</summary>
internal sealed class SurveyMark : IRegional
{
    public int RegionId { get; set; }

    public byte[] Mark { get; set; } = [];
}

/// <summary>An answer that waits for others, sealed.</summary>
internal sealed class Ballot : IOfAgency
{
    private Ballot()
    {
    }

    internal Ballot(int region, int agency, Guid service, DateOnly month, AnswerSheet sheet, PersonalData personal) =>
        (RegionId, Id, AgencyId, ServiceId, Month, Sealed) = (region, RandomId(), agency, service, month, personal.Seal(JsonSerializer.Serialize(sheet)));

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public int AgencyId { get; private set; }

    public Guid ServiceId { get; private set; }

    /// <summary>First day of the month it was given in.</summary>
    public DateOnly Month { get; private set; }

    public byte[] Sealed { get; private set; } = [];

    internal AnswerSheet Sheet(PersonalData personal) => JsonSerializer.Deserialize<AnswerSheet>(personal.Open(Sealed))!;

    /// <summary>Not one of <see cref="Ids"/>: those begin with their moment, and the moment would lead back to the application.</summary>
    internal static Guid RandomId() => new(RandomNumberGenerator.GetBytes(16));
}

/// <summary>An answer that counts. Its month is the one in which it was opened with at least four others.</summary>
internal sealed class SurveyAnswer : IOfAgency
{
    private SurveyAnswer()
    {
    }

    internal SurveyAnswer(Ballot ballot, AnswerSheet sheet, DateOnly month, bool withService)
    {
        (RegionId, Id, AgencyId, Month, Instrument) = (ballot.RegionId, Ballot.RandomId(), ballot.AgencyId, month, sheet.Instrument);
        ServiceId = withService ? ballot.ServiceId : null;
        (Sex, Age, Education, Job) = (sheet.Respondent.Sex, sheet.Respondent.Age, sheet.Respondent.Education, sheet.Respondent.Job);
        Scores = [.. sheet.Scores.Select(s => new SurveyScore { RegionId = RegionId, AnswerId = Id, Element = s.Key, Score = s.Value })];
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public int AgencyId { get; private set; }

    public Guid? ServiceId { get; private set; }

    public DateOnly Month { get; private set; }

    public string Instrument { get; private set; } = "";

    public string? Sex { get; private set; }

    public string? Age { get; private set; }

    public string? Education { get; private set; }

    public string? Job { get; private set; }

    public List<SurveyScore> Scores { get; private set; } = [];
}

/// <summary>One element's score of an answer, 1 to 4.</summary>
internal sealed class SurveyScore : IRegional
{
    public int RegionId { get; set; }

    public Guid AnswerId { get; set; }

    public string Element { get; set; } = "";

    public int Score { get; set; }
}

/// <summary>
/// The running total of one element for a service and month, kept with the answers it sums: results are public and read often, and would otherwise sum every score each time.
/// </summary>
internal sealed class ElementTotal : IOfAgency
{
    public int RegionId { get; set; }

    public DateOnly Month { get; set; }

    public int AgencyId { get; set; }

    /// <summary>All zeros for answers that lost their service.</summary>
    public Guid ServiceId { get; set; }

    public string Instrument { get; set; } = "";

    public string Element { get; set; } = "";

    public int Total { get; set; }

    /// <summary>How many answers; two boxes opened at once notice each other by it.</summary>
    public int Answers { get; set; }
}
