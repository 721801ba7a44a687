namespace Lakudo.Kernel;

/// <summary>Refusals that any verb may give.</summary>
public static class KernelRefusals
{
    /// <summary>Nobody is signed in, and only somebody who is may do this.</summary>
    public static readonly Refusal NotSignedIn = new("K-060", RefusalKind.NotAllowed,
        "Permintaan ini memerlukan token yang berlaku. Mintalah token di /connect/token, lalu kirim di kepala Authorization.",
        "This request needs a token that counts. Ask for one at /connect/token, then send it in the Authorization header.");

    /// <summary>The role does not allow it.</summary>
    public static readonly Refusal NotAllowed = new("K-001", RefusalKind.NotAllowed,
        "Anda tidak berwenang melakukan ini. Masuklah dengan akun yang berwenang atau hubungi pengelola.",
        "You are not allowed to do this. Sign in with an account that is, or ask the hall manager.");

    /// <summary>Somebody else changed the same thing first, several times over.</summary>
    public static readonly Refusal ChangedMeanwhile = new("K-002", RefusalKind.Conflict,
        "Data ini baru saja diubah orang lain. Muat ulang halaman, lalu coba lagi.",
        "Somebody else has just changed this. Reload the page and try again.");

    /// <summary>An idempotency key came back with another request under it.</summary>
    public static readonly Refusal KeyUsedForAnother = new("K-003", RefusalKind.Conflict,
        "Formulir ini sudah pernah dikirim dengan isi yang berbeda, jadi kiriman ini tidak dijalankan. Periksa isian dan keadaan sekarang, lalu kirim lagi bila masih perlu.",
        "This was already sent under the same key with different content, so it was not done. Check what you typed and how things stand now, and send it again under a new key if still needed.");

    /// <summary>A request that changes something came without an idempotency key.</summary>
    public static readonly Refusal KeyMissing = new("K-004", RefusalKind.Invalid,
        "Permintaan harus membawa kunci Idempotency-Key, paling panjang 200 huruf. Kirim ulang dengan kunci yang baru.",
        "A request carries an Idempotency-Key of at most 200 signs. Send it again with a new key.");

    /// <summary>The database is locked, gone or full.</summary>
    public static readonly Refusal StoreUnavailable = new("K-005", RefusalKind.Unavailable,
        "Penyimpanan data sedang tidak dapat dipakai. Tidak ada yang tersimpan; coba lagi sebentar lagi atau hubungi petugas TI.",
        "The data store cannot be used at the moment. Nothing was saved; try again shortly or call the IT officer.");

    /// <summary>A NIK is not 16 digits with a possible birth date and serial number.</summary>
    public static readonly Refusal NikImpossible = new("K-006", RefusalKind.Invalid,
        "NIK harus 16 angka dengan tanggal lahir yang mungkin. Periksa kembali angka pada KTP atau KK.",
        "A NIK has 16 digits with a possible birth date. Check the digits on the card.");

    /// <summary>There is no such thing in this region.</summary>
    public static readonly Refusal NotFound = new("K-007", RefusalKind.NotFound,
        "Yang Anda cari tidak ditemukan. Periksa kembali nomor atau alamatnya.",
        "What you look for was not found. Check the number or the address.");

    /// <summary>A name is empty or longer than 200 letters.</summary>
    public static readonly Refusal NameImpossible = new("K-008", RefusalKind.Invalid,
        "Nama harus diisi, paling panjang 200 huruf. Nama satu kata boleh.",
        "A name is needed, of at most 200 letters. A name of one word is fine.");

    /// <summary>The region's number is taken.</summary>
    public static readonly Refusal RegionExists = new("K-009", RefusalKind.Conflict,
        "Wilayah dengan nomor ini sudah ada. Pakai nomor lain.",
        "A region with this number exists already. Use another number.");

    /// <summary>The zone of a region is unknown.</summary>
    public static readonly Refusal ZoneUnknown = new("K-010", RefusalKind.Invalid,
        "Zona waktu tidak dikenal. Pakai Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.",
        "The time zone is unknown. Use Asia/Jakarta, Asia/Makassar or Asia/Jayapura.");

    /// <summary>A village's kecamatan is missing.</summary>
    public static readonly Refusal AreaWithoutDistrict = new("K-011", RefusalKind.Invalid,
        "Desa atau kelurahan {0} tidak punya kecamatan di berkas ini. Tambahkan kecamatannya, lalu ulangi.",
        "Village {0} has no kecamatan in this file. Add its kecamatan and try again.");

    /// <summary>The form that was sent is no longer on its page: somebody else was quicker, or the session ended.</summary>
    public static readonly Refusal PageStale = new("K-019", RefusalKind.Conflict,
        "Formulir yang Anda kirim sudah tidak ada di halaman ini, karena keadaannya berubah sejak Anda membukanya. Kiriman Anda tidak dijalankan. Ini keadaan yang sekarang.",
        "The form you sent is no longer on this page, because things changed since you opened it. What you sent was not done. This is how things stand now.");

    /// <summary>A reason for the journal is missing or too long.</summary>
    public static readonly Refusal ReasonNeeded = new("K-020", RefusalKind.Invalid,
        "Tulis alasannya, paling panjang 200 huruf.",
        "Give the reason, in at most 200 letters.");

    /// <summary>A reason would put personal data into the journal.</summary>
    public static readonly Refusal ReasonNamesPerson = new("K-021", RefusalKind.Invalid,
        "Alasan masuk ke jurnal yang tidak pernah dihapus, jadi tidak boleh memuat NIK, nomor HP, atau surel. Sebut nomor suratnya saja.",
        "The reason goes into the journal, which is never erased, so it may hold no NIK, telephone number or mailbox. Name the letter's number only.");

    /// <summary>A text holds a sign that no document can print, or one that turns the direction of writing.</summary>
    public static readonly Refusal LetterNotPrintable = new("K-045", RefusalKind.Invalid,
        "{0} memuat tanda {1} yang tidak dapat dicetak. Hapus tanda itu atau ganti dengan huruf Latin, lalu simpan lagi.",
        "{0} holds the sign {1}, which cannot be printed. Remove it or write it in Latin letters, then save again.");

    /// <summary>A foreign file becomes larger than is read when it is unpacked. {0}: megabytes.</summary>
    public static readonly Refusal ExpandsTooFar = new("K-030", RefusalKind.Invalid,
        "Isi berkas ini lebih dari {0:N0} MB setelah dibuka, jadi tidak dibaca sampai habis dan tidak ada yang diubah. Simpan ulang hanya data yang diperlukan, atau pecah menjadi beberapa berkas.",
        "This file becomes more than {0:N0} MB when it is opened, so it was not read to its end and nothing was changed. Save only what is needed again, or split it into several files.");

    /// <summary>A table has more filled cells than are read. {0}: how many are.</summary>
    public static readonly Refusal TooManyCells = new("K-031", RefusalKind.Invalid,
        "Tabel ini memuat lebih dari {0:N0} sel berisi. Pecah menjadi beberapa berkas, misalnya per kecamatan atau per tahun; belum ada yang diubah.",
        "This table has more than {0:N0} filled cells. Split it into several files, by kecamatan or year for example; nothing was changed.");

    /// <summary>A line has more columns than are read. {0}: the line, {1}: how many columns are.</summary>
    public static readonly Refusal TooManyColumns = new("K-032", RefusalKind.Invalid,
        "Baris {0} berisi sesuatu di luar {1:N0} kolom pertama. Hapus isi kolom yang tidak diperlukan di sebelah kanan, simpan, lalu coba lagi.",
        "Line {0} holds something beyond the first {1:N0} columns. Delete the columns on the right that are not needed, save the file and try again.");

    /// <summary>One cell or line is longer than any real one. {0}: letters.</summary>
    public static readonly Refusal TextTooLong = new("K-033", RefusalKind.Invalid,
        "Ada satu sel atau satu baris yang lebih panjang dari {0:N0} huruf; tabel biasa tidak begitu. Periksa tanda kutip dan isi sel itu, simpan, lalu coba lagi.",
        "One cell or line is longer than {0:N0} letters, as no ordinary table is. Check its quotes and content, save the file and try again.");

    /// <summary>A file consists of more parts than are read: entries, sheets, different texts, values. {0}: how many are.</summary>
    public static readonly Refusal TooManyParts = new("K-034", RefusalKind.Invalid,
        "Berkas ini terdiri atas lebih dari {0:N0} bagian, jadi tidak dibaca dan tidak ada yang diubah. Simpan ulang hanya data yang diperlukan, atau pecah menjadi beberapa berkas.",
        "This file consists of more than {0:N0} parts, so it was not read and nothing was changed. Save only what is needed again, or split it into several files.");

    /// <summary>A form or request says that it was made more than a day ago, and is not known any more.</summary>
    public static readonly Refusal KeyTooOld = new("K-036", RefusalKind.Conflict,
        "Formulir ini dibuka lebih dari sehari yang lalu dan mungkin sudah pernah dikirim, jadi tidak dijalankan lagi. Periksa dulu apakah hasilnya sudah ada; bila belum, kirim sekali lagi dari halaman ini.",
        "This form was opened more than a day ago and may have been sent already, so it was not done again. Look first whether it was done; if not, send it once more from this page.");
}
