using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Personal;

/// <summary>What applications and documents hold of a person.</summary>
internal sealed class ApplicationRecords(LakudoDb db, PersonalData personal, FileVault vault, Clock clock) : IPersonalRecords
{
    public async Task<Person?> Resolve(string typed, CancellationToken ct)
    {
        var number = typed.ToUpperInvariant();
        var fingerprint = await db.Applications.AsNoTracking().Where(a => a.Number == number).Select(a => a.NikFingerprint).SingleOrDefaultAsync(ct);
        return fingerprint is { Length: > 0 } ? new Person(PersonKeyKind.Nik, fingerprint) : null;
    }

    public async Task<IReadOnlyList<byte[]>> Contacts(Person person, CancellationToken ct) =>
        person.Kind is not PersonKeyKind.Nik ? [] : [.. (await Of(person).Where(a => a.ContactSealed != null).AsNoTracking().ToListAsync(ct)).Select(Fingerprint)];

    public async Task<IReadOnlyList<HeldRecord>> Held(Person person, CancellationToken ct)
    {
        var held = new List<HeldRecord>();
        foreach (var a in await All(person, ct))
        {
            var contact = a.ContactSealed is { } box ? Contact.Read(personal.Open(box)).Value.Masked : null;
            if (person.Kind is PersonKeyKind.Contact)
            {
                held.Add(new("permohonan", a.Id, $"Kontak pada permohonan {a.Number}", contact ?? "–", a.ReceivedAt, true, a.State.IsFinal() ? null : "Masih diproses: sesudah dihapus, kabar tidak dapat dikirim lagi."));
                continue;
            }

            var files = await db.ApplicationFiles.CountAsync(f => f.ApplicationId == a.Id, ct);
            held.Add(new("permohonan", a.Id, $"Permohonan {a.Number}, {a.State.Word()}",
                a.ErasedAt is null ? string.Join(" · ", new[] { PersonName.Mask(personal.Open(a.NameSealed)), ErasedApplicant.MaskedNik(personal, a), contact, files > 0 ? $"{files} berkas" : null }.OfType<string>()) : ErasedApplicant.Name,
                a.ReceivedAt, a.ErasedAt is null && a.State.IsFinal(),
                a.ErasedAt is not null ? "Sudah dihapus; tersisa nomor, tanggal, dan status." : a.State.IsFinal() ? null : "Masih diproses. Data dapat dihapus sesudah diserahkan atau ditolak."));
            foreach (var d in await Documents(a, ct))
            {
                held.Add(new("dokumen", null, $"Dokumen {SignDocument.Content(personal, d).Number}", PersonName.Mask(SignDocument.Content(personal, d).Fields[0].Value), d.SignedAt ?? a.DecidedAt ?? a.ReceivedAt, false,
                    "Dokumen terbit dan buku register wajib disimpan sebagai arsip dinas (UU 43/2009)."));
            }
        }

        return held;
    }

    public async Task<IReadOnlyList<PersonalSection>> Tell(Person person, CancellationToken ct)
    {
        var told = new List<PersonalSection>();
        foreach (var a in await All(person, ct)) told.Add(await ApplicationCopy.Of(db, personal, vault, a, contactOnly: person.Kind is PersonKeyKind.Contact, ct));
        return told;
    }

    public async Task<Erased> Erase(Person person, DateTime until, CancellationToken ct)
    {
        if (person.Kind is PersonKeyKind.Nik)
        {
            return await db.Erase(await Of(person).Ended().Where(a => a.ErasedAt == null && a.ReceivedAt <= until).ToListAsync(ct), personal, clock.Now, ct);
        }

        var withContact = (await WithContact(person, ct)).Where(a => a.ReceivedAt <= until).ToList();
        foreach (var application in withContact) application.ForgetContact();
        return new(withContact.Count, [], [.. withContact.Select(a => new ApplicantCorrected(a.Id, ["contact"]))]);
    }

    private IQueryable<Application> Of(Person person) => db.Applications.Where(a => a.NikFingerprint == person.Key);

    private async Task<IReadOnlyList<Application>> All(Person person, CancellationToken ct) => person.Kind is PersonKeyKind.Nik
        ? await Of(person).AsNoTracking().OrderBy(a => a.ReceivedAt).ToListAsync(ct)
        : await WithContact(person, ct);

    /// <summary>Contacts kept by 0.1 have no fingerprint beside them, so those are opened one by one.</summary>
    private async Task<IReadOnlyList<Application>> WithContact(Person person, CancellationToken ct)
    {
        if (person.Kind is not PersonKeyKind.Contact) return [];
        var found = await db.Applications.Where(a => a.ContactSealed != null && (a.ContactFingerprint == null || a.ContactFingerprint == person.Key)).OrderBy(a => a.ReceivedAt).ToListAsync(ct);
        return [.. found.Where(a => Fingerprint(a).AsSpan().SequenceEqual(person.Key))];
    }

    private byte[] Fingerprint(Application application) => application.ContactFingerprint ?? personal.Fingerprint(personal.Open(application.ContactSealed!));

    private Task<List<IssuedDocument>> Documents(Application application, CancellationToken ct) =>
        db.IssuedDocuments.AsNoTracking().Where(d => d.ApplicationId == application.Id).OrderBy(d => d.Sequence).ToListAsync(ct);
}
