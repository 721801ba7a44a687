using System.Security.Cryptography;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Catalogue;

/// <summary>Brings a catalogue file in, all of it or nothing: one refused row and nothing is changed. The same file again changes nothing.</summary>
public sealed class ImportCatalogue(LakudoDb db, Commit commit, Clock clock, CatalogueEdition edition)
{
    /// <summary>Bytes of the largest file that is read.</summary>
    public const int Largest = CatalogueFile.Largest;

    /// <summary>What is imported.</summary>
    /// <param name="File">The bytes of the CSV.</param>
    public sealed record Command(byte[] File);

    /// <summary>What became of the file.</summary>
    /// <param name="Added">Services that are new.</param>
    /// <param name="Changed">Services that say something else than before.</param>
    /// <param name="Unchanged">Services that the file only repeats.</param>
    /// <param name="NewAgencies">Agencies that are new.</param>
    /// <param name="Refused">The rows that cannot be taken; when there is one, all numbers are 0 and nothing was changed.</param>
    public sealed record Report(int Added, int Changed, int Unchanged, int NewAgencies, IReadOnlyList<RefusedRow> Refused);

    /// <summary>Imports. Refused with K-001 to others than the region's admin, L-001 when the file is no catalogue, K-007 for a region that is not there.</summary>
    public async Task<Outcome<Report>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ImportCatalogue) is { } refusal)
        {
            return refusal;
        }

        var content = CatalogueFile.Read(command.File);
        if (content.IsRefused)
        {
            return content.Refusal;
        }

        var outcome = await commit.Once<Report>(caller, command, async token =>
            await db.Regions.AnyAsync(r => r.Id == caller.Region, token) ? await Take(caller, command, content.Value, token) : KernelRefusals.NotFound, ct);
        edition.Forget(caller.Region);
        return outcome;
    }

    private async Task<Report> Take(Caller caller, Command command, CatalogueFile.Content content, CancellationToken ct)
    {
        var services = await db.Services.ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, ct);
        var agencies = await db.Agencies.ToDictionaryAsync(a => a.Name, StringComparer.Ordinal, ct);
        var requirements = (await db.Requirements.ToListAsync(ct)).ToLookup(r => r.ServiceId);
        var isSampleRegion = (await db.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == caller.Region, ct))?.IsSample ?? false;
        List<RefusedRow> refused = [.. content.Refused, .. content.Rows.Where(row => services.GetValueOrDefault(row.Code) is { } known && Clash(known, row, agencies, requirements) is not null)
            .Select(row => Clash(services[row.Code], row, agencies, requirements)!)];
        if (refused.Count > 0)
        {
            return new(0, 0, 0, 0, [.. refused.OrderBy(row => row.Line)]);
        }

        var founded = Found(caller.Region, isSampleRegion, content.Rows, agencies);
        var (added, changed) = (0, 0);
        foreach (var row in content.Rows)
        {
            if (!services.TryGetValue(row.Code, out var service))
            {
                added++;
                service = new(caller.Region, Ids.New(clock), agencies[row.Agency].Id, row.Code, row.IsSample && isSampleRegion, row.Fields);
                db.Services.Add(service);
                ServiceRequirements.Set(db, clock, service, [], row.Requirements);
                continue;
            }

            if (!Says(service, row, requirements))
            {
                changed++;
                service.Set(row.Fields);
                ServiceRequirements.Set(db, clock, service, [.. requirements[service.Id]], row.Requirements);
            }
        }

        if (added + changed + founded > 0)
        {
            await CatalogueEdition.Raise(db, caller.Region, ct);
            commit.Record(caller, new CatalogueImported(Guid.Empty, added, changed, founded, Convert.ToHexStringLower(SHA256.HashData(command.File))));
        }

        return new(added, changed, content.Rows.Count - added - changed, founded, []);
    }

    /// <summary>A file does not move a service to another agency and does not overrule what an agency has confirmed.</summary>
    private static RefusedRow? Clash(Service known, CatalogueRow row, Dictionary<string, Agency> agencies, ILookup<Guid, Requirement> requirements) =>
        !agencies.TryGetValue(row.Agency, out var agency) || agency.Id != known.AgencyId
            ? new(row.Line, "agency", $"Layanan {row.Code} sudah milik instansi lain.")
            : known.ConfirmedOn is not null && !Says(known, row, requirements)
                ? new(row.Line, "code", $"Layanan {row.Code} sudah dikonfirmasi instansinya; ubah di halaman layanan, bukan lewat berkas.")
                : null;

    private static bool Says(Service service, CatalogueRow row, ILookup<Guid, Requirement> requirements) =>
        service.Fields is var has && has with { LifeEvents = row.Fields.LifeEvents } == row.Fields && has.LifeEvents.SequenceEqual(row.Fields.LifeEvents)
        && requirements[service.Id].Where(r => !r.IsRetired).OrderBy(r => r.Order).Select(r => r.Text).SequenceEqual(row.Requirements);

    private int Found(int region, bool isSample, IReadOnlyList<CatalogueRow> rows, Dictionary<string, Agency> agencies)
    {
        var known = DataFile.Read("catalogue/agencies.csv", c => (Name: c("name"), Code: c("code"), Short: c("short_name"), Kind: c("kind"))).ToDictionary(a => a.Name);
        var next = agencies.Values.Select(a => a.Id).DefaultIfEmpty(0).Max();
        var fresh = rows.Select(row => row.Agency).Distinct().Where(name => !agencies.ContainsKey(name)).ToList();
        foreach (var name in fresh)
        {
            var (code, shortName, kind) = known.TryGetValue(name, out var given) ? (given.Code, given.Short, given.Kind) : (Slug(name, next + 1), name.Length > 60 ? name[..60] : name, "lembaga");
            agencies[name] = new(region, ++next, code, name, shortName, kind, isSample && rows.Any(row => row.Agency == name && row.IsSample));
            db.Agencies.Add(agencies[name]);
        }

        return fresh.Count;
    }

    private static string Slug(string name, int number)
    {
        var slug = string.Join('-', Search.SearchWords.Split(name));
        return $"{(slug.Length > 50 ? slug[..50].TrimEnd('-') : slug)}-{number}";
    }
}
