using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Personal;

/// <summary>Applicants affected by a breach: those whose file the journal shows to have been opened or worked on, and those whose file lay open to the account.</summary>
internal sealed class ApplicationExposure(LakudoDb db, PersonalData personal) : IExposure
{
    public async Task<IReadOnlyList<Exposed>> Of(BreachScope scope, CancellationToken ct)
    {
        if (scope.Activity is not (null or "permohonan" or "berkas")) return [];
        var opened = scope.IsStore ? [] : await Opened(scope, ct);
        var (everything, agencies, ids) = (scope.Sight.Everything, scope.Sight.Agencies, opened.Keys.ToList());
        var files = db.ApplicationFiles;
        var reach = await db.Applications.AsNoTracking()
            .Where(a => a.ReceivedAt <= scope.Until && (a.ErasedAt == null || a.ErasedAt > scope.From) && (everything || agencies.Contains(a.AgencyId) || ids.Contains(a.Id)))
            .Select(a => new { a.Id, a.Number, a.NameSealed, a.ContactSealed, a.ReceivedAt, a.ErasedAt, Files = files.Any(f => f.ApplicationId == a.Id) }).ToListAsync(ct);
        var found = new List<Exposed>();
        foreach (var a in reach)
        {
            var seen = opened.GetValueOrDefault(a.Id);
            if (scope.Activity == "berkas" && !(scope.IsStore ? a.Files : seen?.Files ?? false)) continue;
            var data = scope switch
            {
                { IsStore: true, Activity: "berkas" } => "berkas persyaratan",
                { IsStore: true } => "nama, NIK, kontak, keterangan" + (a.Files && scope.Activity is null ? ", berkas persyaratan" : ""),
                _ => "nama" + (seen?.Nik ?? false ? ", NIK" : "") + (seen?.Files ?? false ? ", berkas persyaratan" : ""),
            };
            var since = seen?.Since ?? (a.ReceivedAt > scope.From ? a.ReceivedAt : scope.From);
            found.Add(new(a.Id, a.Number, personal.Open(a.NameSealed), a.ContactSealed is { } contact ? personal.Open(contact) : null, since, scope.IsStore || seen is not null, data));
        }

        return found;
    }

    private sealed record Seen(DateTime Since, bool Nik, bool Files);

    /// <summary>What the journal shows: every act on an application or its document was done with the file in front of the eyes.</summary>
    private async Task<Dictionary<Guid, Seen>> Opened(BreachScope scope, CancellationToken ct)
    {
        var accounts = scope.Accounts.Select(a => (Guid?)a).ToList();
        var rows = db.JournalEntries.AsNoTracking().Where(e => accounts.Contains(e.ById) && e.At >= scope.From && e.At <= scope.Until);
        var onApplications = rows.Join(db.Applications, e => e.Subject, a => a.Id, (e, a) => new { a.Id, e.At, e.Fact });
        var onDocuments = rows.Join(db.IssuedDocuments, e => e.Subject, d => d.Id, (e, d) => new { Id = d.ApplicationId, e.At, e.Fact });
        var acts = (await onApplications.ToListAsync(ct)).Concat(await onDocuments.ToListAsync(ct));
        return acts.GroupBy(e => e.Id).ToDictionary(g => g.Key, g => new Seen(
            g.Min(e => e.At), g.Any(e => e.Fact == nameof(NikRevealed)), g.Any(e => e.Fact is nameof(ApplicationFileOpened) or nameof(DocumentDownloaded))));
    }
}
