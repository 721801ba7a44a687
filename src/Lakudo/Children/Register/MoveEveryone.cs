using Lakudo.Children.Companions;
using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>Moves every child and pregnancy of a posyandu to another in one commit, with one reason: before it is closed, or where two become one. Their history comes along, as with <see cref="MoveChild"/>.</summary>
public sealed class MoveEveryone(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>From where to where.</summary>
    /// <param name="From">The posyandu in the caller's care.</param>
    /// <param name="To">Another open posyandu of the region.</param>
    /// <param name="Why">The reason, without names.</param>
    public sealed record Command(Guid From, Guid To, string? Why);

    /// <summary>How many moved.</summary>
    public sealed record Answer(int Children, int Pregnancies);

    /// <summary>Refused with C-001 for a posyandu outside the caller's care, C-030 for an unknown or closed destination or the same one, K-020 or K-021 for the reason, K-001 to others than its midwife or nutritionist.</summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Answer>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageRegister) is { } refusal) return refusal;
        if (!await db.PosyanduOf(caller, clock.Now).AnyAsync(p => p.Id == command.From, token)) return ChildrenRefusals.NoSuchPosyandu;
        if (command.From == command.To || !await db.Posyandu.AnyAsync(p => p.Id == command.To && p.ClosedAt == null, token)) return ChildrenRefusals.CannotMoveThere;
        var why = JournalReason.Read(command.Why);
        if (why.IsRefused) return why.Refusal;
        // In the order of MoveChild, for the same reason.
        var changes = new Dictionary<Guid, long>();
        foreach (var place in new[] { command.From, command.To }.Order()) changes[place] = await db.NextChange(caller.Region, place, token);
        // Also those that are merged into others or have grown up: if they are ever taken apart again they are where the others are.
        var children = await db.Children.Where(c => c.PosyanduId == command.From && c.ErasedAt == null).ToListAsync(token);
        var pregnancies = await db.Pregnancies.Where(p => p.PosyanduId == command.From && p.ErasedAt == null).ToListAsync(token);
        var departures = await db.Departures.Where(d => d.PosyanduId == command.From || d.PosyanduId == command.To).ToListAsync(token);
        var left = departures.Where(d => d.PosyanduId == command.From).ToDictionary(d => d.Subject);
        var moved = children.Select(c => c.Id).Concat(pregnancies.Select(p => p.Id)).ToHashSet();
        foreach (var child in children) child.Move(command.To, changes[command.To]);
        foreach (var pregnancy in pregnancies) pregnancy.Move(command.To, changes[command.To]);
        foreach (var subject in moved)
        {
            if (left.TryGetValue(subject, out var before)) before.Again(changes[command.From]);
            else db.Departures.Add(new Departure(caller.Region, command.From, subject, changes[command.From]));
        }

        db.Departures.RemoveRange(departures.Where(d => d.PosyanduId == command.To && moved.Contains(d.Subject)));
        await db.EndWhereFamilyIsGone(caller, commit, clock, [.. children.Select(c => c.Id)], token);
        foreach (var child in children) commit.Record(caller, new ChildMoved(child.Id, command.From, command.To), why.Value);
        var answer = new Answer(children.Count(c => c.MergedInto is null), pregnancies.Count(p => p.EndedOn is null));
        commit.Record(caller, new PosyanduEmptied(command.From, command.To, answer.Children, answer.Pregnancies), why.Value);
        return answer;
    }, ct);
}
