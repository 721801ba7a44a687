using Lakudo.Applications.Documents;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Personal;

/// <summary>One application in clear, for the person it is of: everything that is held, the files, and who looked when (UU 27/2022 art. 32).</summary>
internal static class ApplicationCopy
{
    internal static async Task<PersonalSection> Of(LakudoDb db, PersonalData personal, FileVault vault, Application a, bool contactOnly, CancellationToken ct)
    {
        var zone = (await db.Regions.AsNoTracking().SingleAsync(r => r.Id == a.RegionId, ct)).TimeZone;
        var lines = new List<PersonalSection.Line>();
        Add("Nomor permohonan", a.Number);
        Add("Kontak", a.ContactSealed is { } contact ? personal.Open(contact) : null);
        if (contactOnly) return new($"Permohonan {a.Number}", lines, []);
        Add("Layanan", await db.Services.AsNoTracking().Where(s => s.Id == a.ServiceId).Select(s => s.Name).SingleAsync(ct));
        Add("Status", a.State.Word());
        Add("Nama", personal.Open(a.NameSealed));
        Add("NIK", personal.Open(a.NikSealed));
        Add("KTP dilihat petugas", At(a.CardSeenAt) ?? "belum; NIK dinyatakan sendiri");
        Add("Diterima", At(a.ReceivedAt));
        Add("Lengkap", At(a.CompleteAt));
        Add("Dikembalikan", At(a.ReturnedAt));
        Add("Kekurangan", a.Defects);
        Add("Keterangan untuk dokumen", a.StatementSealed is { } statement ? personal.Open(statement) : null);
        Add("Diputus", At(a.DecidedAt));
        Add("Alasan putusan", a.DecisionReason);
        Add("Nomor rujukan luar", a.OutsideReference);
        Add("Diserahkan", At(a.HandedOverAt));
        Add("Data dihapus", At(a.ErasedAt));

        var files = new List<PersonalSection.Attachment>();
        foreach (var file in await db.ApplicationFiles.AsNoTracking().Where(f => f.ApplicationId == a.Id).OrderBy(f => f.At).ToListAsync(ct))
        {
            files.Add(new($"{a.Number}-{files.Count + 1}.{file.Kind.ToString().ToLowerInvariant()}", () => vault.Open(file.StoredName)));
        }

        var documents = await db.IssuedDocuments.AsNoTracking().Where(d => d.ApplicationId == a.Id).OrderBy(d => d.Sequence).ToListAsync(ct);
        foreach (var document in documents)
        {
            var content = SignDocument.Content(personal, document);
            Add($"Dokumen {content.Number}", string.Join('\n', content.Fields.Select(f => $"{f.Label}: {f.Value}")));
            if (document is { StoredName: { } name, Way: SigningWay.Electronic }) files.Add(new($"{content.Number.Replace('/', '-')}.pdf", () => vault.Open(name)));
        }

        var subjects = documents.Select(d => d.Id).Append(a.Id).ToList();
        var trail = await db.JournalEntries.AsNoTracking().Where(e => subjects.Contains(e.Subject)).OrderBy(e => e.Seq).Select(e => new { e.At, e.Fact, e.ByRole }).ToListAsync(ct);
        Add("Jejak pemrosesan", string.Join('\n', trail.Select(e => $"{At(e.At)} {e.Fact} ({e.ByRole})")));
        return new($"Permohonan {a.Number}", lines, files);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) lines.Add(new(name, value));
        }

        string? At(DateTime? utc) => utc is { } moment ? Clock.Local(moment, zone).ToString("d MMMM yyyy, HH'.'mm", Formats.Indonesian) : null;
    }
}
