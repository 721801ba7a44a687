using System.Text.Json;
using Lakudo.Web.Host;

namespace Lakudo.Web.Https;

/// <summary>How the last order went, kept beside the data in <c>https.json</c>, so that a program that is restarted over and over does not use up the authority's patience.</summary>
/// <param name="TriedAt">When one was last ordered, UTC; null when never.</param>
/// <param name="Failures">How many in a row failed.</param>
/// <param name="Failure">Why the last one failed; null when it did not.</param>
public sealed record AcmeState(DateTime? TriedAt, int Failures, string? Failure)
{
    /// <summary>Reads it; nothing known when there is no file or it was cut.</summary>
    public static AcmeState Read(Settings settings)
    {
        try
        {
            return JsonSerializer.Deserialize<AcmeState>(File.ReadAllBytes(Place(settings)))!;
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return new(null, 0, null);
        }
    }

    /// <summary>Keeps it.</summary>
    internal void Write(Settings settings)
    {
        File.WriteAllBytes(Place(settings) + ".new", JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(Place(settings) + ".new", Place(settings), overwrite: true);
    }

    private static string Place(Settings settings) => Path.Combine(settings.Data, "https.json");
}
