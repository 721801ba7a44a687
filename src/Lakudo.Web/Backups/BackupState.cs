using System.Text.Json;
using Lakudo.Web.Host;

namespace Lakudo.Web.Backups;

/// <summary>What the last backups were, kept beside the data in <c>backup.json</c>: a file, because the database may be what is broken.</summary>
/// <param name="VerifiedAt">When the last archive that read back whole was made, UTC; null when none was yet.</param>
/// <param name="Archive">Its path.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="TriedAt">When one was last tried, UTC.</param>
/// <param name="Failure">Why the last try failed; null when it did not.</param>
public sealed record BackupState(DateTime? VerifiedAt, string? Archive, long Size, double Seconds, DateTime? TriedAt, string? Failure)
{
    /// <summary>Reads it; nothing known when there is no file or it was cut by a power failure.</summary>
    public static BackupState Read(Settings settings)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupState>(File.ReadAllBytes(Place(settings)))!;
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return new(null, null, 0, 0, null, null);
        }
    }

    /// <summary>Keeps it. A full disk keeps it from being kept, not from being told.</summary>
    internal void Write(Settings settings)
    {
        try
        {
            File.WriteAllBytes(Place(settings) + ".new", JsonSerializer.SerializeToUtf8Bytes(this));
            File.Move(Place(settings) + ".new", Place(settings), overwrite: true);
        }
        catch (IOException)
        {
            // The next try writes it.
        }
    }

    private static string Place(Settings settings) => Path.Combine(settings.Data, "backup.json");
}
