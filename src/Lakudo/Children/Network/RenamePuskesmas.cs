using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>Gives a puskesmas another name. Its number stays, so that everything of it stays.</summary>
public sealed class RenamePuskesmas(LakudoDb db, Commit commit)
{
    /// <summary>Which, and how it is called.</summary>
    public sealed record Command(int Puskesmas, string Name);

    /// <summary>Refused with C-601 for an unknown one, C-609 for a name that another has, C-003 for no name or one too long, K-001 to others than the region's admin.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        if (PersonName.Read(command.Name) is not { IsRefused: false, Value: var name }) return ChildrenRefusals.NetworkWrong;
        var all = await db.Puskesmas.ToListAsync(token);
        if (all.SingleOrDefault(p => p.Id == command.Puskesmas) is not { } puskesmas) return NetworkRefusals.NoSuchPuskesmas;
        if (all.Any(p => p.Id != puskesmas.Id && PersonName.Normalise(p.Name) == PersonName.Normalise(name))) return NetworkRefusals.NameTaken;
        puskesmas.Rename(name);
        commit.Record(caller, new PuskesmasRenamed(Guid.Empty, puskesmas.Id));
        return new Done();
    }, ct);
}
