namespace Lakudo.Field;

/// <summary>What is not known of a child, so that nobody can say that it grows well.</summary>
[Flags]
public enum Missing : ushort
{
    /// <summary>Nothing: all is known that a good verdict rests on.</summary>
    None = 0,

    /// <summary>Not weighed in the month.</summary>
    Weight = 1,

    /// <summary>Weighed for the first time (B) or not last month (O): whether it gained is not known.</summary>
    Gain = 2,

    /// <summary>The weight before is in doubt or in question, and with it what was gained since.</summary>
    PreviousWeight = 4,

    /// <summary>Length or height is due and was not measured, or nobody can believe it.</summary>
    Height = 8,

    /// <summary>Lying or standing was not written down, and the class depends on it.</summary>
    Position = 16,

    /// <summary>This measurement is in doubt: implausible, a jump, in question, or ordered to be taken again.</summary>
    Doubtful = 32,

    /// <summary>Boy or girl is not known: no z-score.</summary>
    Sex = 64,

    /// <summary>Measured before birth, or five years old: no class by age.</summary>
    Age = 128,
}

/// <summary>What is missing in words, with what to do. The same on the phone and at the puskesmas.</summary>
public static class MissingWords
{
    private static readonly (Missing What, string Words)[] All =
    [
        (Missing.Age, "Umurnya tidak di antara 0 dan 59 bulan. Periksa tanggal lahir dan tanggal ukurnya."),
        (Missing.Sex, "Jenis kelaminnya belum dicatat. Minta puskesmas melengkapi data anak."),
        (Missing.Weight, "Bulan ini belum ditimbang. Timbang anak ini."),
        (Missing.Gain, "Kenaikan berat belum diketahui, karena bulan lalu tidak ditimbang di sini. Timbang lagi bulan depan."),
        (Missing.PreviousWeight, "Berat yang lalu masih diragukan, jadi naik atau tidaknya belum pasti. Puskesmas perlu memeriksanya."),
        (Missing.Height, "Panjang atau tinggi sudah saatnya diukur. Ukur anak ini."),
        (Missing.Position, "Cara ukur, telentang atau berdiri, belum dicatat, padahal hasilnya bergantung padanya. Lengkapi cara ukurnya."),
        (Missing.Doubtful, "Hasil ukur ini masih diragukan. Ukur sekali lagi; puskesmas perlu memeriksanya."),
    ];

    /// <summary>One line for each thing missing: what it is and what to do.</summary>
    public static IEnumerable<string> Of(Missing missing) => All.Where(one => missing.HasFlag(one.What)).Select(one => one.Words);
}
