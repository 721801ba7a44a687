using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>Brings a region into the installation, with its kecamatan and villages.</summary>
public sealed class FoundRegion(LakudoDb db, Commit commit)
{
    /// <summary>A kecamatan (four-part code without parent) or village.</summary>
    /// <param name="Level">Kecamatan, desa or kelurahan.</param>
    /// <param name="Code">Kemendagri code; a village's begins with its kecamatan's.</param>
    /// <param name="Name">The name.</param>
    public sealed record AreaRow(AreaLevel Level, string Code, string Name);

    /// <summary>What is founded.</summary>
    /// <param name="Code">Kemendagri code of the regency or city.</param>
    /// <param name="Name">Full name.</param>
    /// <param name="Zone">IANA zone.</param>
    /// <param name="IsSample">Whether it is invented.</param>
    /// <param name="CodesFrom">The day the area codes are of.</param>
    /// <param name="Areas">Its kecamatan and villages.</param>
    public sealed record Command(string Code, string Name, string Zone, bool IsSample, DateOnly CodesFrom, IReadOnlyList<AreaRow> Areas);

    private sealed record RegionFounded(Guid Subject, int Region, string Code, int Areas) : IFact;

    /// <summary>Founds the region whose number the caller names. Refused with K-009 when that number is taken, K-010 for an unknown zone, K-011 for a village without kecamatan, K-045 for a sign that cannot be printed, K-001 to others than the installation.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageRegion) is { } refusal)
        {
            return refusal;
        }

        if (await db.Regions.AnyAsync(r => r.Id == caller.Region, token))
        {
            return KernelRefusals.RegionExists;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(command.Zone, out _))
        {
            return KernelRefusals.ZoneUnknown;
        }

        var name = WrittenText.ReadName(command.Name, "Nama wilayah");
        if (name.IsRefused)
        {
            return name.Refusal;
        }

        var parents = command.Areas.Where(a => a.Level == AreaLevel.District).Select(a => a.Code).ToHashSet();
        if (command.Areas.FirstOrDefault(a => a.Level != AreaLevel.District && !parents.Contains(a.Code[..Math.Max(0, a.Code.LastIndexOf('.'))])) is { } orphan)
        {
            return KernelRefusals.AreaWithoutDistrict.With(orphan.Code);
        }

        db.Regions.Add(new Region(caller.Region, command.Code, name.Value, command.Zone, command.IsSample));
        var districts = command.Areas.Where(a => a.Level == AreaLevel.District).Select((a, i) => (Row: a, Id: i + 1)).ToList();
        var id = districts.Count;
        db.Areas.AddRange(districts.Select(d => new Area(caller.Region, d.Id, AreaLevel.District, null, d.Row.Code, d.Row.Name, command.CodesFrom)));
        foreach (var village in command.Areas.Where(a => a.Level != AreaLevel.District))
        {
            var parent = districts.Single(d => village.Code.StartsWith(d.Row.Code + ".", StringComparison.Ordinal)).Id;
            db.Areas.Add(new Area(caller.Region, ++id, village.Level, parent, village.Code, village.Name, command.CodesFrom));
        }

        commit.Record(caller, new RegionFounded(Guid.Empty, caller.Region, command.Code, command.Areas.Count));
        return new Done();
    }, ct);
}
