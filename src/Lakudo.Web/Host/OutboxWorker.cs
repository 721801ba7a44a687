using Lakudo.Kernel;

namespace Lakudo.Web.Host;

/// <summary>Delivers the outbox on every node; the rows' leases keep two nodes from the same message.</summary>
public sealed partial class OutboxWorker(IServiceScopeFactory scopes, ILogger<OutboxWorker> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DeliverOutbox>().Run(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                DeliveryFailed(e.GetBaseException().GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The outbox could not be delivered: {Fault}")]
    private partial void DeliveryFailed(string fault);
}
