using System.Collections.Immutable;
using Lakudo.Hall.Day;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Live;

/// <summary>
/// A hall's day in the database. The journal is the day; ticket rows and the version are kept beside it so that the database itself refuses a second
/// activation, a doubled number and a counter with two tickets.
/// </summary>
internal sealed class HallDayStore(DayKey key, IDbContextFactory<LakudoDb> open, WriterLane lane, PersonalData? personal = null)
{
    private readonly PersonalData _personal = personal ?? PersonalData.OfThisProcess;
    private readonly Caller _system = Caller.System(key.Region);

    /// <summary>A command with what it led to.</summary>
    public sealed record Decided(HallAsk Ask, DateTime At, ImmutableArray<HallFact> Facts, HallReply Reply);

    /// <summary>Replays the journal on top of a day, from its last fact on.</summary>
    public async Task<HallDay> Load(HallDay from, CancellationToken ct)
    {
        await using var db = (await open.CreateDbContextAsync(ct)).As(_system);
        var (region, stream) = (key.Region, key.Stream);
        var seq = (int)from.Seq;
        await foreach (var row in db.JournalEntries.AsNoTracking().Where(e => e.RegionId == region && e.Stream == stream && e.StreamSeq > seq).OrderBy(e => e.StreamSeq)
                           .Select(e => new { e.Fact, e.Data, e.At }).AsAsyncEnumerable().WithCancellation(ct))
        {
            from = from.Apply(HallFact.Read(row.Fact, row.Data), row.At);
        }

        return from;
    }

    /// <summary>Answers already given under the keys of these asks; one under another command is answered with K-003, one that says that it is older than a day and is not known with K-036.</summary>
    public async Task<IReadOnlyDictionary<(Guid Caller, string Key), HallReply>> Answers(IEnumerable<HallAsk> asks, Clock clock, CancellationToken ct)
    {
        var byKey = asks.Where(a => a.Key is not null).DistinctBy(a => (a.CallerId, a.Key)).ToDictionary(a => (a.CallerId ?? Guid.Empty, a.Key!));
        if (byKey.Count == 0)
        {
            return ImmutableDictionary<(Guid, string), HallReply>.Empty;
        }

        var keys = byKey.Keys.Select(k => k.Item2).ToArray();
        await using var db = (await open.CreateDbContextAsync(ct)).As(_system);
        var callers = byKey.Keys.Select(k => k.Item1).Distinct().ToArray();
        // Region and caller are named so that the key's index is used; the filter alone would read the whole table.
        var (region, since) = (key.Region, clock.Now - StoredAnswer.Life);
        var stored = await db.StoredAnswers.AsNoTracking().Where(a => a.RegionId == region && callers.Contains(a.CallerId) && keys.Contains(a.Key) && a.At >= since).ToListAsync(ct);
        var known = stored.Where(a => byKey.ContainsKey((a.CallerId, a.Key))).ToDictionary(a => (a.CallerId, a.Key), a =>
            a.IsTo(_personal, RequestOf(byKey[(a.CallerId, a.Key)].Command)) ? a.Open<HallReply>(_personal) : Refused(KernelRefusals.KeyUsedForAnother));
        foreach (var old in byKey.Where(k => !known.ContainsKey(k.Key) && !HasVisit(k.Value.Command) && RequestKey.IsTooOld(k.Key.Item2, clock))) known.Add(old.Key, Refused(KernelRefusals.KeyTooOld));
        return known;
    }

    /// <summary>Saves a batch in one commit. False, and nothing changed, when the day is no longer the one it was decided on.</summary>
    public async Task<bool> Save(HallDay before, HallDay after, IReadOnlyList<Decided> batch, CancellationToken ct)
    {
        await using var db = (await open.CreateDbContextAsync(ct)).As(_system);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        using var turn = await lane.Enter(WriterPriority.Hall, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await RaiseVersion(db, before.Seq, after, ct))
        {
            return false;
        }

        var seq = (int)before.Seq;
        var happenings = batch.SelectMany(d => d.Facts.Select(f => new Happening(f, By(d.Ask), d.At, d.Ask.Why, key.Stream, ++seq))).ToList();
        foreach (var ticket in Changed(before, after, batch))
        {
            Write(db, before, ticket, batch);
        }

        await Remember(db, batch, ct);
        try
        {
            await Journal.Append(db, key.Region, happenings, ct);
            db.ChangeTracker.DetectChanges();
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is System.Data.Common.DbException { SqlState: "23505" } || e.InnerException?.Message.Contains("UNIQUE", StringComparison.Ordinal) == true)
        {
            return false;
        }
    }

    /// <summary>A kiosk's screen may stand for days before somebody touches it; that one visit gets one number is a rule of the day itself.</summary>
    private static bool HasVisit(HallCommand command) => command is HallCommand.TakeTicket { Visit: not null } or HallCommand.CheckIn { Visit: not null };

    private static HallReply Refused(Refusal refusal) => new(refusal, null, null, 0);

    /// <summary>Stores the answers; one under the same key whose day is over gives way.</summary>
    private async Task Remember(LakudoDb db, IReadOnlyList<Decided> batch, CancellationToken ct)
    {
        var keyed = batch.Where(d => d.Ask.Key is not null).ToList();
        if (keyed.Count == 0) return;
        var (region, keys, since) = (key.Region, keyed.Select(d => d.Ask.Key!).ToArray(), keyed.Max(d => d.At) - StoredAnswer.Life);
        await db.StoredAnswers.Where(a => a.RegionId == region && keys.Contains(a.Key) && a.At < since).ExecuteDeleteAsync(ct);
        db.StoredAnswers.AddRange(keyed.Select(d => StoredAnswer.Of(_personal, region, d.Ask.CallerId, d.Ask.Key!, RequestOf(d.Ask.Command), d.Reply, d.At)));
    }

    private async Task<bool> RaiseVersion(LakudoDb db, long loaded, HallDay after, CancellationToken ct)
    {
        var (hall, day) = (key.Hall, key.Day);
        if (loaded > 0)
        {
            return await db.HallDays.Where(d => d.HallId == hall && d.Day == day && d.Version == loaded)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.Version, after.Seq).SetProperty(d => d.IsOpen, after.IsOpen), ct) == 1;
        }

        if (await db.HallDays.AnyAsync(d => d.HallId == hall && d.Day == day, ct))
        {
            return false;
        }

        db.HallDays.Add(new HallDayRow { RegionId = key.Region, HallId = hall, Day = day, Version = after.Seq, IsOpen = after.IsOpen });
        return true;
    }

    /// <summary>The tickets whose rows are written: those that facts are about, and all that changed when the day was closed or opened again.</summary>
    private static IEnumerable<HallTicket> Changed(HallDay before, HallDay after, IReadOnlyList<Decided> batch) =>
        batch.SelectMany(d => d.Facts).Any(f => f is HallFact.DayClosed or HallFact.DayReopened)
            ? after.Tickets.Values.Where(t => !ReferenceEquals(t, before.Tickets.GetValueOrDefault(t.Id)))
            : batch.SelectMany(d => d.Facts).Select(f => f.Subject).Where(s => s != Guid.Empty).Distinct().Select(id => after.Tickets[id]);

    private void Write(LakudoDb db, HallDay before, HallTicket ticket, IReadOnlyList<Decided> batch)
    {
        var row = TicketRow.Of(key, ticket);
        var groups = batch.Select(d => d.Ask.Command).Select(c => c switch
        {
            HallCommand.TakeTicket t when t.Ticket == ticket.Id => t.Groups,
            HallCommand.EnterPaperTicket t when t.Ticket == ticket.Id => t.Groups,
            HallCommand.CorrectPriority t when t.Ticket == ticket.Id => t.Groups,
            _ => (PriorityGroups?)null,
        }).LastOrDefault(g => g is not null);
        row.Groups = groups ?? PriorityGroups.None;
        if (!before.Tickets.ContainsKey(ticket.Id))
        {
            db.Tickets.Add(row);
            return;
        }

        var entry = db.Tickets.Update(row);
        // The groups live in the row alone; without a command that names them they stay as they are.
        entry.Property(t => t.Groups).IsModified = groups is not null;
    }

    private Caller By(HallAsk ask) => new(key.Region, ask.CallerId, [new Assignment(ask.Role, key.Region)]);

    /// <summary>Ids that are made anew at each try are left out, so that a repeated request is known again.</summary>
    private static HallCommand RequestOf(HallCommand command) => command switch
    {
        HallCommand.TakeTicket t => t with { Ticket = Guid.Empty },
        HallCommand.EnterPaperTicket t => t with { Ticket = Guid.Empty },
        _ => command,
    };
}
