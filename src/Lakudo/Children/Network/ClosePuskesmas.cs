using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>Closes a puskesmas that has no posyandu any more, or opens it again. What it decided stays, with its name.</summary>
public sealed class ClosePuskesmas(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    /// <param name="Puskesmas">Its number.</param>
    /// <param name="Why">The reason, without names.</param>
    /// <param name="Open">Opens it again instead.</param>
    public sealed record Command(int Puskesmas, string? Why, bool Open = false);

    /// <summary>Refused with C-601 for an unknown one, C-603 while posyandu belong to it, C-608 where it is so already, K-020 or K-021 for the reason, K-001 to others than the region's admin.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        if (await db.Puskesmas.SingleOrDefaultAsync(p => p.Id == command.Puskesmas, token) is not { } puskesmas) return NetworkRefusals.NoSuchPuskesmas;
        if ((puskesmas.ClosedAt is null) == command.Open) return NetworkRefusals.AlreadySo;
        var why = JournalReason.Read(command.Why);
        if (why.IsRefused) return why.Refusal;
        if (command.Open)
        {
            puskesmas.Reopen();
            commit.Record(caller, new PuskesmasReopened(Guid.Empty, puskesmas.Id), why.Value);
            return new Done();
        }

        var held = await db.Posyandu.CountAsync(p => p.PuskesmasId == puskesmas.Id && p.ClosedAt == null, token);
        if (held > 0) return NetworkRefusals.StillHasPosyandu.With(held);
        puskesmas.Close(clock.Now);
        commit.Record(caller, new PuskesmasClosed(Guid.Empty, puskesmas.Id), why.Value);
        return new Done();
    }, ct);
}
