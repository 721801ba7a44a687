using System.Globalization;

namespace Lakudo.Growth.Quality;

/// <summary>One plain Indonesian sentence for a finding: what it means and what to do.</summary>
internal static class IndonesianSentences
{
    public static string Of(QualityFinding finding) => finding.Verdict switch
    {
        QualityVerdict.TooFew => $"{Subject(finding.Check)} belum dapat dinilai: baru ada {Whole(finding.Count)} {Unit(finding.Check)}, perlu sedikitnya {Whole(finding.Limit.Least)}.",
        QualityVerdict.Good => Good(finding),
        _ => Fault(finding),
    };

    /// <remarks>Some equal heights are chance and no reason to measure anybody again; a fall, a jump or an implausible z always is.</remarks>
    private static string Good(QualityFinding finding) => finding.Cases.Count > 0 && finding.Check != QualityCheck.RepeatedHeight
        ? $"{Subject(finding.Check)} wajar ({Figure(finding)}); {(finding.Check == QualityCheck.WeightJump ? "timbang" : "ukur")} ulang anak yang tercantum."
        : $"{Subject(finding.Check)} wajar ({Figure(finding)}).";

    private static string Fault(QualityFinding finding)
    {
        var (value, hits, count) = (Number(finding.Value ?? 0), finding.Hits ?? 0, finding.Count);
        return finding.Check switch
        {
            QualityCheck.WeightDigits =>
                $"{Digits(finding, "berat")}: berat dibulatkan atau dikira-kira; minta pengukur membaca timbangan sampai 0,1 kg dan timbang ulang beberapa anak bersama-sama.",
            QualityCheck.HeightDigits =>
                $"{Digits(finding, "tinggi")}: tinggi dibulatkan atau dikira-kira; minta pengukur membaca alat ukur sampai 0,1 cm dan ukur ulang beberapa anak bersama-sama.",
            QualityCheck.AgeHeaping =>
                $"{Months(finding)}: tanggal lahir banyak yang dikira-kira; cocokkan dengan akta kelahiran atau buku KIA.",
            QualityCheck.BirthDays =>
                $"{value} % anak tercatat lahir tanggal 1 atau 15, padahal wajarnya sekitar 7 %: tanggal lahir banyak yang dikira-kira; cocokkan dengan akta kelahiran atau buku KIA.",
            QualityCheck.SpreadOfLengthForAge or QualityCheck.SpreadOfWeightForAge or QualityCheck.SpreadOfWeightForLength => IsNarrow(finding)
                ? $"Simpang baku z-skor {Index(finding.Check)} hanya {value}: hasil ukur terlalu seragam, mungkin disalin atau dikarang; ukur ulang beberapa anak dengan pendamping."
                : $"Simpang baku z-skor {Index(finding.Check)} {value}, padahal wajarnya paling banyak {Number(finding.Limit.Watch!.Value)}: banyak ukuran atau umur yang meleset; periksa alat, latih ulang pengukur dan ukur ulang beberapa anak.",
            QualityCheck.FlagsOfLengthForAge or QualityCheck.FlagsOfWeightForAge or QualityCheck.FlagsOfWeightForLength =>
                $"{Whole(hits)} dari {Whole(count)} z-skor {Index(finding.Check)} mustahil ({value} %): ada ukuran, tanggal lahir atau jenis kelamin yang salah catat; periksa dan ukur ulang anak yang tercantum.",
            QualityCheck.MissingWeight => $"Berat tidak tercatat pada {value} % kunjungan: anak itu hilang dari hitungan gizi; pastikan setiap anak yang datang ditimbang dan dicatat.",
            QualityCheck.MissingHeight => $"Tinggi tidak tercatat pada {value} % kunjungan yang semestinya mengukur tinggi: anak pendek tidak terlihat; sediakan alat ukur dan ukur setiap anak yang datang.",
            QualityCheck.MissingAge => $"Umur tidak diketahui pada {value} % kunjungan: status gizi menurut umur tidak dapat dihitung; lengkapi tanggal lahir dari akta atau buku KIA.",
            QualityCheck.MissingSex => $"Jenis kelamin tidak tercatat pada {value} % kunjungan: status gizi tidak dapat dihitung; lengkapi dari buku KIA.",
            QualityCheck.SexRatio => $"Tercatat {Whole(hits)} anak laki-laki dan {Whole(count - hits)} perempuan, jauh dari lazimnya (105 banding 100): sebagian anak tidak datang atau jenis kelamin salah catat; cocokkan dengan daftar sasaran.",
            QualityCheck.FallingHeight => $"Tinggi turun pada {Whole(hits)} dari {Whole(count)} pasang kunjungan ({value} %): anak tidak menyusut, jadi salah satu ukuran keliru; ukur ulang anak yang tercantum.",
            QualityCheck.RepeatedHeight => $"Tinggi sama persis dengan kunjungan sebelumnya pada {Whole(hits)} dari {Whole(count)} pasang kunjungan ({value} %): tinggi mungkin disalin, bukan diukur; ukur ulang anak yang tercantum dengan pendamping.",
            QualityCheck.WeightJump => $"Berat melompat pada {Whole(hits)} dari {Whole(count)} pasang kunjungan ({value} %): mungkin salah timbang, salah catat atau tertukar anak; timbang ulang anak yang tercantum.",
            _ => $"Tinggi melompat pada {Whole(hits)} dari {Whole(count)} pasang kunjungan ({value} %): mungkin salah ukur, salah catat atau tertukar anak; ukur ulang anak yang tercantum.",
        };
    }

    private static string Digits(QualityFinding finding, string measure)
    {
        var (isRound, digit, percent) = DigitWords.Of(finding);
        return isRound
            ? $"{Number(percent)} % {measure} berakhir dengan ,0 atau ,5, padahal wajarnya sekitar 20 %"
            : $"{Number(percent)} % {measure} berakhir dengan ,{digit}, padahal wajarnya sekitar 10 %";
    }

    private static string Months(QualityFinding finding)
    {
        var (isRound, month, percent) = DigitWords.Of(finding);
        return isRound
            ? $"{Number(percent)} % anak tercatat berumur tepat sekian tahun atau sekian tahun setengah, padahal wajarnya sekitar 17 %"
            : $"{Number(percent)} % anak tercatat berumur sekian tahun lebih {month} bulan, padahal wajarnya sekitar 8 %";
    }

    private static string Figure(QualityFinding finding) => finding.Check switch
    {
        QualityCheck.WeightDigits or QualityCheck.HeightDigits or QualityCheck.AgeHeaping => $"skor {Number(finding.Value ?? 0)} dari {Whole(finding.Count)} {Unit(finding.Check)}",
        QualityCheck.SpreadOfLengthForAge or QualityCheck.SpreadOfWeightForAge or QualityCheck.SpreadOfWeightForLength => $"simpang baku {Number(finding.Value ?? 0)}",
        QualityCheck.SexRatio => $"{Whole(finding.Hits ?? 0)} laki-laki, {Whole(finding.Count - (finding.Hits ?? 0))} perempuan",
        _ => $"{Whole(finding.Hits ?? 0)} dari {Whole(finding.Count)}",
    };

    private static string Subject(QualityCheck check) => check switch
    {
        QualityCheck.WeightDigits => "Angka terakhir berat",
        QualityCheck.HeightDigits => "Angka terakhir tinggi",
        QualityCheck.AgeHeaping => "Sebaran umur",
        QualityCheck.BirthDays => "Sebaran tanggal lahir",
        QualityCheck.SpreadOfLengthForAge or QualityCheck.SpreadOfWeightForAge or QualityCheck.SpreadOfWeightForLength => $"Sebaran z-skor {Index(check)}",
        QualityCheck.FlagsOfLengthForAge or QualityCheck.FlagsOfWeightForAge or QualityCheck.FlagsOfWeightForLength => $"Banyaknya z-skor {Index(check)} yang mustahil",
        QualityCheck.MissingWeight => "Kelengkapan berat",
        QualityCheck.MissingHeight => "Kelengkapan tinggi",
        QualityCheck.MissingAge => "Kelengkapan umur",
        QualityCheck.MissingSex => "Kelengkapan jenis kelamin",
        QualityCheck.SexRatio => "Perbandingan laki-laki dan perempuan",
        QualityCheck.FallingHeight => "Banyaknya tinggi yang turun",
        QualityCheck.RepeatedHeight => "Banyaknya tinggi yang sama persis",
        QualityCheck.WeightJump => "Banyaknya lompatan berat",
        _ => "Banyaknya lompatan tinggi",
    };

    private static string Unit(QualityCheck check) => check switch
    {
        QualityCheck.WeightDigits => "berat",
        QualityCheck.HeightDigits => "tinggi",
        QualityCheck.AgeHeaping => "anak umur 1-4 tahun",
        QualityCheck.BirthDays or QualityCheck.SexRatio or QualityCheck.SpreadOfLengthForAge or QualityCheck.SpreadOfWeightForAge or QualityCheck.SpreadOfWeightForLength => "anak",
        >= QualityCheck.FallingHeight => "pasang kunjungan",
        >= QualityCheck.MissingWeight => "kunjungan",
        _ => "z-skor",
    };

    private static string Index(QualityCheck check) => check switch
    {
        QualityCheck.SpreadOfLengthForAge or QualityCheck.FlagsOfLengthForAge => "TB/U",
        QualityCheck.SpreadOfWeightForAge or QualityCheck.FlagsOfWeightForAge => "BB/U",
        _ => "BB/TB",
    };

    private static bool IsNarrow(QualityFinding finding) => finding.Value < finding.Limit.WatchBelow;

    /// <remarks>The library also runs without any culture (in the browser), so the decimal comma is set here.</remarks>
    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Whole(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');
}
