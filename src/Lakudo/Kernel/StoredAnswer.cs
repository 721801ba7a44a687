using System.Security.Cryptography;
using System.Text.Json;

namespace Lakudo.Kernel;

/// <summary>
/// The first answer to a request, kept for a day under its idempotency key and given again when the request comes again. The database alone tells nothing of it: the request is a keyed
/// hash, the answer is sealed, and both keys lie outside.
/// </summary>
internal sealed class StoredAnswer : IRegional
{
    /// <summary>How long a request is known again. A form that is sent later, or an answer that a person's erasure took, meets the rules of its verb.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public int RegionId { get; set; }

    /// <summary>Who asked: an id of account, device or client, or all zeros for the public.</summary>
    public Guid CallerId { get; set; }

    public string Key { get; set; } = "";

    /// <summary>Mark of the SHA-256 of verb and command (<see cref="PersonalData.Mark"/>), so that a key cannot be used for another request. A plain hash would give NIK and telephone numbers away.</summary>
    public byte[] Request { get; set; } = [];

    /// <summary>The answer as JSON, sealed, in base64.</summary>
    public string Answer { get; set; } = "";

    public DateTime At { get; set; }

    /// <summary>An answer to be stored beside what it answers.</summary>
    /// <param name="personal">The keys.</param>
    /// <param name="region">The region of the caller.</param>
    /// <param name="caller">Who asked; null for the public.</param>
    /// <param name="key">The request's key.</param>
    /// <param name="command">What was asked.</param>
    /// <param name="answer">What was answered; it must survive JSON.</param>
    /// <param name="at">When, UTC.</param>
    public static StoredAnswer Of<T>(PersonalData personal, int region, Guid? caller, string key, object command, T answer, DateTime at) => new()
    {
        RegionId = region,
        CallerId = caller ?? Guid.Empty,
        Key = key,
        Request = personal.Mark(Written(command)),
        Answer = Convert.ToBase64String(personal.Seal(JsonSerializer.Serialize(answer, Journal.Json))),
        At = at,
    };

    /// <summary>Whether it was given to this very command.</summary>
    public bool IsTo(PersonalData personal, object command) => personal.IsMarkOf(Request, Written(command));

    /// <summary>The answer.</summary>
    /// <exception cref="CryptographicException">It was changed.</exception>
    public T Open<T>(PersonalData personal) => JsonSerializer.Deserialize<T>(personal.Open(Convert.FromBase64String(Answer)), Journal.Json)!;

    /// <summary>Puts the keys over what an earlier release stored; the same request still gets its answer.</summary>
    public void Close(PersonalData personal) => (Request, Answer) = (personal.Mark(Request), Convert.ToBase64String(personal.Seal(Answer)));

    private static byte[] Written(object command) => SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new { Verb = command.GetType().FullName, Body = JsonSerializer.SerializeToElement(command, command.GetType(), Journal.Json) }));
}
