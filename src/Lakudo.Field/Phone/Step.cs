using System.Text.Json.Serialization;

namespace Lakudo.Field.Phone;

/// <summary>One step of work for the phone's safe: written whole or not at all.</summary>
public sealed record Step
{
    /// <summary>Records to write (JSON) or, with null, to forget.</summary>
    public List<Put> Put { get; } = [];

    /// <summary>Copies to seal to the region.</summary>
    public List<Seal> Seals { get; } = [];

    /// <summary>Entries that are in the register: their sealed copies may go.</summary>
    public List<Guid> Sent { get; } = [];

    /// <summary>How many visits are not yet in the register; shown also when locked.</summary>
    public int Unsent { get; set; }

    /// <summary>When the oldest of them was entered (milliseconds since 1970); 0 when there is none.</summary>
    public long Oldest { get; set; }

    /// <summary>The region's key when it has changed.</summary>
    public RegionKey? RegionKey { get; set; }

    /// <summary>For how many days from now the list of the day opens by the PIN alone; null leaves it as it is.</summary>
    public int? TodayDays { get; set; }
}

/// <summary>A record of the safe.</summary>
/// <param name="Key">Its name: says what kind it is and which id, never whose.</param>
/// <param name="Value">Its JSON; null forgets it.</param>
public sealed record Put(string Key, string? Value)
{
    /// <summary>Whether it belongs to the history, which opens with the server's share only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsHistory { get; init; }
}

/// <summary>A copy to be sealed.</summary>
/// <param name="Id">The sealed batch's id.</param>
/// <param name="Entries">The entries in it.</param>
/// <param name="Payload">The JSON of a <see cref="Batch"/>.</param>
public sealed record Seal(Guid Id, IReadOnlyList<Guid> Entries, string Payload);

/// <summary>The JSON of what only the phone keeps.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Step))]
[JsonSerializable(typeof(Visit))]
[JsonSerializable(typeof(PendingBatch))]
[JsonSerializable(typeof(PhoneBook))]
[JsonSerializable(typeof(Dictionary<string, string>))]
public sealed partial class PhoneJson : JsonSerializerContext;
