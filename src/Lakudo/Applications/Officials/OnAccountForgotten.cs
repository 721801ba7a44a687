using System.Text.Json;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Officials;

/// <summary>An account was anonymised: what would be printed under its next signature goes too. Signed documents keep the name they were signed with.</summary>
internal sealed class OnAccountForgotten(LakudoDb db, WriterLane lane) : IReaction
{
    public string Fact => "AccountForgotten";

    public async Task React(int region, Guid message, JsonElement data, CancellationToken ct)
    {
        var account = data.GetProperty("Subject").GetGuid();
        using var turn = await lane.Enter(WriterPriority.Ordinary, ct);
        await db.As(Caller.System(region)).SigningOfficials.IgnoreQueryFilters(["region"]).Where(o => o.AccountId == account).ExecuteDeleteAsync(ct);
    }
}
