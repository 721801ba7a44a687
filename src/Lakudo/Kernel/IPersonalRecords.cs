namespace Lakudo.Kernel;

/// <summary>By what a person is asked about.</summary>
public enum PersonKeyKind
{
    /// <summary>A resident, by NIK.</summary>
    Nik,

    /// <summary>Whoever answers at a telephone number or mailbox; several people may share one.</summary>
    Contact,

    /// <summary>A member of staff.</summary>
    Account,

    /// <summary>Somebody without any of these, by the number of a record: a child without a NIK, a mother, a cadre.</summary>
    Record,
}

/// <summary>A person as the database knows one: by a keyed hash that leads back to nobody without the installation's key.</summary>
/// <param name="Kind">What the key is of.</param>
/// <param name="Key">The 32-byte fingerprint of a NIK or contact, the 16 bytes of an account's id, or 17 bytes of a record: the letter of its kind and its id.</param>
public sealed record Person(PersonKeyKind Kind, byte[] Key)
{
    /// <summary>Fingerprints of contacts that stand beside this person's records.</summary>
    public IReadOnlyList<byte[]> Contacts { get; init; } = [];

    /// <summary>The account meant; null unless it is one.</summary>
    public Guid? Account => Kind is PersonKeyKind.Account ? new Guid(Key, bigEndian: true) : null;

    /// <summary>The record meant, with the letter of its kind; null unless it is one.</summary>
    public (char Kind, Guid Id)? Record => Kind is PersonKeyKind.Record ? ((char)Key[0], new Guid(Key.AsSpan(1), bigEndian: true)) : null;

    /// <summary>Somebody known by a record only.</summary>
    public static Person OfRecord(char kind, Guid id) => new(PersonKeyKind.Record, [(byte)kind, .. id.ToByteArray(bigEndian: true)]);

    /// <summary>A member of staff.</summary>
    public static Person OfAccount(Guid account) => new(PersonKeyKind.Account, account.ToByteArray(bigEndian: true));
}

/// <summary>One thing that is held of a person, as a screen may show it.</summary>
/// <param name="Activity">The activity of the record of processing it belongs to.</param>
/// <param name="Id">What it is, for acts on it; null for none.</param>
/// <param name="What">In words, with its number.</param>
/// <param name="Shown">The personal data in it, masked.</param>
/// <param name="At">Since when it is held, UTC.</param>
/// <param name="CanGo">Whether an erasure takes it.</param>
/// <param name="Why">Why it stays, or what stays of it; null where nothing is to be said.</param>
public sealed record HeldRecord(string Activity, Guid? Id, string What, string Shown, DateTime At, bool CanGo, string? Why);

/// <summary>A part of what a person is told of oneself: everything in clear.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lines">What stands in it, each with its name.</param>
/// <param name="Files">Files that belong to it.</param>
public sealed record PersonalSection(string Title, IReadOnlyList<PersonalSection.Line> Lines, IReadOnlyList<PersonalSection.Attachment> Files)
{
    /// <summary>One value with its name.</summary>
    public sealed record Line(string Name, string Value);

    /// <summary>A file.</summary>
    /// <param name="Name">Its name in the archive, with its ending.</param>
    /// <param name="Open">Opens it; a refusal where it is missing.</param>
    public sealed record Attachment(string Name, Func<Outcome<Stream>> Open);
}

/// <summary>What an erasure took.</summary>
/// <param name="Rows">How many records.</param>
/// <param name="Files">Names of files in the vault that must go after the commit.</param>
/// <param name="Facts">What the journal and other modules are to know of it.</param>
public sealed record Erased(int Rows, IReadOnlyList<string> Files, IReadOnlyList<IFact> Facts)
{
    /// <summary>Nothing was there.</summary>
    public static Erased Nothing { get; } = new(0, [], []);

    /// <summary>Rows without files, of which the journal needs no line each.</summary>
    public static Erased Of(int rows) => new(rows, [], []);
}

/// <summary>Somebody took a consent back and will be erased when the grace is over; a backup restored until then must lose that person too.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Kind">Whose key.</param>
/// <param name="Key">The key.</param>
/// <param name="At">UTC; what came later stays.</param>
public sealed record ErasureAhead(Guid Subject, PersonKeyKind Kind, byte[] Key, DateTime At) : IFact;

/// <summary>Consent was given again; that erasure is not to come.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Kind">Whose key.</param>
/// <param name="Key">The key.</param>
public sealed record ErasureTakenBack(Guid Subject, PersonKeyKind Kind, byte[] Key) : IFact;

/// <summary>
/// What one module holds of people, so that a request for access, correction or erasure reaches it. A module without one is not reached, and the officer's pages say so.
/// The database already sees what the caller may see.
/// </summary>
public interface IPersonalRecords
{
    /// <summary>The person that is meant by something typed, such as a number on a receipt; null where this module does not know such a thing.</summary>
    Task<Person?> Resolve(string typed, CancellationToken ct) => Task.FromResult<Person?>(null);

    /// <summary>Fingerprints of the contacts this module keeps with the person's records.</summary>
    Task<IReadOnlyList<byte[]>> Contacts(Person person, CancellationToken ct) => Task.FromResult<IReadOnlyList<byte[]>>([]);

    /// <summary>What is held, masked.</summary>
    Task<IReadOnlyList<HeldRecord>> Held(Person person, CancellationToken ct);

    /// <summary>What is held, in clear: for the copy that is handed to the person.</summary>
    Task<IReadOnlyList<PersonalSection>> Tell(Person person, CancellationToken ct);

    /// <summary>Erases what may go of what was there until a UTC moment. Changes tracked rows or deletes, inside the verb's transaction; safe to run twice.</summary>
    Task<Erased> Erase(Person person, DateTime until, CancellationToken ct);
}
