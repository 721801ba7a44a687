using Lakudo.Children.Consent;
using Lakudo.Children.Measuring;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Growth.Quality;
using Lakudo.Kernel;

namespace Lakudo.Web.Children;

/// <summary>How measurements are read on the puskesmas' pages.</summary>
internal static class ChildWords
{
    /// <summary>9,2 kg.</summary>
    public static string Weight(int? grams) => grams is { } g ? (g / 1000m).ToString("0.0#", Formats.Indonesian) + " kg" : "–";

    /// <summary>75,5 cm.</summary>
    public static string Length(int? tenths) => tenths is { } t ? (t / 100m).ToString("0.0#", Formats.Indonesian) + " cm" : "–";

    /// <summary>-2,15.</summary>
    public static string Z(int? hundredths) => hundredths is { } z ? (z / 100m).ToString("0.00", Formats.Indonesian) : "–";

    /// <summary>The class of length for age as measured, of who is short; never the word for a diagnosis.</summary>
    public static string? Short(int? hundredths) => hundredths is >= -600 and < LengthWords.Short ? LengthWords.Of(hundredths) : null;

    /// <summary>Boy or girl.</summary>
    public static string Of(Sex? sex) => sex switch { Sex.Male => "laki-laki", Sex.Female => "perempuan", _ => "belum tercatat" };

    /// <summary>Lying or standing.</summary>
    public static string Of(Position? position) => position switch { Position.Lying => "terlentang", Position.Standing => "berdiri", _ => "" };

    /// <summary>Whether the family has the mother-and-child book or the growth card, as it said last.</summary>
    public static string OfBook(PastService? said) => said switch { { Yes: true } => "ada", { } => "belum ada", null => "belum ditanya" };

    /// <summary>Why a measurement is doubtful.</summary>
    public static string Of(Doubt doubt) => doubt switch
    {
        Doubt.HeightFell => "lebih pendek dari sebelumnya",
        Doubt.HeightJumped => "tinggi melonjak",
        Doubt.WeightJumped => "berat berubah lebih dari 15%",
        Doubt.Implausible => "angka tidak masuk akal menurut WHO",
        Doubt.RoundedDigits => "angka dibulatkan",
        _ => "terlalu muda untuk berdiri",
    };

    /// <summary>Why a measurement should be taken again, with what was found.</summary>
    public static string Again(QualityCheck check, double change) => check switch
    {
        QualityCheck.FallingHeight => $"lebih pendek {Math.Abs(change).ToString("0.0", Formats.Indonesian)} cm dari sebelumnya",
        QualityCheck.RepeatedHeight => "tinggi sama persis dengan sebelumnya",
        QualityCheck.WeightJump => $"berat berubah {Math.Abs(change).ToString("0", Formats.Indonesian)}%",
        QualityCheck.HeightJump => $"tinggi bertambah {change.ToString("0.0", Formats.Indonesian)} cm",
        _ => $"skor-z {change.ToString("0.00", Formats.Indonesian)}, tidak masuk akal menurut WHO",
    };

    /// <summary>How far it counts.</summary>
    public static string Of(MeasurementState state, Validation validation) => (state, validation) switch
    {
        (MeasurementState.InQuestion, _) => "belum ditentukan",
        (MeasurementState.Struck, Validation.Struck) => "dicoret puskesmas",
        (MeasurementState.Struck, _) => "diganti kader",
        (_, Validation.Kept) => "dipastikan",
        _ => "dihitung",
    };

    /// <summary>A part of a child's identity.</summary>
    public static string Of(CorrectedField field) => field switch
    {
        CorrectedField.Name => "nama",
        CorrectedField.Sex => "jenis kelamin",
        CorrectedField.Birth => "tanggal lahir",
        CorrectedField.BirthOrder => "anak ke",
        CorrectedField.MotherName => "nama ibu",
        _ => "alamat",
    };

    /// <summary>Who measured; of a measurement from a file nobody is known, only who brought the file in.</summary>
    public static string Measurer(string? measurer, string? importer = null) => measurer ?? (importer is null ? "pengukur tidak diketahui (dari berkas)" : $"tidak diketahui (dari berkas, dimasukkan {importer})");

    /// <summary>How long, in the largest unit that says it: 6 hari, 5 jam, 12 menit.</summary>
    public static string Span(int seconds) => TimeSpan.FromSeconds(Math.Abs((long)seconds)) switch
    {
        { TotalDays: >= 2 } span => $"{(int)span.TotalDays} hari",
        { TotalHours: >= 2 } span => $"{(int)span.TotalHours} jam",
        var span => $"{(int)span.TotalMinutes} menit",
    };

    /// <summary>5 Januari 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Formats.Indonesian);

    /// <summary>N, T, O or B.</summary>
    public static string Of(KmsMark? mark) => mark?.ToString() ?? "–";
}
