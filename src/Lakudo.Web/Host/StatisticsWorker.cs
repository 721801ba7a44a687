using Lakudo.Kernel;
using Lakudo.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.Host;

/// <summary>Keeps SQLite's statistics up with what the region enters: at the start and every ten minutes, in the writer's lane.</summary>
public sealed partial class StatisticsWorker(IServiceScopeFactory scopes, WriterLane lane, ILogger<StatisticsWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Once, now.</summary>
    public async Task Refresh(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LakudoDb>();
        await db.Database.OpenConnectionAsync(ct);
        using var turn = await lane.Enter(WriterPriority.Ordinary, ct);
        await SqliteStatistics.Refresh(db.Database.GetDbConnection(), ct);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await Refresh(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A full or read-only disk is told by others; pages are only slower.
                NotRefreshed(e.GetBaseException().GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The database's statistics could not be refreshed: {Fault}")]
    private partial void NotRefreshed(string fault);
}
