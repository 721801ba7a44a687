using System.Collections.Immutable;
using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall.Live;

/// <summary>The line in front of the database: one activation for a hall and day. Its key is <see cref="DayKey.ToString"/>.</summary>
internal interface IHallDayGrain : IGrainWithStringKey
{
    /// <summary>Decides and saves a command, together with whatever else waits.</summary>
    Task<HallReply> Do(HallAsk ask);
}

/// <summary>A command with who asks for it.</summary>
/// <param name="Command">What is wanted.</param>
/// <param name="CallerId">Account, device or client; null for the public and Lakudo itself.</param>
/// <param name="Role">The role under which it is journaled.</param>
/// <param name="Key">Idempotency key, or null for Lakudo's own commands.</param>
/// <param name="Why">The reason given, where one is asked; no personal data.</param>
/// <param name="Agencies">The agencies whose counters alone the caller may run, besides the hall's own; null for all.</param>
[GenerateSerializer, Immutable]
internal sealed record HallAsk(HallCommand Command, Guid? CallerId, Role Role, string? Key, string? Why = null, ImmutableArray<int>? Agencies = null);

/// <summary>What became of a command.</summary>
/// <param name="Refusal">Why it was refused, or null.</param>
/// <param name="Ticket">The ticket it was about, as it stands now.</param>
/// <param name="Place">The ticket's place in its line, when it waits.</param>
/// <param name="Seq">Number of the day's last fact when it was answered.</param>
[GenerateSerializer, Immutable]
internal sealed record HallReply(Refusal? Refusal, HallTicket? Ticket, PlaceInLine? Place, long Seq)
{
    /// <summary>The answer of a day that is leaving its node: ask again, it lives on another soon.</summary>
    public static HallReply Moves { get; } = new(HallRefusals.HallMoves, null, null, 0);
}

/// <summary>A hall's day as the key of its grain and of its series in the journal.</summary>
/// <param name="Region">The region.</param>
/// <param name="Hall">The hall.</param>
/// <param name="Day">The local day.</param>
internal readonly record struct DayKey(int Region, int Hall, DateOnly Day)
{
    /// <summary>The journal's stream, for example <c>hall/1/2026-03-02</c>.</summary>
    public string Stream => $"hall/{Hall}/{Day:yyyy-MM-dd}";

    /// <summary>The grain's key, for example <c>1/1/2026-03-02</c>.</summary>
    public override string ToString() => $"{Region}/{Hall}/{Day:yyyy-MM-dd}";

    /// <summary>Reads a grain's key.</summary>
    public static DayKey Parse(string key)
    {
        var parts = key.Split('/');
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        return new(int.Parse(parts[0], invariant), int.Parse(parts[1], invariant), DateOnly.ParseExact(parts[2], "yyyy-MM-dd", invariant));
    }
}
