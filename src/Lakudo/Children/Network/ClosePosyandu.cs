using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>
/// Closes a posyandu at which nobody is looked after any more, or opens it again. Closing ends the assignments of its cadres, so their phones forget at the next contact; what was measured there stays under its name.
/// </summary>
public sealed class ClosePosyandu(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    /// <param name="Posyandu">The posyandu.</param>
    /// <param name="Why">The reason, without names.</param>
    /// <param name="Open">Opens it again instead; cadres are assigned anew then.</param>
    public sealed record Command(Guid Posyandu, string? Why, bool Open = false);

    /// <summary>Refused with C-001 for an unknown one, C-602 while children or pregnant women are looked after there, C-601 to open one whose puskesmas is closed, C-608 where it is so already, K-020 or K-021 for the reason, K-001 to others than the region's admin.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        if (await db.Posyandu.SingleOrDefaultAsync(p => p.Id == command.Posyandu, token) is not { } posyandu) return ChildrenRefusals.NoSuchPosyandu;
        if ((posyandu.ClosedAt is null) == command.Open) return NetworkRefusals.AlreadySo;
        var why = JournalReason.Read(command.Why);
        if (why.IsRefused) return why.Refusal;
        if (command.Open)
        {
            if (!await db.Puskesmas.AnyAsync(p => p.Id == posyandu.PuskesmasId && p.ClosedAt == null, token)) return NetworkRefusals.NoSuchPuskesmas;
            posyandu.Reopen();
            commit.Record(caller, new PosyanduReopened(posyandu.Id), why.Value);
            return new Done();
        }

        var now = clock.Now;
        var (children, pregnancies) = await db.CaredForAt(posyandu.Id, await db.Today(caller, clock, token), token);
        if (children + pregnancies > 0) return NetworkRefusals.StillCaredFor.With(children, pregnancies);
        var held = await db.CareAssignments.Where(a => a.PosyanduId == posyandu.Id && (a.Until == null || a.Until > now)).ToListAsync(token);
        foreach (var one in held) one.End(now);
        posyandu.Close(now);
        commit.Record(caller, new PosyanduClosed(posyandu.Id, held.Count), why.Value);
        return new Done();
    }, ct);
}
