using Lakudo.Kernel;

namespace Lakudo.Children.Import;

/// <summary>Why a file of a region's own is not taken at all. A single bad line is no reason: it is answered in its place.</summary>
public static class ImportRefusals
{
    /// <summary>Not a CSV with lines, and not a workbook.</summary>
    public static readonly Refusal NotATable = new("C-201", RefusalKind.Invalid,
        "Berkas ini tidak dapat dibaca sebagai tabel. Simpan ulang sebagai xlsx atau CSV UTF-8, lalu unggah lagi.",
        "This file cannot be read as a table. Save it again as xlsx or CSV UTF-8 and upload it once more.");

    /// <summary>A column that no child can do without. {0}: its usual name.</summary>
    public static readonly Refusal NoColumn = new("C-202", RefusalKind.Invalid,
        "Kolom \"{0}\" tidak ditemukan pada 30 baris pertama. Pilih profil yang menyebut nama kolom itu di berkas Anda, atau buat profil baru.",
        "There is no column \"{0}\" in the first 30 lines. Choose a profile that gives its name in your file, or make a new one.");

    /// <summary>More than is read at once. {0}: lines.</summary>
    public static readonly Refusal TooLarge = new("C-203", RefusalKind.Invalid,
        "Berkas terlalu besar: paling banyak {0:N0} baris dan 32 MB. Pecah per kecamatan atau per tahun, lalu unggah satu per satu.",
        "The file is too large: at most {0:N0} lines and 32 MB. Split it by kecamatan or year and upload the parts.");

    /// <summary>The trial was of another file, is a day old or was already taken.</summary>
    public static readonly Refusal NoTrial = new("C-204", RefusalKind.NotFound,
        "Uji coba ini sudah tidak ada: sudah dimasukkan, dibatalkan, atau lebih dari 24 jam. Unggah berkasnya lagi.",
        "This trial is gone: entered already, dropped, or older than 24 hours. Upload the file again.");

    /// <summary>Meanwhile the register says something else than the trial showed.</summary>
    public static readonly Refusal TrialOutdated = new("C-205", RefusalKind.Conflict,
        "Register berubah sejak uji coba. Lihat hasil uji coba yang baru, lalu masukkan; belum ada yang diubah.",
        "The register has changed since the trial. Look at the new result, then enter it; nothing was changed.");

    /// <summary>A profile without a name, or with one that is too long.</summary>
    public static readonly Refusal ProfileName = new("C-206", RefusalKind.Invalid,
        "Beri profil ini nama, paling panjang 100 huruf.",
        "Give this profile a name of at most 100 letters.");

    /// <summary>Two columns that are read from one header. {0}: the header.</summary>
    public static readonly Refusal HeaderTwice = new("C-207", RefusalKind.Invalid,
        "Kolom berkas \"{0}\" dipilih untuk dua hal. Pilih yang lain untuk salah satunya.",
        "The file's column \"{0}\" was chosen for two things. Choose another for one of them.");

    /// <summary>Nothing in it can be taken.</summary>
    public static readonly Refusal NothingToTake = new("C-208", RefusalKind.Invalid,
        "Tidak ada baris yang dapat dimasukkan. Perbaiki baris yang ditolak di berkasnya, lalu unggah lagi.",
        "There is no line that could be entered. Mend the refused lines in the file and upload it again.");

    /// <summary>A line of a profile that says nothing. {0}: the line.</summary>
    public static readonly Refusal UnknownColumn = new("C-209", RefusalKind.Invalid,
        "Baris \"{0}\" tidak dapat dipakai. Tulis nama kolom di Lakudo, tanda sama dengan, lalu judul di berkas, misalnya Nama = NAMA BALITA.",
        "The line \"{0}\" cannot be used. Write the column's name in Lakudo, an equals sign and the header in the file, for example Nama = NAMA BALITA.");

    /// <summary>A line that the register refused after the trial had taken it. {0}: the line; {1}: why.</summary>
    public static readonly Refusal LineRefused = new("C-210", RefusalKind.Conflict,
        "Belum ada yang dimasukkan. Baris {0}: {1} Perbaiki baris itu di berkasnya, lalu unggah lagi.",
        "Nothing was entered. Line {0}: {1} Mend that line in the file and upload it again.");
}
