using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lakudo.Kernel;

/// <summary>
/// Makes saves that come from libraries (accounts, API clients) take their turn in the writer lane. A verb's save runs in a transaction that took its
/// turn already and passes through.
/// </summary>
/// <param name="lane">The lane.</param>
public sealed class LaneInterceptor(WriterLane lane) : SaveChangesInterceptor
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbContext, IDisposable> _turns = [];

    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } db)
        {
            _turns.AddOrUpdate(db, await lane.Enter(WriterPriority.Ordinary, cancellationToken, "a save outside a transaction"));
        }

        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return Task.CompletedTask;
    }

    private void Leave(DbContext? db)
    {
        if (db is not null && _turns.TryGetValue(db, out var turn))
        {
            _turns.Remove(db);
            turn.Dispose();
        }
    }
}
