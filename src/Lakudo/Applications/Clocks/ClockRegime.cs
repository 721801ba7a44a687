using Lakudo.Calendar;
using Lakudo.Kernel;

namespace Lakudo.Applications.Clocks;

/// <summary>A rule by which a file's time is counted: which law, which unit, what follows when it is over.</summary>
/// <param name="Key">The stable key.</param>
/// <param name="Name">As staff and applicants read it.</param>
/// <param name="Basis">The law.</param>
/// <param name="Promise">How long; null where each service says so itself.</param>
/// <param name="Effect">What it means.</param>
/// <param name="Confirmed">Whether the rule was read in a source that settles it; otherwise the screen says <em>belum dikonfirmasi</em>.</param>
/// <remarks>From <c>data/clock/regimes.csv</c>. A law that changes is a row that changes, not code.</remarks>
public sealed record ClockRegime(string Key, string Name, string Basis, TimePromise? Promise, string Effect, bool Confirmed)
{
    private static readonly Dictionary<string, ClockRegime> All = DataFile.Read("clock/regimes.csv", column => new ClockRegime(
        column("key"), column("name"), column("basis"), TimePromise.TryParse(column("promise"), out var promise) ? promise : null, column("effect"),
        column("status") == "dikonfirmasi")).ToDictionary(r => r.Key);

    /// <summary>The promise of a service's own standard, which every file has.</summary>
    public static ClockRegime ServiceStandard => All["standar-pelayanan"];

    /// <summary>The time after which a silent authority is deemed to have granted, where no sector rule sets another. Only ever a warning to staff.</summary>
    public static ClockRegime DeemedApproval => All["fiktif-positif"];

    /// <summary>How a promise is written with its regime and unit: <c>3 hari kerja sejak berkas lengkap, menurut standar pelayanan</c>.</summary>
    public string Write(TimePromise promise)
    {
        var text = $"{promise} sejak berkas lengkap, menurut {char.ToLowerInvariant(Name[0])}{Name[1..]}{(Confirmed ? "" : " (belum dikonfirmasi)")}";
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
