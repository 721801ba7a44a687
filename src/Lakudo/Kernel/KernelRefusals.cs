namespace Lakudo.Kernel;

/// <summary>Refusals that any verb may give.</summary>
public static class KernelRefusals
{
    /// <summary>Nobody is signed in, and only somebody who is may do this.</summary>
    public static readonly Refusal NotSignedIn = new("K-030", RefusalKind.NotAllowed,
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
}
