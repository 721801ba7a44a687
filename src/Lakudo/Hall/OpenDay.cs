using Lakudo.Hall.Day;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Opens the hall's day by the plan its tables give, or opens it again after it was closed.</summary>
public sealed class OpenDay(LakudoDb db, HallDesk desk)
{
    /// <summary>The hall.</summary>
    /// <param name="Hall">The hall.</param>
    public sealed record Command(int Hall);

    /// <summary>Refused with H-002 when it is open, H-040 without hours on that weekday, K-001 to others than the hall's manager.</summary>
    public async Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.RunDay, command.Hall) is { } refusal)
        {
            return refusal;
        }

        var (key, zone) = await desk.Today(caller.Region, command.Hall, ct);
        var plan = await DayPlans.For(db.As(caller), command.Hall, key.Day, zone, ct);
        return plan.IsRefused
            ? plan.Refusal
            : (await desk.Do(caller, command.Hall, new HallCommand.OpenDay(plan.Value), null, ct)).Then(_ => new Done());
    }
}
