using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Catalogue;

/// <summary>Changes what stands of a service: its fields, what to bring, and the written parts of its standard.</summary>
public sealed class EditService(LakudoDb db, Commit commit, Clock clock, CatalogueEdition edition)
{
    /// <summary>What it shall say.</summary>
    /// <param name="Service">The service.</param>
    /// <param name="Revision">The revision the form was opened with.</param>
    /// <param name="Fields">All its fields.</param>
    /// <param name="Requirements">What to bring, in order.</param>
    /// <param name="Texts">The written parts; a part left out or empty is missing.</param>
    public sealed record Command(
        Guid Service, int Revision, ServiceFields Fields, IReadOnlyList<string> Requirements, IReadOnlyDictionary<StandardPart, string> Texts);

    /// <summary>Saves and answers the new revision. Refused with K-001 to other agencies, L-002, L-008, L-009, L-010.</summary>
    public async Task<Outcome<int>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var outcome = await commit.Once<int>(caller, command, async token =>
        {
            if (await db.Services.SingleOrDefaultAsync(s => s.Id == command.Service, token) is not { } service)
            {
                return CatalogueRefusals.NoSuchService;
            }

            if (db.MayNot(caller, Act.EditService, agency: service.AgencyId) is { } refusal)
            {
                return refusal;
            }

            if (service.Revision != command.Revision)
            {
                return CatalogueRefusals.ChangedMeanwhile;
            }

            if (Wrong(command) is { } wrong)
            {
                return wrong;
            }

            var fields = command.Fields with { Name = WrittenText.Fold(command.Fields.Name), Category = WrittenText.Fold(command.Fields.Category), Output = WrittenText.Fold(command.Fields.Output) };
            var changed = ChangedFields(service.Fields, fields);
            var requirements = await db.Requirements.Where(r => r.ServiceId == service.Id).ToListAsync(token);
            if (ServiceRequirements.Set(db, clock, service, requirements, [.. command.Requirements.Select(t => WrittenText.Fold(t)).Where(t => t.Length > 0).Distinct()]))
            {
                changed.Add("Requirements");
            }

            changed.AddRange(await SetTexts(service, command.Texts, token));
            if (changed.Count == 0)
            {
                return service.Revision;
            }

            service.Set(fields);
            await CatalogueEdition.Raise(db, caller.Region, token);
            commit.Record(caller, new ServiceEdited(service.Id, changed, service.Revision));
            return service.Revision;
        }, ct);
        edition.Forget(caller.Region);
        return outcome;
    }

    private static Refusal? Wrong(Command command)
    {
        var f = command.Fields;
        Refusal? Field(bool wrong, string says) => wrong ? CatalogueRefusals.FieldWrong.With(says) : null;
        return Field(f.Name.Length is 0 or > 200, "Nama layanan harus diisi, paling panjang 200 huruf.")
            ?? Field(f.Category.Length is 0 or > 100, "Kategori harus diisi, paling panjang 100 huruf.")
            ?? Field(f.Output.Length is 0 or > 300, "Produk layanan harus diisi, paling panjang 300 huruf.")
            ?? Field(f.Promise.Amount is < 0 or > 100_000, "Waktu layanan harus angka bulat, 0 untuk selesai ditunggu.")
            ?? Field(f.FeeIdr is < 0 or > 1_000_000_000_000, "Biaya harus rupiah bulat, 0 untuk gratis, kosong bila menurut rumus.")
            ?? Field(f.LifeEvents.Any(key => LifeEvent.Find(key) is null), "Peristiwa hidup yang dipilih tidak dikenal.")
            ?? Field(command.Requirements.Count > 40 || command.Requirements.Any(t => t.Length > 500), "Paling banyak 40 persyaratan, masing-masing paling panjang 500 huruf.")
            ?? Field(command.Texts.Values.Any(t => t.Length > 4_000), "Setiap bagian standar paling panjang 4.000 huruf.")
            ?? WrittenText.ReadLine(f.Name, "Nama layanan").Refusal
            ?? WrittenText.ReadLine(f.Output, "Produk layanan").Refusal
            ?? command.Requirements.Select(t => WrittenText.ReadLines(t, "Persyaratan").Refusal).FirstOrDefault(r => r is not null)
            ?? NeverLocal.Check(f.Category, f.WhoIssues);
    }

    private async Task<List<string>> SetTexts(Service service, IReadOnlyDictionary<StandardPart, string> texts, CancellationToken ct)
    {
        var changed = new List<string>();
        var has = await db.StandardTexts.Where(t => t.ServiceId == service.Id).ToDictionaryAsync(t => t.Part, ct);
        foreach (var part in StandardParts.Written)
        {
            var text = texts.GetValueOrDefault(part)?.Trim() ?? "";
            var row = has.GetValueOrDefault(part);
            if ((row?.Text ?? "") == text)
            {
                continue;
            }

            changed.Add(part.ToString());
            if (row is null)
            {
                db.StandardTexts.Add(new() { RegionId = service.RegionId, ServiceId = service.Id, Part = part, Text = text });
            }
            else if (text.Length == 0)
            {
                db.StandardTexts.Remove(row);
            }
            else
            {
                row.Text = text;
            }
        }

        return changed;
    }

    private static List<string> ChangedFields(ServiceFields before, ServiceFields after) => [.. typeof(ServiceFields).GetProperties()
        .Where(p => p.GetValue(before) is var a && p.GetValue(after) is var b
            && !(a is IReadOnlyList<string> x && b is IReadOnlyList<string> y ? x.SequenceEqual(y) : Equals(a, b)))
        .Select(p => p.Name)];
}
