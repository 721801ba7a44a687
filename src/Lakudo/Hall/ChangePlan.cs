using Lakudo.Hall.Day;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Lets the open day go on by the hall's tables as they are now: a line closed, a counter given other lines, hours changed.</summary>
public sealed class ChangePlan(LakudoDb db, HallDesk desk)
{
    /// <summary>The hall.</summary>
    /// <param name="Hall">The hall.</param>
    public sealed record Command(int Hall);

    /// <summary>Refused while the day is not open, K-001 to others than the hall's manager.</summary>
    public async Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.RunDay, command.Hall) is { } refusal)
        {
            return refusal;
        }

        var (key, zone) = await desk.Today(caller.Region, command.Hall, ct);
        var plan = await DayPlans.For(db, command.Hall, key.Day, zone, ct);
        return plan.IsRefused
            ? plan.Refusal
            : (await desk.Do(caller, command.Hall, new HallCommand.ChangePlan(plan.Value), null, ct)).Then(_ => new Done());
    }
}
