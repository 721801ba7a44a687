using Lakudo.Applications.Clocks;
using Lakudo.Hall;
using Lakudo.Kernel;

namespace Lakudo.Web.Applications;

/// <summary>
/// Keeps what time does to files up to date: due moments are counted anew when the program comes with another calendar, and how long services took is counted
/// every ten minutes for the catalogue's pages.
/// </summary>
public sealed partial class ClockWorker(IServiceScopeFactory scopes, HallDirectory halls, ILogger<ClockWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Counts for every region now.</summary>
    public async Task Count(CancellationToken ct)
    {
        foreach (var region in (await halls.All(ct)).Select(h => h.Region).Distinct())
        {
            await using var scope = scopes.CreateAsyncScope();
            var moved = await scope.ServiceProvider.GetRequiredService<RecountDueMoments>().Run(Caller.System(region), ct);
            if (!moved.IsRefused && moved.Value.Changed > 0)
            {
                Moved(moved.Value.Changed, moved.Value.Looked);
            }

            await scope.ServiceProvider.GetRequiredService<CountTimesTaken>().Run(Caller.System(region), ct);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await Count(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e.GetBaseException().GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "The calendar changed: {Changed} of {Looked} due moments were counted anew")]
    private partial void Moved(int changed, int looked);

    [LoggerMessage(LogLevel.Warning, "Times could not be counted: {Fault}")]
    private partial void Failed(string fault);
}
