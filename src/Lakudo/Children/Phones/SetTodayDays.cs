using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Sets for how many days after a contact the region's phones open their list of the day by the PIN alone. Each phone learns it at its next contact.</summary>
public sealed class SetTodayDays(LakudoDb db, Commit commit)
{
    /// <summary>How many days.</summary>
    public sealed record Command(int Days);

    /// <summary>Refused with C-072 for fewer than one day or more than 45, K-001 to others than the region's admin.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        var setting = await db.TodaySettings.SingleOrDefaultAsync(s => s.RegionId == caller.Region, token);
        var before = setting?.Days;
        if (setting is null) db.TodaySettings.Add(setting = new TodaySetting(caller.Region, command.Days));
        if (setting.Become(command.Days) is { } wrong) return wrong;
        if (before != command.Days) commit.Record(caller, new TodayDaysSet(Guid.Empty, command.Days));
        return new Done();
    }, ct);
}
