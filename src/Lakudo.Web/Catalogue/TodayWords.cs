using Lakudo.Hall.Setup;
using Lakudo.Kernel;

namespace Lakudo.Web.Catalogue;

/// <summary>What the clerks said of a service today, in words.</summary>
public static class TodayWords
{
    /// <summary>Each obstacle with its words, as they stand inside a sentence.</summary>
    public static IReadOnlyList<(ServiceObstacles Obstacle, string Words)> All { get; } =
    [
        (ServiceObstacles.NoOfficer, "loket tidak dijaga"),
        (ServiceObstacles.NoSigner, "pejabat tidak di tempat"),
        (ServiceObstacles.OutsideApplicationDown, "aplikasi instansi tidak dapat dibuka"),
        (ServiceObstacles.NetworkDown, "jaringan mati"),
        (ServiceObstacles.NoBlanks, "blangko habis"),
    ];

    /// <summary>The words as they begin a line.</summary>
    public static string Begin(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Yes, not yet, or no word.</summary>
    public static string Say(TodayStatus.Answer? status) => status switch
    {
        null => "Belum ada kabar",
        { Obstacles: ServiceObstacles.None } => "Bisa dilayani",
        _ => "Ada kendala",
    };

    /// <summary>What stands in the way, for example <c>blangko habis, jaringan mati</c>.</summary>
    public static string Why(TodayStatus.Answer? status) =>
        status is null ? "" : string.Join(", ", All.Where(o => status.Obstacles.HasFlag(o.Obstacle)).Select(o => o.Words));

    /// <summary>When it was said, local time.</summary>
    public static string At(TodayStatus.Answer status, TimeZoneInfo zone) => Clock.Local(status.SetAt, zone).ToString("HH.mm", Formats.Indonesian);
}
