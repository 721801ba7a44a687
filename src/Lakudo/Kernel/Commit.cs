using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>
/// Runs a verb as one transaction: what it changed, its facts in the journal, its messages in the outbox and its stored answer are saved
/// together or not at all.
/// </summary>
/// <remarks>
/// A verb that loses a race (a concurrency token or a unique index says so) is decided again on fresh rows, three times at most. So a verb
/// reads everything it decides on inside <c>decide</c>, and has no other effects there.
/// </remarks>
/// <param name="db">The database.</param>
/// <param name="clock">The time.</param>
/// <param name="lane">The writer lane.</param>
/// <param name="personal">The keys of stored answers; keys of this process alone where there is no key folder.</param>
public sealed class Commit(LakudoDb db, Clock clock, WriterLane lane, PersonalData? personal = null)
{
    private readonly PersonalData _personal = personal ?? PersonalData.OfThisProcess;
    private const int Attempts = 4;
    private readonly List<Happening> _happenings = [];
    private bool _isDeciding;

    /// <summary>Notes a fact for the journal; it is written when the verb is not refused.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="fact">What happened.</param>
    /// <param name="why">The reason given, where one is asked; no personal data.</param>
    /// <exception cref="InvalidOperationException">Called outside <c>decide</c> of <see cref="Once"/>: the fact would be lost without a word. A look is noted by <see cref="Note(Caller, IFact, CancellationToken)"/>.</exception>
    public void Record(Caller by, IFact fact, string? why = null)
    {
        if (!_isDeciding) throw new InvalidOperationException($"{fact.GetType().Name} is recorded outside a verb that decides and would be lost.");
        _happenings.Add(new Happening(fact, db.ActingFor(by), clock.Now, why));
    }

    /// <summary>Notes a fact that other modules react to: it goes to the journal and, in the same commit, to the outbox.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="fact">What happened.</param>
    /// <param name="why">The reason given.</param>
    /// <param name="due">When reactions run; now, when not given.</param>
    public void Publish(Caller by, IFact fact, string? why = null, DateTime? due = null)
    {
        Record(by, fact, why);
        db.OutboxMessages.Add(OutboxMessage.Of(by.Region, fact, due ?? clock.Now, clock));
    }

    /// <summary>Journals a fact by itself: that somebody looked at something. Answers the refusal that kept it from being recorded, and then nothing may be shown.</summary>
    public Task<Refusal?> Note(Caller caller, IFact fact, CancellationToken ct) => Note(caller, [(fact, null)], ct);

    /// <summary>The same for a look that showed several things, in one commit; nothing is written where nothing was shown.</summary>
    /// <param name="caller">Who looked.</param>
    /// <param name="seen">What was shown, each with why it may be.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<Refusal?> Note(Caller caller, IReadOnlyList<(IFact Fact, string? Why)> seen, CancellationToken ct) => seen.Count == 0 ? null : (await Decide<Done>(caller with { Key = null }, seen[0].Fact, _ =>
    {
        foreach (var (fact, why) in seen) Record(caller, fact, why);
        return Task.FromResult<Outcome<Done>>(new Done());
    }, ct)).Refusal;

    /// <summary>Asks the table of allowed acts for a verb that holds no context of its own; see <see cref="LakudoDb.MayNot"/>.</summary>
    public Refusal? MayNot(Caller caller, Act act, int? hall = null, int? agency = null) => db.MayNot(caller, act, hall, agency);

    /// <summary>
    /// Decides once and saves once. The same key with the same command gives the first answer again, for a day; K-003 with another command, K-036 for a key that says that it is older than a
    /// day and is not known.
    /// </summary>
    /// <typeparam name="T">The answer; it must survive JSON.</typeparam>
    /// <param name="caller">Who asks, with the idempotency key of the request.</param>
    /// <param name="command">The command, whose type and JSON tell one request from another.</param>
    /// <param name="decide">Reads, decides and changes tracked rows; may run again after a lost race.</param>
    /// <param name="ct">Stops waiting; what was committed stays.</param>
    public Task<Outcome<T>> Once<T>(Caller caller, object command, Func<CancellationToken, Task<Outcome<T>>> decide, CancellationToken ct)
    {
        db.As(caller);
        return Decide(caller, command, decide, ct);
    }

    /// <summary>Decides and saves as whoever the context acts for: a look that is noted keeps what it may see, and is journaled under the role that permits it.</summary>
    private async Task<Outcome<T>> Decide<T>(Caller caller, object command, Func<CancellationToken, Task<Outcome<T>>> decide, CancellationToken ct)
    {
        if (!db.ActsFor(caller)) db.As(caller);
        for (var attempt = 1; ; attempt++)
        {
            using var turn = await lane.Enter(WriterPriority.Ordinary, ct, command.GetType().FullName);
            db.ChangeTracker.Clear();
            _happenings.Clear();
            _isDeciding = false;
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                if (await Remembered<T>(caller, command, ct) is { } known)
                {
                    return known;
                }

                if (RequestKey.IsTooOld(caller.Key, clock)) return KernelRefusals.KeyTooOld;
                _isDeciding = true;
                var outcome = await decide(ct);
                _isDeciding = false;
                if (outcome.IsRefused)
                {
                    await transaction.RollbackAsync(ct);
                    db.ChangeTracker.Clear();
                    return outcome;
                }

                if (caller.Key is { } key)
                {
                    db.StoredAnswers.Add(StoredAnswer.Of(_personal, caller.Region, caller.Id, key, command, outcome.Value, clock.Now));
                }

                await Journal.Append(db, caller.Region, _happenings, ct);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return outcome;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Lost a race against another writer; look again at what is true now.
            }
            catch (DbUpdateConcurrencyException)
            {
                return KernelRefusals.ChangedMeanwhile;
            }
            catch (Exception e) when (StoreFault.Is(e))
            {
                // Locked, gone or full. The caller keeps what was typed and asks again under the same key; whatever did commit is then given as the first answer.
                db.ChangeTracker.Clear();
                return KernelRefusals.StoreUnavailable;
            }
        }
    }

    private async Task<Outcome<T>?> Remembered<T>(Caller caller, object command, CancellationToken ct)
    {
        if (caller.Key is not { } key)
        {
            return null;
        }

        var by = caller.Id ?? Guid.Empty;
        // The region is named so that the key's index is used; the filter alone would read the whole table.
        var stored = await db.StoredAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.RegionId == caller.Region && a.CallerId == by && a.Key == key, ct);
        if (stored is null) return null;
        if (clock.Now - stored.At <= StoredAnswer.Life) return stored.IsTo(_personal, command) ? stored.Open<T>(_personal) : KernelRefusals.KeyUsedForAnother;
        // Its day is over, whether the worker has taken it by now or not.
        await db.StoredAnswers.Where(a => a.RegionId == caller.Region && a.CallerId == by && a.Key == key).ExecuteDeleteAsync(ct);
        return null;
    }
}
