using System.Runtime.CompilerServices;
using Lakudo.Children.Households;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reports;

/// <summary>
/// What was measured in a period as lines of e-PPGBM's measurement sheet, so that an office that still keeps its numbers there need not type them. With the NIK, because e-PPGBM knows a child by nothing else.
/// What does not count, what was erased and who took consent back is not in it; the program's own import finds every line known.
/// </summary>
public sealed class EppgbmSheet(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    private static readonly Dictionary<string, string> _provinces = DataFile.Read("region/areas.csv", c => (Level: c("level"), Code: c("code"), Name: c("name"))).Where(a => a.Level == "provinsi").ToDictionary(a => a.Code, a => a.Name);

    /// <summary>The lines with what they are of.</summary>
    /// <param name="Scope">What leaves.</param>
    /// <param name="Lines">Read while they are asked for, one posyandu after the other.</param>
    public sealed record Export(ExportScope Scope, IAsyncEnumerable<EppgbmLine> Lines);

    /// <summary>What the sheet would hold; nothing is journaled. Refused as <see cref="ExportScope"/> says: C-001, C-402, K-001.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="posyandu">The posyandu; null for all in the caller's care.</param>
    /// <param name="from">The first day; null: that of the last whole month.</param>
    /// <param name="until">The last day; null: that of the last whole month.</param>
    /// <param name="ct">Stops.</param>
    public Task<Outcome<ExportScope>> Run(Caller caller, Guid? posyandu, DateOnly? from, DateOnly? until, CancellationToken ct = default) => ExportScope.Of(db, clock, caller, posyandu, from, until, ct);

    /// <summary>Journals for each posyandu that its children leave, then gives the lines. Refused as <see cref="Run"/> is, and with C-403 where nothing was measured.</summary>
    public async Task<Outcome<Export>> Take(Caller caller, Guid? posyandu, DateOnly? from, DateOnly? until, CancellationToken ct = default)
    {
        var found = await Run(caller, posyandu, from, until, ct);
        if (found.IsRefused) return found.Refusal;
        var scope = found.Value;
        if (await scope.Note(commit, caller, p => new EppgbmSheetMade(p.Id, scope.From, scope.Until, p.Children, p.Measurements), ct) is { } refusal) return refusal;
        return new Export(scope, Lines(caller.Region, scope, ct));
    }

    private async IAsyncEnumerable<EppgbmLine> Lines(int region, ExportScope scope, [EnumeratorCancellation] CancellationToken ct)
    {
        var city = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == region, ct);
        var areas = await db.Areas.AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        var (first, last) = (scope.From, scope.Until);
        foreach (var id in scope.Posyandu.Select(p => p.Id))
        {
            var place = await (from p in db.Posyandu join k in db.Puskesmas on p.PuskesmasId equals k.Id where p.Id == id select new { p.Name, p.VillageId, Puskesmas = k.Name }).AsNoTracking().SingleAsync(ct);
            var village = areas[place.VillageId];
            var area = (_provinces.GetValueOrDefault(village.Code.Split('.')[0]), city.Name, village.ParentId is { } parent ? areas[parent].Name : "");
            var vitamins = (await (from c in db.Children
                                   join s in db.GivenServices on new { c.RegionId, ChildId = c.Id } equals new { s.RegionId, s.ChildId }
                                   where c.PosyanduId == id && s.Day >= first && s.Day <= last && (s.Kind == ChildServiceKind.VitaminABlue || s.Kind == ChildServiceKind.VitaminARed)
                                   select new { s.ChildId, s.Day, s.Yes }).AsNoTracking().ToListAsync(ct)).ToLookup(s => (s.ChildId, s.Day), s => s.Yes);
            var rows = await (from e in db.Exported(first, last)
                              join w in db.Mothers on e.Child.MotherId equals w.Id
                              where e.Child.PosyanduId == id
                              orderby e.Child.NameNormalised, e.Child.Id, e.Measured.Day
                              select new { e.Child, Mother = w.Name, e.Measured }).AsNoTracking().ToListAsync(ct);
            var stays = await db.StaysOf([.. rows.Select(r => r.Child.Id).Distinct()], ct);
            var held = stays.Values.Select(s => s.HouseholdId).ToHashSet();
            var homes = await db.Households.AsNoTracking().Where(h => held.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => (h.Rt, h.Rw), ct);
            foreach (var (child, mother, measured) in rows.Select(r => (r.Child, r.Mother, r.Measured)))
            {
                var given = vitamins[(child.Id, measured.Day)].ToList();
                yield return new EppgbmLine
                {
                    Nik = child.NikSealed is { } box ? personal.Open(box) : null,
                    Name = child.Name,
                    Sex = child.Sex,
                    Birth = child.Birth,
                    BirthWeight = child.BirthWeight,
                    BirthLength = child.BirthLength,
                    Mother = mother,
                    Area = area,
                    Puskesmas = place.Puskesmas,
                    Village = village.Name,
                    Posyandu = place.Name,
                    Address = child.Address,
                    Neighbourhood = stays.GetValueOrDefault(child.Id) is { } stay ? homes.GetValueOrDefault(stay.HouseholdId) : default,
                    Day = measured.Day,
                    Weight = measured.Weight,
                    Height = measured.Height,
                    Position = measured.Position,
                    Arm = measured.Arm,
                    Scores = (measured.WeightForAge, measured.LengthForAge, measured.WeightForLength),
                    Mark = measured.Mark,
                    VitaminA = given.Count == 0 ? null : given.Count(yes => yes),
                };
            }
        }
    }
}
