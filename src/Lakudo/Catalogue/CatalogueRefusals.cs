using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>What the catalogue says no to.</summary>
public static class CatalogueRefusals
{
    /// <summary>A file cannot be read as a catalogue at all: {0} says why.</summary>
    public static readonly Refusal FileUnreadable = new("L-001", RefusalKind.Invalid,
        "Berkas katalog tidak dapat dibaca: {0} Tidak ada yang diubah; perbaiki berkasnya, lalu impor lagi.",
        "The catalogue file cannot be read: {0} Nothing was changed; mend the file and import it again.");

    /// <summary>There is no such service, or the public may not see it yet.</summary>
    public static readonly Refusal NoSuchService = new("L-002", RefusalKind.NotFound,
        "Layanan ini tidak ada atau belum dikonfirmasi instansinya. Cari lagi dari halaman depan.",
        "There is no such service, or its agency has not confirmed it yet. Search again from the front page.");

    /// <summary>There is no such agency.</summary>
    public static readonly Refusal NoSuchAgency = new("L-003", RefusalKind.NotFound,
        "Instansi ini tidak ada di katalog. Lihat daftar instansi.", "There is no such agency in the catalogue. See the list of agencies.");

    /// <summary>There is no such life event.</summary>
    public static readonly Refusal NoSuchLifeEvent = new("L-004", RefusalKind.NotFound,
        "Peristiwa hidup ini tidak ada. Pilih dari daftar di halaman depan.", "There is no such life event. Choose from the list on the front page.");

    /// <summary>The service was confirmed before, on {0}.</summary>
    public static readonly Refusal AlreadyConfirmed = new("L-005", RefusalKind.Conflict,
        "Layanan ini sudah dikonfirmasi pada {0}. Untuk mengubah isinya, gunakan Ubah layanan.",
        "This service was already confirmed on {0}. To change what it says, edit it.");

    /// <summary>A confirmation names no decree.</summary>
    public static readonly Refusal DecreeMissing = new("L-006", RefusalKind.Invalid,
        "Nomor surat keputusan standar pelayanan harus diisi, paling panjang 200 huruf.",
        "Give the number of the decree that sets the service standard, at most 200 letters.");

    /// <summary>The date of a decree lies in the future.</summary>
    public static readonly Refusal DecreeInFuture = new("L-007", RefusalKind.Invalid,
        "Tanggal keputusan tidak boleh sesudah hari ini.", "The decree's date cannot be after today.");

    /// <summary>A document of category {0} is issued by {1}, never by the region.</summary>
    public static readonly Refusal NeverLocal = new("L-008", RefusalKind.Invalid,
        "Dokumen kategori {0} diterbitkan oleh {1}, jadi tidak boleh ditandai lokal. Pilih nasional atau rujukan.",
        "Documents of category {0} are issued by {1} and cannot be marked lokal. Choose nasional or rujukan.");

    /// <summary>The service was changed since the form was opened.</summary>
    public static readonly Refusal ChangedMeanwhile = new("L-009", RefusalKind.Conflict,
        "Layanan ini diubah orang lain sejak Anda membukanya. Muat ulang, bandingkan, lalu simpan lagi.",
        "Somebody changed this service since you opened it. Reload, compare, and save again.");

    /// <summary>A field of a form cannot be right: {0} says which and why.</summary>
    public static readonly Refusal FieldWrong = new("L-010", RefusalKind.Invalid, "{0} Perbaiki, lalu simpan lagi.", "{0} Mend it and save again.");
}
