namespace Lakudo.Field;

/// <summary>What a phone of an earlier edition says at its next sending, signed by its one key: from now on it has two.</summary>
/// <param name="ReadKey">The key that reads and sends (SubjectPublicKeyInfo); its private half lies behind the PIN.</param>
/// <param name="HandInKey">The key that can only hand in sealed work and have PINs counted.</param>
/// <param name="Secret">32 random bytes that the phone keeps masked by its PIN.</param>
/// <param name="Clock">The phone's clock (UTC).</param>
public sealed record ChangeKeys(byte[] ReadKey, byte[] HandInKey, byte[] Secret, DateTime Clock)
{
    /// <summary>Always <see cref="FieldMessages.Keys"/>.</summary>
    public string Message { get; init; } = FieldMessages.Keys;
}

/// <summary>The answer to <see cref="ChangeKeys"/>; the same keys get it again until the new ones were first used.</summary>
public sealed record KeysChanged
{
    /// <summary>The server's share of the key to the history, 32 bytes; null where the phone is to forget.</summary>
    public byte[]? Share { get; init; }

    /// <summary>For how many days after a contact the list of the day opens by the PIN alone.</summary>
    public int TodayDays { get; init; }

    /// <summary>What the phone has to do.</summary>
    public DeviceOrder Order { get; init; }
}

/// <summary>The question for the server's share of the key to the history, signed by the key that hands in. Each is a try of the PIN, and the server counts them.</summary>
/// <param name="Secret">What the PIN unmasked: the phone's 32 bytes where it was right, any other 32 where it was not.</param>
/// <param name="Clock">The phone's clock (UTC).</param>
public sealed record AskShare(byte[] Secret, DateTime Clock)
{
    /// <summary>Always <see cref="FieldMessages.Share"/>.</summary>
    public string Message { get; init; } = FieldMessages.Share;
}

/// <summary>The answer to <see cref="AskShare"/>.</summary>
public sealed record ShareAnswer
{
    /// <summary>The share, 32 bytes; null where the PIN was wrong or the phone is to forget.</summary>
    public byte[]? Share { get; init; }

    /// <summary>Wrong PINs left before the server ends this phone's reading.</summary>
    public int TriesLeft { get; init; }

    /// <summary>For how many days from now the list of the day opens by the PIN alone.</summary>
    public int TodayDays { get; init; }

    /// <summary>What the phone has to do.</summary>
    public DeviceOrder Order { get; init; }
}

/// <summary>For how long a phone opens its list of the day by the PIN alone, counted in days from its last contact.</summary>
public static class TodayLimits
{
    /// <summary>Where a region has set nothing.</summary>
    public const int Usual = 7;

    /// <summary>The fewest that can be set.</summary>
    public const int Fewest = 1;

    /// <summary>The most, and what holds at a posyandu without a signal: from one day of the posyandu to the next, and two weeks of bad weather.</summary>
    public const int Most = 45;
}
