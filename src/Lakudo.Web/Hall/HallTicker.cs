using Lakudo.Hall;

namespace Lakudo.Web.Hall;

/// <summary>Wakes today's line of every hall now and then, so that second chances and void web tickets do not wait for the next visitor after a restart.</summary>
public sealed partial class HallTicker(HallDirectory halls, LetTimePass verb, ILogger<HallTicker> log) : BackgroundService
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
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                TickFailed(e.GetBaseException().GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "A hall's day could not be woken: {Fault}")]
    private partial void TickFailed(string fault);
}
