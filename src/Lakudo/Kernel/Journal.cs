using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>
/// Something that happened, named by a past participle. Its properties are ids, codes and moments - never names, NIK, telephone numbers
/// or health values, so that a person's erasure leaves the journal whole.
/// </summary>
public interface IFact
{
    /// <summary>The id of what it happened to.</summary>
    Guid Subject { get; }
}

/// <summary>A fact on its way into the journal.</summary>
/// <param name="Fact">What happened.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Why">The reason given, where the act asks for one; no personal data.</param>
/// <param name="Stream">A series that is numbered without gaps, such as a hall's day; null for none.</param>
/// <param name="StreamSeq">The number in the series.</param>
public sealed record Happening(IFact Fact, Caller By, DateTime At, string? Why = null, string? Stream = null, int? StreamSeq = null);

/// <summary>Writes facts to the journal, one hash chain per region.</summary>
public static class Journal
{
    /// <summary>How facts are written as JSON: property names as they are, enums by name.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>
    /// Adds rows for facts to the context and moves the region's chain on. Must run inside the transaction that changes the things themselves;
    /// from here to the commit other writers of the region wait.
    /// </summary>
    internal static async Task Append(LakudoDb db, int region, IReadOnlyList<Happening> happenings, CancellationToken ct)
    {
        if (happenings.Count == 0)
        {
            return;
        }

        var count = happenings.Count;
        // The update takes the row's lock first; what is read after it is the newest head, on every database.
        var heads = await db.JournalHeads.Where(h => h.RegionId == region).ExecuteUpdateAsync(s => s.SetProperty(h => h.Seq, h => h.Seq + count), ct);
        JournalHead head;
        if (heads == 0)
        {
            head = new JournalHead { RegionId = region, Seq = count, Hash = new byte[32] };
            db.JournalHeads.Add(head);
        }
        else
        {
            foreach (var tracked in db.ChangeTracker.Entries<JournalHead>().ToList())
            {
                tracked.State = EntityState.Detached;
            }

            head = await db.JournalHeads.SingleAsync(h => h.RegionId == region, ct);
        }

        var seq = head.Seq - count;
        foreach (var happening in happenings)
        {
            var entry = new JournalEntry
            {
                RegionId = region,
                Seq = ++seq,
                At = Clock.Cut(happening.At),
                ById = happening.By.Id,
                ByRole = happening.By.Assignments.IsDefaultOrEmpty ? nameof(Role.Public) : happening.By.Assignments[0].Role.ToString(),
                Fact = happening.Fact.GetType().Name,
                Subject = happening.Fact.Subject,
                Data = JsonSerializer.Serialize(happening.Fact, happening.Fact.GetType(), Json),
                Why = happening.Why,
                Stream = happening.Stream,
                StreamSeq = happening.StreamSeq,
            };
            entry.Hash = HashOf(head.Hash, entry);
            head.Hash = entry.Hash;
            db.JournalEntries.Add(entry);
        }
    }

    /// <summary>The hash of an entry: SHA-256 over the hash before it and every field, each with its length before it.</summary>
    internal static byte[] HashOf(byte[] before, JournalEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        foreach (var field in (ReadOnlySpan<string?>)
                 [
                     entry.RegionId.ToString(Invariant), entry.Seq.ToString(Invariant), entry.At.Ticks.ToString(Invariant), entry.ById?.ToString("N"),
                     entry.ByRole, entry.Fact, entry.Subject.ToString("N"), entry.Data, entry.Why, entry.Stream, entry.StreamSeq?.ToString(Invariant),
                 ])
        {
            var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
            hash.AppendData(BitConverter.GetBytes(field is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
