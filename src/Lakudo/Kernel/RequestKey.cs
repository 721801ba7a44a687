namespace Lakudo.Kernel;

/// <summary>The idempotency key of a request. Forms carry a UUIDv7, which says when it was made; other programs may use any text.</summary>
internal static class RequestKey
{
    private const int VersionAt = 12;
    private const int Digits = 32;

    /// <summary>
    /// Whether a key says that it was made longer ago than answers are kept. What came under it may have been done long ago and be unknown by now: it is not done again without a person who
    /// looks first.
    /// </summary>
    /// <remarks>A sample's time is not that of the programs that send to it, so there no key is too old.</remarks>
    public static bool IsTooOld(string? key, Clock clock) => !clock.IsSample && MadeAt(key) is { } made && clock.Now - made > StoredAnswer.Life;

    /// <summary>When a key was made; null for one that does not say. A step of a larger act writes its name behind a slash.</summary>
    public static DateTime? MadeAt(string? key)
    {
        var first = key is null ? "" : key.Split('/')[0];
        if (!Guid.TryParse(first, out var id)) return null;
        var digits = id.ToString("N");
        return digits.Length == Digits && digits[VersionAt] == '7' ? DateTime.UnixEpoch.AddMilliseconds(Convert.ToInt64(digits[..VersionAt], 16)) : null;
    }
}
