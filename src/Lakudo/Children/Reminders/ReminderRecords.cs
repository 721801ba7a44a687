using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reminders;

/// <summary>Reminders as whoever answers at a telephone number or mailbox may ask about them. What a family asks about itself by NIK or number is told with its children.</summary>
internal sealed class ReminderRecords(LakudoDb db, PersonalData personal, Clock clock) : IPersonalRecords
{
    private const string Activity = "anak";

    public async Task<IReadOnlyList<HeldRecord>> Held(Person person, CancellationToken ct) =>
        [.. (await Of(person, ct)).Select(c => new HeldRecord(Activity, null, "Kontak pengingat posyandu", c.Open(personal)?.Masked ?? "", c.ConsentAt, true, "Sesudah dihapus, keluarga ini tidak diingatkan lagi."))];

    public async Task<IReadOnlyList<PersonalSection>> Tell(Person person, CancellationToken ct)
    {
        var contacts = await Of(person, ct);
        return contacts.Count == 0 ? [] :
        [
            new("Pengingat posyandu ke kontak Anda",
                [.. contacts.Select(c => new PersonalSection.Line(c.Open(personal)?.Value ?? "", $"disetujui {c.ConsentAt.ToString("d MMMM yyyy HH'.'mm", Formats.Indonesian)} UTC, {(c.ConsentBy is null ? "di halaman keluarga dengan kode" : "disampaikan kepada petugas")}"))], []),
        ];
    }

    public async Task<Erased> Erase(Person person, DateTime until, CancellationToken ct)
    {
        var contacts = (await Of(person, ct)).Where(c => c.ConsentAt <= until).ToList();
        foreach (var contact in contacts) contact.End(null, clock.Now);
        return Erased.Of(contacts.Count);
    }

    private async Task<List<ReminderContact>> Of(Person person, CancellationToken ct)
    {
        var keys = person.Kind is PersonKeyKind.Contact ? [person.Key, .. person.Contacts] : person.Contacts;
        var found = new List<ReminderContact>();
        foreach (var key in keys.DistinctBy(Convert.ToHexString)) found.AddRange(await db.ReminderContacts.Where(c => c.Fingerprint == key && c.EndedAt == null).ToListAsync(ct));
        return found;
    }
}
