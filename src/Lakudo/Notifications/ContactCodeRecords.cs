using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Notifications;

/// <summary>What confirmation codes hold of a person: that a code was sent to a contact, by keyed hashes only.</summary>
internal sealed class ContactCodeRecords(LakudoDb db, PersonalData personal) : IPersonalRecords
{
    public Task<Person?> Resolve(string typed, CancellationToken ct) =>
        Task.FromResult(Contact.Read(typed) is { IsRefused: false } contact ? new Person(PersonKeyKind.Contact, personal.Fingerprint(contact.Value.Value)) : null);

    public async Task<IReadOnlyList<HeldRecord>> Held(Person person, CancellationToken ct) =>
        [.. (await Of(person, ct)).Select(c => new HeldRecord("kontak", null, "Kode konfirmasi kontak", "sidik berkunci; kontaknya sendiri tidak disimpan", c.SentAt, true, null))];

    public async Task<IReadOnlyList<PersonalSection>> Tell(Person person, CancellationToken ct)
    {
        var codes = await Of(person, ct);
        return codes.Count == 0 ? [] :
        [
            new("Kode konfirmasi yang dikirim kepada Anda",
                [.. codes.Select(c => new PersonalSection.Line("Kode dikirim", $"{c.SentAt.ToString("yyyy-MM-dd HH:mm", Formats.Indonesian)} UTC, {(c.UsedAt is null ? "tidak dipakai" : "dipakai")}; disimpan sebagai sidik berkunci"))], []),
        ];
    }

    public async Task<Erased> Erase(Person person, DateTime until, CancellationToken ct)
    {
        var codes = (await Of(person, ct)).Where(c => c.SentAt <= until).ToList();
        db.ContactCodes.RemoveRange(codes);
        return Erased.Of(codes.Count);
    }

    private async Task<IReadOnlyList<ContactCode>> Of(Person person, CancellationToken ct)
    {
        var contacts = person.Kind is PersonKeyKind.Contact ? [person.Key, .. person.Contacts] : person.Contacts;
        var found = new List<ContactCode>();
        foreach (var contact in contacts.DistinctBy(Convert.ToHexString)) found.AddRange(await db.ContactCodes.Where(c => c.Contact == contact).OrderBy(c => c.SentAt).ToListAsync(ct));
        return found;
    }
}

/// <summary>Confirmation codes: only a day's limit still asks for them.</summary>
internal sealed class RetainContactCodes(LakudoDb db) : IRetention
{
    public string Rule => "kode-kontak";

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await db.ContactCodes.CountAsync(c => c.SentAt < before, ct), await db.ContactCodes.CountAsync(ct), await db.ContactCodes.Where(c => c.SentAt >= before).MinAsync(c => (DateTime?)c.SentAt, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await db.ContactCodes.Where(c => c.SentAt < before).OrderBy(c => c.SentAt).Take(most).ToListAsync(ct);
        db.ContactCodes.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}
