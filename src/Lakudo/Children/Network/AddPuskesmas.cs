using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>Adds one puskesmas by its name.</summary>
public sealed class AddPuskesmas(LakudoDb db, Commit commit)
{
    /// <summary>How it is called.</summary>
    public sealed record Command(string Name);

    /// <summary>Its number. Refused with C-609 for a name that another has, also a closed one, C-003 for no name or one too long, K-001 to others than the region's admin.</summary>
    public Task<Outcome<int>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<int>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        if (PersonName.Read(command.Name) is not { IsRefused: false, Value: var name }) return ChildrenRefusals.NetworkWrong;
        var all = await db.Puskesmas.AsNoTracking().ToListAsync(token);
        if (all.Any(p => PersonName.Normalise(p.Name) == PersonName.Normalise(name))) return NetworkRefusals.NameTaken;
        var number = all.Select(p => p.Id).DefaultIfEmpty(0).Max() + 1;
        db.Puskesmas.Add(new Puskesmas(caller.Region, number, name));
        commit.Record(caller, new NetworkSetUp(Guid.Empty, 1, 0));
        return number;
    }, ct);
}
