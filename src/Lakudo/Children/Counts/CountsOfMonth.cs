using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Counts;

/// <summary>By what the numbers are divided.</summary>
public enum Division : byte
{
    /// <summary>Kecamatan.</summary>
    District = 1,

    /// <summary>Puskesmas.</summary>
    Puskesmas = 2,

    /// <summary>Desa and kelurahan.</summary>
    Village = 3,
}

/// <summary>The numbers of a month for villages and offices: no name, no single child. What is hidden is decided over the whole region, so that one reader's view never shows what another's hides.</summary>
public sealed class CountsOfMonth(LakudoDb db, Clock clock)
{
    /// <summary>Numbers below this are never shown.</summary>
    public const int Smallest = Suppression.Smallest;

    private const int Years = 5;

    /// <summary>An area's numbers.</summary>
    /// <param name="Name">The area; the region itself in the last row.</param>
    /// <param name="Within">A village's kecamatan; empty otherwise.</param>
    /// <param name="Numbers">By <see cref="Counted"/>; null where it is hidden. Diagnoses are rounded down to fives.</param>
    /// <param name="IsWhole">Whether it is the region as a whole.</param>
    public sealed record Row(string Name, string Within, ImmutableArray<int?> Numbers, bool IsWhole);

    /// <summary>The table.</summary>
    /// <param name="Month">The first day of its month.</param>
    /// <param name="By">How it is divided.</param>
    /// <param name="IsOwnVillage">Whether only the reader's own villages are in it.</param>
    /// <param name="At">Worked out when, UTC.</param>
    /// <param name="Rows">By code or name, the whole last.</param>
    public sealed record Answer(DateOnly Month, Division By, bool IsOwnVillage, DateTime At, ImmutableArray<Row> Rows);

    /// <summary>A village officer gets the own villages, whatever is asked. Refused with C-631 for one who has none, C-632 for a month that has not begun or is over five years ago, K-001 to those who are none of the programme's.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="month">Any day of the month; null for the present one.</param>
    /// <param name="by">How to divide.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Answer>> Run(Caller caller, DateOnly? month = null, Division by = Division.District, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SeeCounts) is { } refusal) return refusal;
        var now = clock.Now;
        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct);
        var today = clock.Today(region.TimeZone);
        var first = new DateOnly((month ?? today).Year, (month ?? today).Month, 1);
        if (first > today || first < today.AddYears(-Years)) return CountsRefusals.MonthNotThere;
        // Whoever is more than a village officer sees all.
        var isVillage = db.ActingFor(caller).IsOnly(Role.VillageOfficer);
        var own = isVillage ? await db.VillageOffices.Where(o => o.AccountId == caller.Id && caller.Id != null && o.Duty == VillageDuty.Officer && o.Until == null).Select(o => o.VillageId).ToHashSetAsync(ct) : [];
        if (isVillage && own.Count == 0) return CountsRefusals.NoVillage;
        var map = await CountedAreas.Read(db, region.Name, ct);
        var numbers = map.Numbers(await new MonthCounts(db).Of(caller.Region, first, ct));
        var division = isVillage ? Division.Village : by;
        return new Answer(first, division, isVillage, now, [.. map.Rows(division, own, isVillage).Select(r => new Row(r.Name, r.Within, [.. numbers.Select(column => column[r.Index])], r.IsWhole))]);
    }
}
