using Lakudo.Children.Counts;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Companions;

/// <summary>What a mother reads of who accompanies her family: on her own page, and in her copy of everything.</summary>
internal static class CompanionCopy
{
    extension(LakudoDb db)
    {
        /// <summary>Everybody to whom the family was entrusted, with the visits, as lines of a copy.</summary>
        internal async Task<IReadOnlyList<(string Name, string Value)>> TellCompanionships(Guid mother, CancellationToken ct)
        {
            var lines = new List<(string, string)>();
            foreach (var one in await db.Companionships.AsNoTracking().Where(c => c.MotherId == mother).OrderBy(c => c.At).ToListAsync(ct))
            {
                var office = await db.VillageOffices.AsNoTracking().SingleAsync(o => o.Id == one.OfficeId, ct);
                lines.Add(("Pendamping keluarga", $"{office.Name}, {CompanionWords.Of(office.Duty)}, {Day(one.FirstDay)} sampai {Day(one.LastDay)}{(one.Ending is { } why ? $" ({CompanionWords.Of(why)})" : "")}: {CompanionWords.Of(one.Purpose)}. {one.Words}".TrimEnd()));
                lines.Add(("Persetujuan didampingi", $"{Day(one.ConsentOn)}, {CompanionWords.Of(one.Consent)}"));
                foreach (var visit in await db.CompanionVisits.AsNoTracking().Where(v => v.CompanionshipId == one.Id).OrderBy(v => v.Day).ToListAsync(ct))
                    lines.Add(($"Kunjungan pendamping {Day(visit.Day)}", $"{(visit.Met ? "bertemu" : "tidak bertemu")}{(visit.NeedsMidwife ? ", perlu bidan" : "")}. {visit.Words}".TrimEnd()));
            }

            return lines;
        }

        /// <summary>Who may see a child's family on a day, until when: names, duties, purposes, last days.</summary>
        internal async Task<IReadOnlyList<FamilyCompanion>> CompanionsOf(Guid child, DateOnly today, CancellationToken ct)
        {
            var mothers = await db.MothersOf([child], ct);
            return await (from c in db.Companionships.AsNoTracking()
                          join o in db.VillageOffices on new { c.RegionId, Id = c.OfficeId } equals new { o.RegionId, o.Id }
                          where mothers.Contains(c.MotherId) && c.EndedAt == null && c.LastDay >= today && o.Until == null
                          orderby c.LastDay, c.Id
                          select new FamilyCompanion(o.Name, o.Duty, c.Purpose, c.LastDay)).ToListAsync(ct);
        }
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Formats.Indonesian);
}

/// <summary>Who accompanies a family, as its mother reads it.</summary>
/// <param name="Name">The companion.</param>
/// <param name="Duty">As what.</param>
/// <param name="Purpose">What for.</param>
/// <param name="LastDay">The last day.</param>
public sealed record FamilyCompanion(string Name, VillageDuty Duty, CompanionPurpose Purpose, DateOnly LastDay);
