using Lakudo.Children.Reminders;
using Lakudo.Kernel;

namespace Lakudo.Web.Children.Reminders;

/// <summary>Writes reminders every half hour and hands over what waits every two minutes, region by region, on every node: leases and a unique index keep two nodes from one message. It begins a while after the server, so that the hall goes first.</summary>
public sealed partial class ReminderWorker(IServiceScopeFactory scopes, ILogger<ReminderWorker> log) : BackgroundService
{
    private const int RoundsBetweenPlans = 15;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    /// <summary>One round now. Answers how many were written and how many came to an end.</summary>
    /// <param name="withPlan">Whether it also looks for whom to write.</param>
    /// <param name="ct">Stops.</param>
    public async Task<(int Written, int Settled)> Round(bool withPlan, CancellationToken ct)
    {
        var (written, settled) = (0, 0);
        foreach (var region in await Regions(ct))
        {
            if (withPlan) written += await In<PlanReminders>(v => v.Run(Caller.System(region), ct));
            settled += await In<SendReminders>(v => v.Run(Caller.System(region), ct));
        }

        return (written, settled);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        for (var round = 0; await timer.WaitForNextTickAsync(stoppingToken); round++)
        {
            try
            {
                var (written, settled) = await Round(round % RoundsBetweenPlans == 0, stoppingToken);
                if (written + settled > 0) Worked(written, settled);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e.GetBaseException().GetType().Name);
            }
        }
    }

    private async Task<int> In<T>(Func<T, Task<Outcome<int>>> run)
        where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<T>()) is { IsRefused: false, Value: var count } ? count : 0;
    }

    private async Task<IReadOnlyList<int>> Regions(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RegionNumbers>().Run(Caller.System(0), ct)).Value;
    }

    [LoggerMessage(LogLevel.Information, "Reminders: {Written} written, {Settled} sent or ended")]
    private partial void Worked(int written, int settled);

    [LoggerMessage(LogLevel.Warning, "Reminders could not be written or sent: {Fault}")]
    private partial void Failed(string fault);
}
