using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>Brings puskesmas and posyandu of a region in, many in one commit. What is there already keeps its id and is passed over.</summary>
public sealed class SetUpNetwork(LakudoDb db, Commit commit)
{
    /// <summary>A puskesmas.</summary>
    /// <param name="Id">Small number within the region.</param>
    /// <param name="Name">Its name, "Puskesmas Lakudo".</param>
    public sealed record PuskesmasRow(int Id, string Name);

    /// <summary>A posyandu.</summary>
    /// <param name="Id">Made by whoever brings it (UUIDv7).</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Village">The kernel's number of the village.</param>
    /// <param name="Puskesmas">The puskesmas that validates it.</param>
    /// <param name="DayOfMonth">On which day of the month it is held, 1 to 28.</param>
    public sealed record PosyanduRow(Guid Id, string Name, int Village, int Puskesmas, int DayOfMonth);

    /// <summary>What is brought.</summary>
    public sealed record Command(IReadOnlyList<PuskesmasRow> Puskesmas, IReadOnlyList<PosyanduRow> Posyandu);

    /// <summary>How many were new. Refused with C-003 for an unknown village or puskesmas, a day outside 1 to 28 or a name too long; K-001 to others than the region's admin.</summary>
    public Task<Outcome<int>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<int>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        var villages = await db.Areas.Where(a => a.Level != AreaLevel.District).Select(a => a.Id).ToHashSetAsync(token);
        var puskesmas = await db.Puskesmas.Select(p => p.Id).ToHashSetAsync(token);
        var posyandu = await db.Posyandu.Select(p => p.Id).ToHashSetAsync(token);
        var (newPuskesmas, newPosyandu) = (command.Puskesmas.Where(p => puskesmas.Add(p.Id)).ToList(), command.Posyandu.Where(p => posyandu.Add(p.Id)).ToList());
        if (newPuskesmas.Any(p => PersonName.Read(p.Name).IsRefused)
            || newPosyandu.Any(p => PersonName.Read(p.Name).IsRefused || !villages.Contains(p.Village) || !puskesmas.Contains(p.Puskesmas) || p.DayOfMonth is < 1 or > 28)) return ChildrenRefusals.NetworkWrong;
        db.Puskesmas.AddRange(newPuskesmas.Select(p => new Puskesmas(caller.Region, p.Id, p.Name)));
        db.Posyandu.AddRange(newPosyandu.Select(p => new Posyandu(caller.Region, p.Id, p.Name, p.Village, p.Puskesmas, p.DayOfMonth)));
        if (newPuskesmas.Count + newPosyandu.Count > 0) commit.Record(caller, new NetworkSetUp(Guid.Empty, newPuskesmas.Count, newPosyandu.Count));
        return newPuskesmas.Count + newPosyandu.Count;
    }, ct);
}
