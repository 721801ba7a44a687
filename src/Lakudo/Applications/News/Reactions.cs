using System.Text.Json;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.News;

/// <summary>A file came back for correction: its applicant hears of it.</summary>
internal sealed class OnApplicationReturned(TellApplicant news) : IReaction
{
    public string Fact => nameof(ApplicationReturned);

    public Task React(int region, Guid message, JsonElement data, CancellationToken ct) => news.Soon(region, data.GetProperty("Subject").GetGuid(), ct);
}

/// <summary>An application was decided: who was refused hears of it; who was granted hears when the document is signed.</summary>
internal sealed class OnApplicationDecided(TellApplicant news) : IReaction
{
    public string Fact => nameof(ApplicationDecided);

    public Task React(int region, Guid message, JsonElement data, CancellationToken ct) =>
        data.GetProperty("Granted").GetBoolean() ? Task.CompletedTask : news.Soon(region, data.GetProperty("Subject").GetGuid(), ct);
}

/// <summary>An outside system has issued: the applicant hears that it can be fetched.</summary>
internal sealed class OnOutsideReferenceRecorded(TellApplicant news) : IReaction
{
    public string Fact => nameof(OutsideReferenceRecorded);

    public Task React(int region, Guid message, JsonElement data, CancellationToken ct) => news.Soon(region, data.GetProperty("Subject").GetGuid(), ct);
}

/// <summary>A document was signed: the applicant hears that it is there.</summary>
internal sealed class OnDocumentSigned(LakudoDb db, TellApplicant news) : IReaction
{
    public string Fact => nameof(DocumentSigned);

    public async Task React(int region, Guid message, JsonElement data, CancellationToken ct)
    {
        var document = data.GetProperty("Subject").GetGuid();
        var application = await db.As(Caller.System(region)).IssuedDocuments.Where(d => d.Id == document).Select(d => d.ApplicationId).SingleAsync(ct);
        await news.Soon(region, application, ct);
    }
}

/// <summary>How reactions tell: what a channel does not take is thrown, so that the outbox tries again later.</summary>
internal static class Telling
{
    internal static async Task Soon(this TellApplicant news, int region, Guid application, CancellationToken ct)
    {
        var told = await news.Run(Caller.System(region), application, ct);
        if (told.IsRefused) throw new InvalidOperationException(told.Refusal.Code);
    }
}
