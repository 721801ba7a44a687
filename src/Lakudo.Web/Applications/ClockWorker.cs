using Lakudo.Applications.Clocks;
using Lakudo.Applications.Files;
using Lakudo.Hall;
using Lakudo.Kernel;

namespace Lakudo.Web.Applications;

/// <summary>
/// Keeps what time does to files up to date: due moments are counted anew when the program comes with another calendar, and how long services took is counted
/// every ten minutes for the catalogue's pages. After a start it also seals files of applicants that an earlier release stored in clear.
/// </summary>
public sealed partial class ClockWorker(IServiceScopeFactory scopes, HallDirectory halls, ILogger<ClockWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private bool _allSealed;

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

    /// <summary>Seals what an earlier release stored in clear, once after every start.</summary>
    private async Task Seal(CancellationToken ct)
    {
        var sealedAll = true;
        foreach (var region in (await halls.All(ct)).Select(h => h.Region).Distinct())
        {
            await using var scope = scopes.CreateAsyncScope();
            var done = await scope.ServiceProvider.GetRequiredService<SealStoredFiles>().Run(Caller.System(region), ct);
            sealedAll &= !done.IsRefused;
            if (!done.IsRefused && done.Value > 0) Sealed(done.Value);
        }

        _allSealed = sealedAll;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                if (!_allSealed) await Seal(stoppingToken);
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

    [LoggerMessage(LogLevel.Information, "{Count} files of applicants were sealed")]
    private partial void Sealed(int count);

    [LoggerMessage(LogLevel.Warning, "Times could not be counted: {Fault}")]
    private partial void Failed(string fault);
}
