using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Lakudo.Children.Cases;
using Lakudo.Children.Measuring;
using Lakudo.Children.Register;
using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Satusehat;

/// <summary>Reads one posyandu after the other and makes the entries of a bundle of them. The puskesmas of several stands in it once.</summary>
internal sealed class BundleReading(LakudoDb db, PersonalData personal, int region, DateOnly from, DateOnly until)
{
    private readonly HashSet<Guid> _organizations = [];

    /// <summary>The entries of a posyandu's children: places first, then each child with what belongs to it.</summary>
    internal async IAsyncEnumerable<(Guid Id, Resource Resource)> Of(Guid posyandu, [EnumeratorCancellation] CancellationToken ct)
    {
        var place = await Place(posyandu, ct);
        if (_organizations.Add(place.Organization)) yield return (place.Organization, place.AsOrganization());
        yield return (posyandu, place.AsLocation());
        var measured = (await db.Exported(from, until).Where(e => e.Child.PosyanduId == posyandu).OrderBy(e => e.Measured.Day).Select(e => e.Measured).AsNoTracking().ToListAsync(ct)).ToLookup(m => m.ChildId);
        var children = await db.Children.AsNoTracking().Where(c => c.PosyanduId == posyandu && c.MergedInto == null && c.ErasedAt == null).OrderBy(c => c.Id).ToListAsync(ct);
        var mothers = await (from c in db.Children join w in db.Mothers on c.MotherId equals w.Id where c.PosyanduId == posyandu select w).Distinct().AsNoTracking().ToDictionaryAsync(w => w.Id, ct);
        var diagnoses = (await (from c in db.Children
                                join d in db.StuntingDiagnoses on c.Id equals d.ChildId
                                where c.PosyanduId == posyandu && d.TakenBackAt == null && d.FoundOn >= @from && d.FoundOn <= until
                                select d).AsNoTracking().ToListAsync(ct)).ToLookup(d => d.ChildId);
        var born = children.ToLookup(c => (c.MotherId, c.Birth));
        foreach (var child in children.Where(c => measured.Contains(c.Id)))
        {
            var known = new BundleChild(child, Open(child.NikSealed), Open(mothers.GetValueOrDefault(child.MotherId)?.NikSealed), born[(child.MotherId, child.Birth)].Skip(1).Any());
            yield return (child.Id, known.AsPatient(place.Address));
            foreach (var visit in measured[child.Id].Select(m => new BundleVisit(m, child.Id, child.Birth, place)))
            {
                yield return (visit.Measured.Id, visit.AsEncounter());
                foreach (var (id, observation) in visit.Observations()) yield return (id, observation);
            }

            // A diagnosis names the height on which it rests; one of an earlier period is not in this bundle.
            var here = measured[child.Id].Where(m => m.Height is not null).Select(m => m.Id).ToHashSet();
            foreach (var diagnosis in diagnoses[child.Id])
            {
                yield return BundleChild.Finder(diagnosis);
                yield return (diagnosis.Id, BundleChild.AsCondition(diagnosis, here.Contains(diagnosis.MeasurementId)));
            }
        }
    }

    private string? Open(byte[]? box) => box is null ? null : personal.Open(box);

    private async Task<BundlePlace> Place(Guid posyandu, CancellationToken ct)
    {
        var row = await (from p in db.Posyandu
                         join k in db.Puskesmas on p.PuskesmasId equals k.Id
                         join v in db.Areas on p.VillageId equals v.Id
                         where p.Id == posyandu
                         select new { Posyandu = p, Puskesmas = k.Name, Village = v.Code }).AsNoTracking().SingleAsync(ct);
        var city = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == region, ct);
        return new BundlePlace(RegisterUrn.Derived(region, "puskesmas", row.Posyandu.PuskesmasId), row.Puskesmas, row.Posyandu, new BundleAddress(city.Name, row.Village));
    }
}
