using Lakudo.Kernel;
using Lakudo.Privacy.Retention;

namespace Lakudo.Web.Privacy;

/// <summary>
/// What happens by itself: at the start, what a restored backup brought back is erased again; every ten minutes the list of erasures is brought up to date and answers whose day is over go; every night what the
/// confirmed plan says is due goes. On every node: whoever comes second finds nothing to do.
/// </summary>
public sealed partial class PrivacyWorker(IServiceScopeFactory scopes, ErasureLists lists, Clock clock, ILogger<PrivacyWorker> log) : BackgroundService
{
    private static readonly TimeOnly Night = new(2, 30);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private DateOnly _applied;

    /// <summary>Applies the confirmed plans of every region now. Answers how many records went; a region whose plan nobody confirmed keeps everything.</summary>
    public async Task<int> Apply(CancellationToken ct)
    {
        var taken = 0;
        foreach (var region in await Regions(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<ApplyRetention>().Run(Caller.System(region), new(), ct);
            taken += outcome.IsRefused ? 0 : outcome.Value.Sum(r => r.Rows);
        }

        return taken;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var repeated = false;
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                if (!repeated && await lists.Fetch(stoppingToken) is { } away) NotAway(away.Code, away.English);
                if (!repeated && await lists.Repeat(stoppingToken) is > 0 and var again) Repeated(again);
                repeated = true;
                foreach (var region in await Regions(stoppingToken))
                {
                    if (await lists.Save(region, stoppingToken) is { } unsent) NotAway(unsent.Code, unsent.English);
                }

                await DropAnswers(stoppingToken);
                var local = Clock.Local(clock.Now, TimeZoneInfo.Local);
                var night = DateOnly.FromDateTime(TimeOnly.FromDateTime(local) >= Night ? local : local.AddDays(-1));
                if (_applied != night && await Apply(stoppingToken) is > 0 and var taken) Applied(taken);
                _applied = night;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e.GetBaseException().GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DropAnswers(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DropStoredAnswers>().Run(ct);
    }

    private async Task<IReadOnlyList<int>> Regions(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RegionNumbers>().Run(Caller.System(0), ct)).Value;
    }

    [LoggerMessage(LogLevel.Warning, "{Count} erasures were done again: the database is a restored one")]
    private partial void Repeated(int count);

    [LoggerMessage(LogLevel.Warning, "The list of erasures beside the backups on another machine was not reached: {Code} {Reason}")]
    private partial void NotAway(string code, string reason);

    [LoggerMessage(LogLevel.Information, "Retention took {Count} records")]
    private partial void Applied(int count);

    [LoggerMessage(LogLevel.Error, "Retention or the list of erasures failed: {Fault}")]
    private partial void Failed(string fault);
}
