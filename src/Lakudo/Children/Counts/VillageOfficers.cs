using System.Collections.Immutable;
using Lakudo.Children.Companions;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Counts;

/// <summary>Gives an account a village: an officer its numbers, an officer or a member of its TPK the families that the puskesmas may entrust. The account also needs the role.</summary>
public sealed class AssignVillage(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Whom and which.</summary>
    /// <param name="Account">The account.</param>
    /// <param name="Village">The kernel's number of the village.</param>
    /// <param name="Name">The name by which puskesmas and families know who that is.</param>
    /// <param name="Duty">As what.</param>
    public sealed record Command(Guid Account, int Village, string Name, VillageDuty Duty = VillageDuty.Officer);

    /// <summary>Refused with C-633 for an unknown village or one that the account has already, K-008 for a name, K-001 to others than the region's admin.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        var name = PersonName.Read(command.Name);
        if (name.IsRefused) return name.Refusal;
        if (!Enum.IsDefined(command.Duty) || !await db.Areas.AnyAsync(a => a.Id == command.Village && a.Level != AreaLevel.District, token)
            || await db.VillageOffices.AnyAsync(o => o.AccountId == command.Account && o.VillageId == command.Village && o.Duty == command.Duty && o.Until == null, token)) return CountsRefusals.CannotAssign;
        db.VillageOffices.Add(new VillageOffice(caller.Region, Ids.New(clock), command.Account, name.Value, command.Duty, command.Village, clock.Now));
        commit.Record(caller, new VillageAssigned(command.Account, command.Village));
        return new Done();
    }, ct);
}

/// <summary>Takes a village from an account again. Families that were entrusted to it there are not any more.</summary>
public sealed class EndVillage(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which assignment.</summary>
    public sealed record Command(Guid Office);

    /// <summary>Refused with C-634 for one that is not in force, K-001 to others than the region's admin.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        if (await db.VillageOffices.SingleOrDefaultAsync(o => o.Id == command.Office && o.Until == null, token) is not { } office) return CountsRefusals.NoSuchOffice;
        office.End(clock.Now);
        await db.EndCompanionships(caller, commit, clock.Now, await db.Companionships.Where(c => c.OfficeId == office.Id && c.EndedAt == null).ToListAsync(token), CompanionshipEnding.DutyEnded, null, token);
        commit.Record(caller, new VillageEnded(office.AccountId, office.VillageId));
        return new Done();
    }, ct);
}

/// <summary>Who serves in which village.</summary>
public sealed class VillageOfficers(LakudoDb db)
{
    /// <summary>An assignment in force since a UTC moment.</summary>
    public sealed record Row(Guid Id, Guid Account, string Name, VillageDuty Duty, string Village, string District, DateTime From);

    /// <summary>By village. Refused with K-001 to others than the region's admin.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        var areas = await db.Areas.AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        var held = await db.VillageOffices.AsNoTracking().Where(o => o.Until == null).ToListAsync(ct);
        return held.OrderBy(o => areas[o.VillageId].Code, StringComparer.Ordinal).Select(o => new Row(o.Id, o.AccountId, o.Name, o.Duty, areas[o.VillageId].Name, areas[o.VillageId].ParentId is { } d ? areas[d].Name : "–", o.From)).ToImmutableArray();
    }
}
