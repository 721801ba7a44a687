using Lakudo.Kernel;

namespace Lakudo.Children.Phones;

/// <summary>For how many days the region's phones open their list of the day by the PIN alone, as it is set.</summary>
public sealed class TodayDays(LakudoDb db)
{
    /// <summary>Days; the usual number where nothing was set. Refused with K-001 to others than the region's admin.</summary>
    public async Task<Outcome<int>> Run(Caller caller, CancellationToken ct = default) =>
        db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal ? refusal : await new TodayRule(db).Set(caller.Region, ct);
}
