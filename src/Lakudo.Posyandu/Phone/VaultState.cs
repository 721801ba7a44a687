using System.Text.Json.Serialization;
using Lakudo.Field;

namespace Lakudo.Posyandu.Phone;

/// <summary>What is known of the safe without its PIN.</summary>
/// <param name="Stage"><c>new</c>: not registered; <c>locked</c>; <c>lost</c>: wiped or PIN forgotten, sealed work may remain.</param>
/// <param name="Device">The phone, when registered.</param>
/// <param name="Name">The posyandu's name.</param>
/// <param name="WaitUntil">Until when no PIN is tried (milliseconds since 1970).</param>
/// <param name="TriesLeft">Wrong PINs left before the safe is given up.</param>
/// <param name="Unsent">Visits not yet in the register.</param>
/// <param name="Oldest">When the oldest of them was entered (milliseconds since 1970), or 0.</param>
/// <param name="Sealed">Sealed copies.</param>
internal sealed record VaultState(string Stage, Guid? Device, string? Name, double WaitUntil, int TriesLeft, int Unsent, double Oldest, int Sealed)
{
    /// <summary>Until when the PIN alone opens the list of the day (milliseconds since 1970); 0 where it does not.</summary>
    public double Until { get; init; }

    /// <summary>Whether these days are over: then the PIN needs a signal.</summary>
    public bool IsExpired { get; init; }

    /// <summary>Whether the server knows that this phone forgot everything.</summary>
    public bool IsTold { get; init; }
}

/// <summary>The public keys and the secret of a phone that registers.</summary>
internal sealed record NewKeys(byte[] ReadKey, byte[] HandInKey, byte[] Secret);

/// <summary>The phone's condition.</summary>
internal sealed record HandsetState(int? Battery, bool Charging, int Used, long? Free, bool Persisted, bool Online);

/// <summary>An answer of the server; status 0 where there was none.</summary>
internal sealed record Answer(int Status, string Text);

/// <summary>A sealed copy and the registration under which it was signed.</summary>
internal sealed record SealedCopy(Guid Device, SealedBatch Batch);

/// <summary>What of a refusal is shown.</summary>
internal sealed record Problem(string? Detail, string? Title);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VaultState))]
[JsonSerializable(typeof(NewKeys))]
[JsonSerializable(typeof(HandsetState))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(List<SealedCopy>))]
[JsonSerializable(typeof(List<Guid>))]
internal sealed partial class AppJson : JsonSerializerContext;
