using Lakudo.Kernel;

namespace Lakudo.Children;

/// <summary>Every rule of the module Children that may say no, numbered <c>C-001</c> onwards. Numbers are never given twice.</summary>
public static class ChildrenRefusals
{
    /// <summary>There is no such posyandu in the caller's care.</summary>
    public static Refusal NoSuchPosyandu { get; } = new("C-001", RefusalKind.NotFound,
        "Posyandu ini tidak ada di wilayah tugas Anda. Periksa alamatnya atau hubungi puskesmas.",
        "There is no such posyandu in your care.");

    /// <summary>The cadre is not assigned there.</summary>
    public static Refusal CadreNotHere { get; } = new("C-002", RefusalKind.Conflict,
        "Kader ini tidak bertugas di posyandu itu. Tetapkan dulu tugasnya.",
        "This cadre is not assigned to that posyandu.");

    /// <summary>A puskesmas or posyandu cannot be brought in so.</summary>
    public static Refusal NetworkWrong { get; } = new("C-003", RefusalKind.Invalid,
        "Ada puskesmas atau posyandu dengan nama kosong, desa atau puskesmas yang tidak dikenal, atau hari buka di luar tanggal 1 sampai 28.",
        "A puskesmas or posyandu has no name, an unknown village or puskesmas, or a day outside 1 to 28.");

    /// <summary>Profession and assignment do not fit.</summary>
    public static Refusal AssignmentWrong { get; } = new("C-004", RefusalKind.Invalid,
        "Penugasan tidak sesuai: kader untuk posyandu, bidan untuk desa, ahli gizi untuk puskesmas; bidan dan ahli gizi perlu akun.",
        "The assignment does not fit: cadres to posyandu, midwives to villages, nutritionists to puskesmas; the latter two need an account.");

    /// <summary>There is no such child in the caller's care.</summary>
    public static Refusal NoSuchChild { get; } = new("C-005", RefusalKind.NotFound,
        "Anak ini tidak ada di wilayah tugas Anda. Bila baru pindah, minta puskesmas asal memindahkannya.",
        "There is no such child in your care.");

    /// <summary>A child that another posyandu measures.</summary>
    public static Refusal ChildOfAnotherPosyandu { get; } = new("C-010", RefusalKind.NotAllowed,
        "Anak ini terdaftar di posyandu lain. Minta puskesmas memindahkannya dulu.",
        "This child is registered at another posyandu.");

    /// <summary>A day before birth or in the future.</summary>
    public static Refusal DayImpossible { get; } = new("C-011", RefusalKind.Invalid,
        "Tanggal {0:d MMMM yyyy} tidak mungkin: sebelum lahir atau belum tiba. Periksa tanggal di ponsel.",
        "The day {0:yyyy-MM-dd} is before birth or in the future.");

    /// <summary>No value at all.</summary>
    public static Refusal NothingMeasured { get; } = new("C-012", RefusalKind.Invalid,
        "Belum ada yang diukur. Isi paling sedikit satu hasil ukur.",
        "Nothing was measured.");

    /// <summary>Values that no child has.</summary>
    public static Refusal MeasureImpossible { get; } = new("C-013", RefusalKind.Invalid,
        "Ada angka yang tidak mungkin untuk anak. Periksa satuannya: berat dalam kilogram, panjang dalam sentimeter.",
        "A value is impossible for a child. Check the units.");

    /// <summary>The mother did not agree.</summary>
    public static Refusal ConsentMissing { get; } = new("C-014", RefusalKind.Invalid,
        "Data tidak disimpan tanpa persetujuan ibu. Tanyakan dulu, lalu beri tanda.",
        "Nothing is kept without the mother's consent.");

    /// <summary>An entry's id stands for something else.</summary>
    public static Refusal EntryIdTaken { get; } = new("C-015", RefusalKind.Conflict,
        "Catatan ini sudah pernah dikirim dengan isi yang berbeda. Hubungi puskesmas; catatan di ponsel jangan dihapus.",
        "This entry was already sent with different content.");

    /// <summary>The phone is not registered, or the signature is not its own.</summary>
    public static Refusal PhoneUnknown { get; } = new("C-020", RefusalKind.NotAllowed,
        "Ponsel ini tidak dikenal atau tanda tangannya tidak cocok. Minta kode baru kepada puskesmas; catatan yang belum terkirim tetap tersimpan.",
        "This phone is not known or its signature is wrong.");

    /// <summary>A message that cannot be read.</summary>
    public static Refusal MessageUnreadable { get; } = new("C-021", RefusalKind.Invalid,
        "Kiriman tidak dapat dibaca. Perbarui aplikasi posyandu, lalu kirim lagi.",
        "The message cannot be read, is too large, or comes from a newer app.");

    /// <summary>A batch of a posyandu that is not the phone's.</summary>
    public static Refusal PosyanduOfAnother { get; } = new("C-022", RefusalKind.NotAllowed,
        "Ponsel ini hanya untuk posyandunya sendiri. Catatan posyandu lain tidak diterima.",
        "A phone may only send for its own posyandu.");

    /// <summary>The batch's id stood for other entries.</summary>
    public static Refusal BatchIdTaken { get; } = new("C-023", RefusalKind.Conflict,
        "Kiriman dengan nomor ini sudah diterima dengan isi yang berbeda. Hubungi puskesmas; catatan di ponsel jangan dihapus.",
        "A batch of this id was already accepted with other entries.");

    /// <summary>The registration code is unknown, used or old.</summary>
    public static Refusal CodeUnknown { get; } = new("C-024", RefusalKind.NotFound,
        "Kode tidak dikenal, sudah dipakai, atau sudah lewat 24 jam. Minta kode baru kepada bidan atau ahli gizi.",
        "The code is unknown, used, or older than 24 hours.");

    /// <summary>There is no such phone in the caller's care.</summary>
    public static Refusal NoSuchPhone { get; } = new("C-025", RefusalKind.NotFound,
        "Ponsel ini tidak ada di wilayah tugas Anda.",
        "There is no such phone in your care.");

    /// <summary>A file that is no sealed file.</summary>
    public static Refusal FileUnreadable { get; } = new("C-026", RefusalKind.Invalid,
        "Berkas ini bukan berkas posyandu (.lakudo) atau rusak. Minta kader membuatnya lagi dari aplikasi.",
        "This is no sealed file of the posyandu app, or it is broken.");

    /// <summary>A sealed batch that this region's key does not open, or that its phone did not sign.</summary>
    public static Refusal SealBroken { get; } = new("C-027", RefusalKind.Invalid,
        "Segel tidak dapat dibuka dengan kunci wilayah ini, atau isinya berubah di jalan.",
        "The seal does not open with this region's key, or its content was changed.");

    /// <summary>A batch with an entry that cannot be.</summary>
    public static Refusal EntryRefused { get; } = new("C-028", RefusalKind.Invalid,
        "Kiriman ditolak: {0}",
        "The batch was refused: {0}");

    /// <summary>A sheet with no entry or too many.</summary>
    public static Refusal SheetTooLarge { get; } = new("C-029", RefusalKind.Invalid,
        "Lembar ini kosong atau berisi lebih dari {0} catatan. Isi, atau bagi menjadi beberapa lembar.",
        "The sheet is empty or holds more than {0} entries.");

    /// <summary>A move to nowhere or to where the child is.</summary>
    public static Refusal CannotMoveThere { get; } = new("C-030", RefusalKind.Invalid,
        "Pilih posyandu lain yang ada di wilayah ini sebagai tujuan pindah.",
        "Choose another posyandu of this region.");

    /// <summary>Entries that cannot be merged.</summary>
    public static Refusal CannotMerge { get; } = new("C-031", RefusalKind.Conflict,
        "Kedua catatan ini tidak dapat digabung: catatan yang sama, atau salah satunya sudah digabung.",
        "These entries cannot be merged: they are the same, or one was merged already.");

    /// <summary>An entry that was not merged.</summary>
    public static Refusal NotMerged { get; } = new("C-032", RefusalKind.Conflict,
        "Catatan ini tidak sedang digabung dengan catatan lain.",
        "This entry is not merged into another.");

    /// <summary>There is no such measurement in the caller's care.</summary>
    public static Refusal NoSuchMeasurement { get; } = new("C-033", RefusalKind.NotFound,
        "Hasil ukur ini tidak ada di wilayah tugas Anda.",
        "There is no such measurement in your care.");

    /// <summary>A decision without its reason.</summary>
    public static Refusal ReasonNeeded { get; } = new("C-034", RefusalKind.Invalid,
        "Tulis alasannya, paling panjang 200 huruf, tanpa nama orang.",
        "Give a reason of at most 200 letters, without names.");

    /// <summary>A measurer whose work there was over before the day that the sheet is of. {0}: the day it ended; {1}: the day of the sheet.</summary>
    public static Refusal MeasurerHadLeft { get; } = new("C-050", RefusalKind.Conflict,
        "Tugas pengukur ini di posyandu itu berakhir {0:d MMMM yyyy}; lembar ini untuk {1:d MMMM yyyy}. Pilih yang mengukur hari itu, atau periksa tanggal lembar.",
        "The measurer's assignment there ended on {0:yyyy-MM-dd}; the sheet is for {1:yyyy-MM-dd}.");

    /// <summary>A newcomer who looks like a child of this posyandu. {0}: that child.</summary>
    public static Refusal LooksLikeOneHere { get; } = new("C-051", RefusalKind.Conflict,
        "Mungkin sudah terdaftar di sini: {0}. Bila anak yang sama, isi hasil ukurnya di baris anak itu; bila anak lain, beri tanda.",
        "Probably registered here already: {0}. Enter it in that child's row, or say that it is another child.");

    /// <summary>A newcomer who looks like a child of another posyandu, which is not said.</summary>
    public static Refusal LooksLikeOneElsewhere { get; } = new("C-052", RefusalKind.Conflict,
        "Mungkin sudah terdaftar di posyandu lain. Tanyakan kepada ibu apakah pernah ditimbang di tempat lain; bila anak lain, beri tanda.",
        "Probably registered at another posyandu. Ask the mother, or say that it is another child.");

    /// <summary>Values of a pregnant woman that nobody has.</summary>
    public static Refusal MotherImpossible { get; } = new("C-053", RefusalKind.Invalid,
        "Ada angka yang tidak mungkin untuk ibu hamil. Periksa satuannya: LiLA 24,5 cm, Hb 11,2, tablet sekali beri, jumlah periksa; periksa dokter tidak lebih dari semua periksa.",
        "A value is impossible for a pregnant woman. Check the units.");

    /// <summary>A pregnancy that this posyandu does not look after.</summary>
    public static Refusal PregnancyElsewhere { get; } = new("C-054", RefusalKind.NotAllowed,
        "Ibu ini tidak lagi terdaftar hamil di posyandu ini. Buka lembar lagi; isiannya belum disimpan.",
        "This pregnancy is not looked after by this posyandu.");

    /// <summary>Entries that cannot be told apart.</summary>
    public static Refusal CannotTellApart { get; } = new("C-058", RefusalKind.Conflict,
        "Ini catatan yang sama, atau salah satunya sudah digabung. Bila ternyata dua anak, pisahkan dulu di halaman anak itu.",
        "These are the same entry, or one was merged: split it first.");

    /// <summary>Two entries that nobody told apart.</summary>
    public static Refusal NotToldApart { get; } = new("C-059", RefusalKind.Conflict,
        "Kedua catatan ini belum pernah dinyatakan sebagai dua anak, atau sudah diminta untuk diperiksa lagi.",
        "Nobody told these entries apart.");

    /// <summary>A correction that changes nothing, or of what does not count any more.</summary>
    public static Refusal NothingToCorrect { get; } = new("C-035", RefusalKind.Conflict,
        "Tidak ada yang diperbaiki: angkanya sama, atau hasil ukur ini sudah tidak dihitung.",
        "Nothing is corrected: the values are the same, or this measurement does not count any more.");

    /// <summary>A hand-over that is empty or too large.</summary>
    public static Refusal FileTooLarge { get; } = new("C-036", RefusalKind.Invalid,
        "Berkas ini kosong atau lebih besar dari {0} MB; berkas posyandu jauh lebih kecil. Pilih berkas yang berakhiran .lakudo.",
        "The file is empty or larger than {0} MB.");

    /// <summary>A hand-over that breaks off.</summary>
    public static Refusal FileCutOff { get; } = new("C-037", RefusalKind.Invalid,
        "Berkas ini terpotong, mungkin saat disalin. Salin lagi dari ponsel kader; semua catatan masih tersimpan di sana.",
        "The file breaks off. Copy it again; the phone still has everything.");

    /// <summary>A hand-over of a phone that the caller does not care for.</summary>
    public static Refusal FileOfAnother { get; } = new("C-038", RefusalKind.NotFound,
        "Berkas ini dari ponsel yang tidak ada di wilayah tugas Anda. Serahkan kepada puskesmas posyandu itu; semua catatan masih tersimpan di ponsel kader.",
        "This hand-over comes from a phone outside your care.");

    /// <summary>A message of a phone whose number was taken before.</summary>
    public static Refusal MessageUsed { get; } = new("C-070", RefusalKind.Conflict,
        "Kiriman ini sudah pernah diterima dan tidak diterima dua kali. Tekan Kirim sekali lagi di ponsel.",
        "This message was taken before and is not taken twice; send again with a new number.");

    /// <summary>A phone whose key was changed already.</summary>
    public static Refusal KeysChangedBefore { get; } = new("C-071", RefusalKind.Conflict,
        "Kunci ponsel ini sudah pernah diganti. Minta kode baru kepada puskesmas dan daftarkan ponsel lagi; catatan yang belum terkirim tetap tersimpan.",
        "The keys of this phone were changed before.");

    /// <summary>Days for which the list of the day stays open that cannot be. {0}: the fewest. {1}: the most.</summary>
    public static Refusal TodayDaysWrong { get; } = new("C-072", RefusalKind.Invalid,
        "Isi jumlah hari dari {0} sampai {1}.",
        "Choose a number of days from {0} to {1}.");
}
