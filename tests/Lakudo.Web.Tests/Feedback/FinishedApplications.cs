using Lakudo.Applications;
using Lakudo.Applications.Workflow;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Web.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Feedback;

/// <summary>Makes applications for a national service and brings them to their end, through the verbs.</summary>
public static class FinishedApplications
{
    /// <summary>Files one, checks it, records the outside reference and hands it over.</summary>
    public static async Task<FileApplication.Receipt> Make(RunningLakudo lakudo, string service)
    {
        var card = (await lakudo.Services.GetRequiredService<CatalogueEdition>().Of(SampleRegion.Region)).Find(service)!;
        var clerk = new Caller(SampleRegion.Region, Guid.CreateVersion7(), [new Assignment(Role.CounterOfficer, SampleRegion.Region)]);
        var receipt = await SampleRegion.Run<FileApplication, FileApplication.Receipt>(lakudo.Services, v => v.Run(clerk, new(card.Service.Id, "Wa Contoh", "9914014505900001")));
        await SampleRegion.Run<MarkComplete, MarkComplete.Answer>(lakudo.Services, v => v.Run(clerk, new(receipt.Id, [.. card.Requirements.Select(r => r.Id)])));
        await SampleRegion.Run<RecordOutsideReference, Done>(lakudo.Services, v => v.Run(clerk, new(receipt.Id, "LUAR-1")));
        await SampleRegion.Run<HandOver, Done>(lakudo.Services, v => v.Run(clerk, new(receipt.Id)));
        return receipt;
    }
}
