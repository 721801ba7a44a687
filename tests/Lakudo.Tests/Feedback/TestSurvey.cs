using Lakudo.Applications;
using Lakudo.Feedback;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Applications;

namespace Lakudo.Tests.Feedback;

/// <summary>An office whose finished applications answer the survey.</summary>
internal sealed class TestSurvey(TestOffice office) : IAsyncDisposable
{
    internal TestOffice Office => office;

    internal static async Task<TestSurvey> Open(Vendor vendor) => new(await TestOffice.Open(vendor));

    /// <summary>All nine with the same answer, but for those named.</summary>
    internal static Dictionary<string, int> All(int score, params (string Element, int Score)[] but)
    {
        var answers = SurveyInstrument.Current.Elements.ToDictionary(e => e.Key, _ => score);
        foreach (var (element, other) in but) answers[element] = other;
        return answers;
    }

    /// <summary>An application that was refused, or that ended with an outside document: both are finished.</summary>
    internal async Task<FileApplication.Receipt> Finished(bool national = false)
    {
        var receipt = (await office.File(national ? office.National.Service.Id : office.Local.Service.Id)).Value;
        Assert.False((await office.Complete(receipt.Id)).IsRefused);
        Assert.False((await office.Verify(receipt.Id)).IsRefused);
        Assert.False((national ? await office.Outside(receipt.Id) : await office.Decide(receipt.Id, grant: false, reason: "Bukan warga")).IsRefused);
        if (national) Assert.False((await office.HandOver(receipt.Id)).IsRefused);
        return receipt;
    }

    internal Task<Outcome<Done>> Answer(FileApplication.Receipt receipt, Dictionary<string, int>? answers = null, Caller? by = null, Respondent? who = null, string? secret = null) =>
        office.With((db, commit) => new AnswerSurvey(db, commit, office.Clock, office.Personal, new FinishedCase(db, office.Personal))
            .Run(by ?? Caller.Public(1), new(receipt.Number, secret ?? receipt.Secret, answers ?? All(4), who ?? new Respondent())));

    /// <summary>Finishes and answers several.</summary>
    internal async Task Answered(int times, int score = 4, bool national = false, Respondent? who = null)
    {
        for (var i = 0; i < times; i++) Assert.False((await Answer(await Finished(national), All(score), who: who)).IsRefused);
    }

    internal Task<Outcome<SurveyInvitation.Answer>> Invitation(string number, string secret) =>
        office.With((db, _) => new SurveyInvitation(db, new FinishedCase(db, office.Personal), office.Edition).Run(Caller.Public(1), number, secret));

    internal Task<Outcome<SurveyResults.Answer>> Results(Caller by, SurveyResults.Question? question = null) =>
        office.With((db, _) => new SurveyResults(db, office.Edition, new FinishedCount(db), office.Clock).Run(by, question ?? new()));

    internal Task<Outcome<PublishedSurvey.Answer>> Published(SurveyResults.Question? question = null) =>
        office.With((db, _) => new PublishedSurvey(db, office.Edition, new FinishedCount(db), office.Clock).Run(Caller.Public(1), question ?? new()));

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
