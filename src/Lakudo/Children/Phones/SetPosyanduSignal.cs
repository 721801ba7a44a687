using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Notes whether a posyandu has a signal. Where it has none, its phones open their list of the day by the PIN alone for 45 days.</summary>
public sealed class SetPosyanduSignal(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which, and whether it has a signal.</summary>
    public sealed record Command(Guid Posyandu, bool HasSignal);

    /// <summary>Refused with C-001 for a posyandu outside the caller's care, K-001 to others than its midwife or nutritionist.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManagePhones) is { } refusal) return refusal;
        if (await db.PosyanduOf(caller, clock.Now).SingleOrDefaultAsync(p => p.Id == command.Posyandu, token) is not { } posyandu) return ChildrenRefusals.NoSuchPosyandu;
        if (posyandu.NoteSignal(command.HasSignal)) commit.Record(caller, new PosyanduSignalSet(posyandu.Id, command.HasSignal));
        return new Done();
    }, ct);
}
