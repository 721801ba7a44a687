using Lakudo.Kernel;

namespace Lakudo.Web.Growth;

/// <summary>Why a file of measurements is not read at all. A single bad row is no reason: it is answered in its place (<see cref="RowFault"/>).</summary>
public static class GrowthFileRefusals
{
    /// <summary>There is not even a line with names.</summary>
    public static readonly Refusal Empty = new("G-001", RefusalKind.Invalid,
        "Berkas kosong. Baris pertama harus berisi nama kolom.",
        "The file is empty. Its first line has to name the columns.");

    /// <summary>A column that cannot be done without. {0}: its name.</summary>
    public static readonly Refusal NoColumn = new("G-002", RefusalKind.Invalid,
        "Kolom {0} tidak ada. Tambahkan kolom itu, atau sebutkan namanya di berkas dengan --column {0}=NAMA.",
        "There is no column {0}. Add it, or give its name in the file with --column {0}=NAME.");

    /// <summary>Two columns of one name. {0}: the name.</summary>
    public static readonly Refusal ColumnTwice = new("G-003", RefusalKind.Invalid,
        "Kolom {0} ada dua kali. Hapus atau beri nama lain salah satunya.",
        "There are two columns {0}. Remove or rename one of them.");

    /// <summary>A mapping names a column that the file does not have. {0}: the name in the file.</summary>
    public static readonly Refusal MappedToNothing = new("G-004", RefusalKind.Invalid,
        "Kolom \"{0}\" yang disebut dengan --column tidak ada di berkas. Periksa ejaannya pada baris pertama.",
        "The file has no column \"{0}\" as --column says. Compare the spelling with the first line.");

    /// <summary>A mapping is not NAME=HEADER with a known name. {0}: what was given.</summary>
    public static readonly Refusal UnknownMapping = new("G-005", RefusalKind.Invalid,
        "--column {0} tidak dapat dipakai. Tulis NAMA=KOLOM dengan NAMA salah satu dari: {1}.",
        "--column {0} cannot be used. Write NAME=HEADER with one of these names: {1}.");

    /// <summary>No way to an age, and no measure that does without.</summary>
    public static readonly Refusal NoAge = new("G-006", RefusalKind.Invalid,
        "Umur tidak ada. Perlu age_days, atau age_months, atau birth_date dan visit_date.",
        "There is no age. It takes age_days, or age_months, or birth_date and visit_date.");

    /// <summary>More than one way to an age.</summary>
    public static readonly Refusal TwoAges = new("G-007", RefusalKind.Invalid,
        "Umur ada dalam lebih dari satu bentuk. Pilih dengan --age days, --age months, atau --age dates.",
        "The age stands there in more than one form. Choose with --age days, --age months or --age dates.");

    /// <summary>Nothing was measured.</summary>
    public static readonly Refusal NoMeasure = new("G-008", RefusalKind.Invalid,
        "Tidak ada kolom ukuran (weight_kg, lenhei_cm, headc_cm, muac_cm, triskin_mm, subskin_mm).",
        "There is no column with a measure (weight_kg, lenhei_cm, headc_cm, muac_cm, triskin_mm, subskin_mm).");

    /// <summary>Not a text in UTF-8, and not an xlsx either.</summary>
    public static readonly Refusal NotText = new("G-009", RefusalKind.Invalid,
        "Berkas ini bukan CSV berpengodean UTF-8. Simpan ulang sebagai \"CSV UTF-8\" atau xlsx.",
        "This is no CSV in UTF-8. Save it again as \"CSV UTF-8\" or xlsx.");

    /// <summary>One line larger than any buffer. {0}: the line.</summary>
    public static readonly Refusal LineTooLong = new("G-010", RefusalKind.Invalid,
        "Baris {0} lebih panjang dari 8 MB; berkas ini bukan CSV.",
        "Line {0} is longer than 8 MB; this is no CSV.");

    /// <summary>The file cannot be opened. {0}: its name.</summary>
    public static readonly Refusal CannotOpen = new("G-011", RefusalKind.NotFound,
        "Berkas {0} tidak dapat dibuka. Periksa nama dan izinnya.",
        "The file {0} cannot be opened. Check its name and permissions.");

    /// <summary>The file cannot be written. {0}: its name.</summary>
    public static readonly Refusal CannotWrite = new("G-012", RefusalKind.Invalid,
        "Berkas {0} tidak dapat ditulis. Periksa foldernya, izinnya, dan sisa ruang; tidak ada yang diubah.",
        "The file {0} cannot be written. Check its folder, permissions and free space; nothing was changed.");

    /// <summary>Reading and writing the same file.</summary>
    public static readonly Refusal SameFile = new("G-013", RefusalKind.Invalid,
        "Berkas masukan dan keluaran sama. Beri nama lain untuk keluaran.",
        "Input and output are the same file. Give the output another name.");

    /// <summary>A workbook that cannot be read. {0}: its name.</summary>
    public static readonly Refusal BadWorkbook = new("G-014", RefusalKind.Invalid,
        "{0} bukan berkas xlsx yang utuh, atau lembar yang disebut tidak ada di dalamnya. Buka dan simpan ulang sebagai xlsx, lalu coba lagi.",
        "{0} is no whole xlsx file, or has no sheet of that name. Open it, save it as xlsx and try again.");

    /// <summary>A column of the design that is not there. {0}: its name.</summary>
    public static readonly Refusal NoDesignColumn = new("G-015", RefusalKind.Invalid,
        "Kolom rancangan survei \"{0}\" tidak ada di berkas. Periksa ejaannya, atau hilangkan pilihannya bila surveinya tidak punya.",
        "The file has no column \"{0}\" for the design of the survey. Compare the spelling, or leave the option away where the survey has none.");

    /// <summary>A chart is one child's, and boys and girls have charts of their own.</summary>
    public static readonly Refusal SexOfChart = new("G-016", RefusalKind.Invalid,
        "Jenis kelamin anak harus ada dan sama pada semua barisnya.",
        "The sex has to be given and the same in all rows of the child.");

    /// <summary>The KMS counts months from the day of birth.</summary>
    public static readonly Refusal KmsNeedsDates = new("G-017", RefusalKind.Invalid,
        "Grafik KMS memerlukan birth_date dan visit_date, dengan tanggal lahir yang sama pada semua baris anak itu.",
        "The KMS chart takes birth_date and visit_date, with the same day of birth in all rows of the child.");

    /// <summary>Not one measurement that the chart could show.</summary>
    public static readonly Refusal NothingToDraw = new("G-018", RefusalKind.Invalid,
        "Tidak ada pengukuran yang dapat digambar pada grafik ini (umur di bawah 60 bulan dan ukurannya terisi).",
        "There is no measurement that this chart could show (age below 60 months, and the measure filled in).");

    /// <summary>A file with several children. {0}: how many.</summary>
    public static readonly Refusal SeveralChildren = new("G-019", RefusalKind.Invalid,
        "Berkas ini memuat {0} anak. Pilih satu dengan --id.",
        "This file has {0} children. Choose one with --id.");

    /// <summary>No row with this id. {0}: the id.</summary>
    public static readonly Refusal NoChild = new("G-020", RefusalKind.NotFound,
        "Tidak ada baris dengan id {0}.",
        "There is no row with the id {0}.");

    /// <summary>A picture of a kind that is not made. {0}: the name of the file.</summary>
    public static readonly Refusal UnknownPicture = new("G-021", RefusalKind.Invalid,
        "{0}: akhiran yang dikenal ialah .svg, .png, dan .pdf.",
        "{0}: the endings that are known are .svg, .png and .pdf.");

    /// <summary>Not a single typeface on this machine.</summary>
    public static readonly Refusal NoFont = new("G-022", RefusalKind.Unavailable,
        "Huruf tidak ditemukan. Sebutkan berkas .ttf dengan --font, atau pasang paket fonts-dejavu-core.",
        "There is no typeface. Name a .ttf file with --font, or install the package fonts-dejavu-core.");

    /// <summary>Months that are none.</summary>
    public static readonly Refusal BadMonths = new("G-023", RefusalKind.Invalid,
        "--months ditulis seperti 0-24, di antara 0 dan 60.",
        "--months is written as 0-24, between 0 and 60.");

    /// <summary>An export without the columns that are compared. {0}: the first that lacks.</summary>
    public static readonly Refusal NoExportColumn = new("G-024", RefusalKind.Invalid,
        "Kolom {0} tidak ditemukan. Ekspor harus memuat JK, Tgl Lahir, Tanggal Pengukuran, Berat, Tinggi, ZS BB/U, ZS TB/U, dan ZS BB/TB; nama lain disebut dengan --column.",
        "There is no column {0}. The export has to have JK, Tgl Lahir, Tanggal Pengukuran, Berat, Tinggi, ZS BB/U, ZS TB/U and ZS BB/TB; --column gives other names.");

    /// <summary>More rows than a sheet of a workbook holds. {0}: the file.</summary>
    public static readonly Refusal TooManyRows = new("G-025", RefusalKind.Invalid,
        "{0}: satu lembar xlsx hanya memuat 1.048.576 baris. Tulis hasilnya sebagai .csv; tidak ada yang diubah.",
        "{0}: a sheet of an xlsx holds 1,048,576 rows. Write the answer as .csv; nothing was changed.");
}
