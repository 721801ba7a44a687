using Lakudo.Catalogue;

namespace Lakudo.Web.Catalogue;

/// <summary>Looks every second whether another process has changed a catalogue: another node, or <c>lakudo catalogue import</c>.</summary>
public sealed partial class CatalogueWatch(CatalogueEdition edition, ILogger<CatalogueWatch> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await edition.LookAgain(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not look for a changed catalogue: {Fault}")]
    private partial void Failed(string fault);
}
