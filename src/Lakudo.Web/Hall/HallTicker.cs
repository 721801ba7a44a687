using Lakudo.Hall;
using Lakudo.Kernel;

namespace Lakudo.Web.Hall;

/// <summary>Wakes today's line of every hall now and then, so that second chances and void web tickets do not wait for the next visitor after a restart; closes what was left open of the days before.</summary>
public sealed partial class HallTicker(HallDirectory halls, LetTimePass verb, IServiceScopeFactory scopes, ILogger<HallTicker> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(20));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var hall in await halls.Read(stoppingToken))
                {
                    await verb.Tick(hall.Region, hall.Hall, stoppingToken);
                    await using var scope = scopes.CreateAsyncScope();
                    var closed = await scope.ServiceProvider.GetRequiredService<CloseForgottenDays>().Run(Caller.System(hall.Region), hall.Hall, stoppingToken);
                    if (closed is { IsRefused: false, Value: > 0 }) ClosedForgotten(hall.Name, closed.Value);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                TickFailed(e.GetBaseException().GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Hall}: {Days} day(s) that nobody had closed are closed")]
    private partial void ClosedForgotten(string hall, int days);

    [LoggerMessage(LogLevel.Warning, "A hall's day could not be woken: {Fault}")]
    private partial void TickFailed(string fault);
}
