using System.Collections.Immutable;
using Lakudo.Children.Reports;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;

namespace Lakudo.Web.Children.Reports;

/// <summary>What stands in the monthly report, the same on the page, on paper and in the workbook.</summary>
internal static class SkdnWords
{
    /// <summary>A column: a count or a share.</summary>
    /// <param name="Head">Short.</param>
    /// <param name="Meaning">In a sentence.</param>
    /// <param name="Count">The count, which gives null where it is left to be filled in by hand; null for a share.</param>
    /// <param name="Share">The share, 0 to 1.</param>
    internal sealed record Column(string Head, string Meaning, Func<SkdnCount, int?>? Count = null, Func<SkdnCount, double?>? Share = null);

    /// <summary>The monthly report (F1).</summary>
    internal static readonly ImmutableArray<Column> Report =
    [
        new("S", "semua balita", c => c.S), new("K", "punya buku KIA atau KMS menurut jawaban terakhir keluarga", c => IsAsked(c) ? c.K : null), new("D", "ditimbang", c => c.D), new("N", "naik", c => c.N), new("T", "tidak naik", c => c.T),
        new("O", "tidak ditimbang bulan lalu", c => c.O), new("B", "baru pertama ditimbang", c => c.B), new("2T", "dua kali tidak naik", c => c.TwiceT), new("BGM", "di bawah garis merah", c => c.BelowRed),
        new("K/S", "jangkauan program", Share: c => IsAsked(c) ? c.ProgrammeReach : null), new("D/K", "kelangsungan penimbangan (belum dikonfirmasi)", Share: c => IsAsked(c) ? c.Continuity : null),
        new("D/S", "partisipasi", Share: c => c.Participation), new("N/D", "keberhasilan, dari semua yang ditimbang", Share: c => c.Success(SuccessDenominator.AllWeighed)),
        new("N/(D−O−B)", "keberhasilan, tanpa O dan B", Share: c => c.Success(SuccessDenominator.Comparable)), new("BGM/D", "", Share: c => c.BelowRedShare), new("2T/D", "", Share: c => c.TwiceTShare),
    ];

    /// <summary>The counts of the register (R1).</summary>
    internal static readonly ImmutableArray<Column> Register = [.. Report.Where(c => c.Count is not null)];

    /// <summary>The age groups as the register calls them.</summary>
    internal static string Of(SipAgeGroup group) => group switch
    {
        SipAgeGroup.Months0To5 => "0–5 bulan",
        SipAgeGroup.Months6To11 => "6–11 bulan",
        SipAgeGroup.Months12To23 => "12–23 bulan",
        _ => "24–59 bulan",
    };

    /// <summary>The lines of the register: each age group, then all.</summary>
    internal static IEnumerable<(string Name, Func<Sex?, SkdnCount> Count)> Lines(SkdnRegister counts) => Enum.GetValues<SipAgeGroup>()
        .Select(g => (Of(g), (Func<Sex?, SkdnCount>)(sex => sex is { } one ? counts.Of(one, g) : counts.Of(g))))
        .Append(("Semua", sex => sex is { } one ? counts.Of(one) : counts.Total));

    /// <summary>What stands in a cell; nothing where it is left to be filled in by hand.</summary>
    internal static string Cell(Column column, SkdnCount counts) =>
        column.Count is { } count ? count(counts)?.ToString("N0", Formats.Indonesian) ?? "" : column.Share is { } share ? Percent(share(counts)) : "";

    /// <summary>Whether anybody was asked after the book. Where nobody was, none is no answer: K is left empty, as it was before it was asked.</summary>
    private static bool IsAsked(SkdnCount counts) => counts.S == 0 || counts.CardUnknown < counts.S;

    /// <summary>62,5 %, or a line where the denominator is nothing.</summary>
    internal static string Percent(double? share) => share is { } s ? (s * 100).ToString("N1", Formats.Indonesian) + " %" : "–";

    /// <summary>Oktober 2026.</summary>
    internal static string Of(CalendarMonth month) => month.FirstDay.ToString("MMMM yyyy", Formats.Indonesian);

    /// <summary>What has to be known to read it.</summary>
    internal static IEnumerable<string> Notes(SkdnReport.Answer report)
    {
        if (report.IsRunning) yield return $"Bulan ini belum selesai: angka sampai {report.Today.ToString("d MMMM yyyy", Formats.Indonesian)}.";
        if (report.Total.Total.CardUnknown is > 0 and var unknown)
            yield return $"K belum lengkap: {unknown.ToString("N0", Formats.Indonesian)} anak belum ditanya. Selama itu K dan K/S terlalu rendah dan D/K terlalu tinggi; yang kosong diisi dari buku posyandu.";
        yield return $"N/D yang dilaporkan: {(report.Rules.Denominator == SuccessDenominator.AllWeighed ? "dari semua yang ditimbang (D)" : "tanpa O dan B (D−O−B)")}{(report.Rules.Rule.IsConfirmed ? "" : ", belum dikonfirmasi")}.";
        yield return "Umur dihitung pada hari ditimbang, bagi yang tidak ditimbang pada akhir bulan. Anak dihitung di posyandunya yang sekarang; yang jenis kelaminnya belum tercatat hanya ada pada jumlah.";
    }
}
