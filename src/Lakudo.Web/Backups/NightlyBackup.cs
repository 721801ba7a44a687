using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Web.Host;

namespace Lakudo.Web.Backups;

/// <summary>Makes the nightly backup in the program itself: no cron to forget. What was due while the power was off is made after the start.</summary>
public sealed partial class NightlyBackup(IServiceScopeFactory scopes, Settings settings, BackupSettings backup, Clock clock, ILogger<NightlyBackup> log) : BackgroundService
{
    /// <summary>After a failure the next try waits this long, so that a missing stick is not tried every minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Whether one is due: no verified archive since the last passing of the time of day, and the last failure is long enough ago.</summary>
    /// <param name="state">The last ones.</param>
    /// <param name="at">The time of day, in the zone.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="zone">The machine's zone.</param>
    public static bool IsDue(BackupState state, TimeOnly at, DateTime now, TimeZoneInfo zone)
    {
        var local = Clock.Local(now, zone);
        var day = DateOnly.FromDateTime(local);
        var passed = Clock.Utc(TimeOnly.FromDateTime(local) >= at ? day : day.AddDays(-1), at, zone);
        return (state.VerifiedAt is not { } last || last < passed || last > now.AddHours(1))
            && (state.Failure is null || state.TriedAt is not { } tried || now - tried >= Patience || tried > now);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (backup.Folder.Length == 0) return;
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        do
        {
            try
            {
                if (!IsDue()) continue;
                await using var turn = settings.IsSqlite ? null : await PostgresTurn.TryTake(settings.PostgresConnection, "nightly backup", stoppingToken);
                // Of several nodes one makes it; another may have, between the first look and the turn.
                if (!settings.IsSqlite && (turn is null || !IsDue())) continue;
                await using var scope = scopes.CreateAsyncScope();
                var made = await scope.ServiceProvider.GetRequiredService<MakeBackup>().Run(backup.Folder, stoppingToken);
                if (made.IsRefused) NotMade(made.Refusal.Code, made.Refusal.English);
                else Made(made.Value.Size, made.Value.Seconds);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotMade(e.GetType().Name, e.GetBaseException().GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private bool IsDue() => IsDue(BackupState.Read(settings), backup.At, clock.Now, TimeZoneInfo.Local);

    [LoggerMessage(LogLevel.Information, "The nightly backup of {Bytes} bytes was made and read back in {Seconds} s")]
    private partial void Made(long bytes, double seconds);

    [LoggerMessage(LogLevel.Error, "The nightly backup was not made: {Code} {Reason}")]
    private partial void NotMade(string code, string reason);
}
