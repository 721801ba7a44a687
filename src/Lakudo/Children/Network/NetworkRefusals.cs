using Lakudo.Kernel;

namespace Lakudo.Children.Network;

/// <summary>Why the network of puskesmas, posyandu and health workers is not changed so. Numbered from <c>C-601</c>.</summary>
public static class NetworkRefusals
{
    /// <summary>There is no such puskesmas.</summary>
    public static readonly Refusal NoSuchPuskesmas = new("C-601", RefusalKind.NotFound,
        "Puskesmas ini tidak ada. Muat ulang halaman, lalu pilih lagi.",
        "There is no such puskesmas.");

    /// <summary>Somebody is still looked after there. {0}: children, {1}: pregnant women.</summary>
    public static readonly Refusal StillCaredFor = new("C-602", RefusalKind.Conflict,
        "Posyandu ini belum dapat ditutup: masih ada {0:N0} balita dan {1:N0} ibu hamil. Minta bidan atau ahli gizi memindahkan semuanya di halaman posyandu itu.",
        "This posyandu still has {0} children and {1} pregnant women. Its midwife or nutritionist moves them first.");

    /// <summary>Posyandu still belong to it. {0}: how many.</summary>
    public static readonly Refusal StillHasPosyandu = new("C-603", RefusalKind.Conflict,
        "Puskesmas ini belum dapat ditutup: masih membina {0:N0} posyandu. Pindahkan posyandu itu ke puskesmas lain dulu.",
        "This puskesmas still has {0} posyandu. Give them to another first.");

    /// <summary>A table with a line that cannot be. {0}: how many lines; {1}: which.</summary>
    public static readonly Refusal TableHasErrors = new("C-604", RefusalKind.Invalid,
        "Belum ada yang disimpan: {0:N0} baris tidak dapat dimasukkan (baris {1}). Perbaiki baris itu, lalu periksa lagi.",
        "Nothing was saved: {0} lines cannot be entered ({1}). Mend them and try again.");

    /// <summary>What would happen is not any more what was shown.</summary>
    public static readonly Refusal TableOutdated = new("C-605", RefusalKind.Conflict,
        "Sementara itu ada yang berubah, sehingga hasilnya tidak lagi seperti yang Anda lihat. Lihat lagi, lalu simpan.",
        "Something changed meanwhile; look at the table again before saving.");

    /// <summary>No table, or one without a column that is needed. {0}: the column.</summary>
    public static readonly Refusal NoColumn = new("C-606", RefusalKind.Invalid,
        "Kolom \"{0}\" tidak ditemukan. Baris pertama harus berisi judul kolom; salin tabelnya dari lembar kerja bersama judulnya.",
        "There is no column \"{0}\". The first line must hold the titles.");

    /// <summary>An empty table or more lines than are read at once. {0}: the most.</summary>
    public static readonly Refusal TableTooLong = new("C-607", RefusalKind.Invalid,
        "Tabel ini kosong atau lebih dari {0:N0} baris. Isi, atau bagi menjadi beberapa tabel.",
        "The table is empty or has more than {0} lines.");

    /// <summary>Closed or open already.</summary>
    public static readonly Refusal AlreadySo = new("C-608", RefusalKind.Conflict,
        "Keadaannya sudah demikian. Muat ulang halaman untuk melihat keadaan sekarang.",
        "It is so already.");

    /// <summary>Another one of this name is there.</summary>
    public static readonly Refusal NameTaken = new("C-609", RefusalKind.Conflict,
        "Nama ini sudah dipakai: puskesmas lain, atau posyandu lain di desa yang sama. Tambahkan pembeda, misalnya nomor.",
        "This name is taken by another puskesmas, or another posyandu of the same village.");

    /// <summary>There is no such assignment in force.</summary>
    public static readonly Refusal NoSuchAssignment = new("C-610", RefusalKind.NotFound,
        "Penugasan ini tidak ada atau sudah berakhir.",
        "There is no such assignment in force.");
}
