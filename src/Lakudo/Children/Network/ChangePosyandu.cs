using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>Gives a posyandu another name, village, puskesmas or day of the month. Its children and their history stay with it.</summary>
public sealed class ChangePosyandu(LakudoDb db, Commit commit)
{
    /// <summary>Which, and how it is from now on.</summary>
    /// <param name="Posyandu">The posyandu.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Village">The kernel's number of its village.</param>
    /// <param name="Puskesmas">Its puskesmas.</param>
    /// <param name="DayOfMonth">1 to 28.</param>
    public sealed record Command(Guid Posyandu, string Name, int Village, int Puskesmas, int DayOfMonth);

    /// <summary>Refused with C-001 for an unknown posyandu, C-003 for an unknown village, an unknown or closed puskesmas, a wrong day or name, C-609 for a name that another posyandu of the village has, K-001 to others than the region's admin.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        if (await db.Posyandu.SingleOrDefaultAsync(p => p.Id == command.Posyandu, token) is not { } posyandu) return ChildrenRefusals.NoSuchPosyandu;
        if (PersonName.Read(command.Name) is not { IsRefused: false, Value: var name } || command.DayOfMonth is < 1 or > 28
            || !await db.Areas.AnyAsync(a => a.Id == command.Village && a.Level != AreaLevel.District, token)
            || !await db.Puskesmas.AnyAsync(p => p.Id == command.Puskesmas && (p.ClosedAt == null || p.Id == posyandu.PuskesmasId), token)) return ChildrenRefusals.NetworkWrong;
        var others = await db.Posyandu.Where(p => p.VillageId == command.Village && p.Id != posyandu.Id).Select(p => p.Name).ToListAsync(token);
        if (others.Any(o => PersonName.Normalise(o) == PersonName.Normalise(name))) return NetworkRefusals.NameTaken;
        if (posyandu.Become(name, command.Village, command.Puskesmas, command.DayOfMonth)) commit.Record(caller, new PosyanduChanged(posyandu.Id, command.Village, command.Puskesmas, command.DayOfMonth));
        return new Done();
    }, ct);
}
