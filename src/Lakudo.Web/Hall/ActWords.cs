using Lakudo.Hall;
using Lakudo.Kernel;

namespace Lakudo.Web.Hall;

/// <summary>What was done at a counter, as its clerk reads it.</summary>
public static class ActWords
{
    /// <summary>One or two full sentences.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="counter">What stands above the counter.</param>
    /// <param name="zone">The hall's zone.</param>
    /// <param name="left">Lines of the counter in which people wait while no counter is open for them.</param>
    public static string Of(LastAct act, string counter, TimeZoneInfo zone, IReadOnlyList<Floor.LineRow> left) => act.Kind switch
    {
        CounterActKind.Opened => $"Loket {counter} dibuka.",
        CounterActKind.Closed => $"Loket {counter} ditutup.{Left(left)}",
        CounterActKind.Called => $"{act.Number} dipanggil ke Loket {counter}.",
        CounterActKind.Recalled => $"{act.Number} dipanggil ulang ke Loket {counter}.",
        CounterActKind.Missed => $"{act.Number} ditandai tidak hadir. Nomor ini kembali ke antrean pukul {At(act.ReturnsAt!.Value, zone)}.",
        CounterActKind.NotShown => $"{act.Number} dua kali tidak hadir. Nomor ini berakhir.",
        CounterActKind.Started => $"{act.Number} mulai dilayani di Loket {counter}.",
        CounterActKind.Finished => $"{act.Number} selesai dilayani.",
        CounterActKind.Transferred => $"{act.Number} dialihkan ke antrean {act.ToLine}.",
        CounterActKind.PriorityCorrected => act.Priority
            ? $"{act.Number} dicatat sebagai prioritas." : $"{act.Number} dicatat tanpa prioritas.",
        CounterActKind.NoShowTakenBack => $"Tanda tidak hadir {act.Number} diurungkan. Nomor ini masih dipanggil ke Loket {counter}.",
        _ => $"Selesainya {act.Number} diurungkan. Nomor ini masih dilayani di Loket {counter}.",
    };

    private static string Left(IReadOnlyList<Floor.LineRow> lines) => lines.Count == 0 ? ""
        : $" {lines.Sum(l => l.Waiting)} orang masih menunggu di antrean {string.Join(", ", lines.Select(l => l.Code))}, "
            + "dan tidak ada loket lain yang buka untuk mereka.";

    private static string At(DateTime at, TimeZoneInfo zone) => Clock.Local(at, zone).ToString("HH'.'mm", Formats.Indonesian);
}
