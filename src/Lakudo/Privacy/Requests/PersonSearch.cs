using Lakudo.Kernel;

namespace Lakudo.Privacy.Requests;

/// <summary>Finds who is meant and asks every module. The database must see the caller's region already.</summary>
internal sealed class PersonSearch(PersonalData personal, IEnumerable<IPersonalRecords> modules)
{
    /// <summary>Who is meant by what was typed: a NIK, an application's number, a contact or a user name. Refused with D-007.</summary>
    internal async Task<Outcome<(Person Person, string Masked)>> Find(string? typed, CancellationToken ct)
    {
        var text = (typed ?? "").Trim();
        if (Nik.Read(text) is { IsRefused: false } nik) return (new Person(PersonKeyKind.Nik, personal.Fingerprint(nik.Value.Digits)), nik.Value.Masked);
        foreach (var module in text.Length is 0 or > 254 ? [] : modules)
        {
            if (await module.Resolve(text, ct) is { } person) return (person, person.Kind is PersonKeyKind.Contact ? Mask(text) : text.Length > 60 ? text[..60] : text);
        }

        return PrivacyRefusals.KeyUnknown;
    }

    /// <summary>The person with the contacts that stand beside the records.</summary>
    internal async Task<Person> Whole(Person person, CancellationToken ct)
    {
        var contacts = new List<byte[]>();
        foreach (var module in modules) contacts.AddRange(await module.Contacts(person, ct));
        return person with { Contacts = [.. contacts.DistinctBy(Convert.ToHexString)] };
    }

    internal async Task<IReadOnlyList<HeldRecord>> Held(Person person, CancellationToken ct)
    {
        var held = new List<HeldRecord>();
        foreach (var module in modules) held.AddRange(await module.Held(person, ct));
        return [.. held.OrderBy(h => h.At)];
    }

    internal async Task<IReadOnlyList<PersonalSection>> Tell(Person person, CancellationToken ct)
    {
        var told = new List<PersonalSection>();
        foreach (var module in modules) told.AddRange(await module.Tell(person, ct));
        return told;
    }

    internal async Task<Erased> Erase(Person person, DateTime until, CancellationToken ct)
    {
        var (rows, files, facts) = (0, new List<string>(), new List<IFact>());
        foreach (var module in modules)
        {
            var erased = await module.Erase(person, until, ct);
            rows += erased.Rows;
            files.AddRange(erased.Files);
            facts.AddRange(erased.Facts);
        }

        return new(rows, files, facts);
    }

    private static string Mask(string contact) => contact.IndexOf('@') is > 0 and var at ? $"{contact[0]}•••{contact[at..]}" : contact.Length > 7 ? $"{contact[..4]}•••{contact[^3..]}" : "•••";
}
