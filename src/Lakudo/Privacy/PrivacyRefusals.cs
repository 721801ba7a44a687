using Lakudo.Kernel;

namespace Lakudo.Privacy;

/// <summary>Refusals of the module.</summary>
public static class PrivacyRefusals
{
    /// <summary>There is no such rule of retention.</summary>
    public static readonly Refusal NoSuchRule = new("D-001", RefusalKind.NotFound,
        "Aturan simpan itu tidak ada. Muat ulang halaman.",
        "There is no such rule of retention. Reload the page.");

    /// <summary>A period is shorter or longer than the rule allows.</summary>
    public static readonly Refusal PeriodOutOfBounds = new("D-002", RefusalKind.Invalid,
        "Lama simpan untuk aturan ini paling singkat {0} dan paling lama {1}.",
        "The period of this rule is at least {0} and at most {1}.");

    /// <summary>The plan was changed and nobody confirmed it since.</summary>
    public static readonly Refusal PlanNotConfirmed = new("D-003", RefusalKind.Conflict,
        "Rencana penyimpanan belum dikonfirmasi, atau berubah sejak dikonfirmasi. Periksa setiap aturan, lalu konfirmasi; sebelum itu tidak ada yang dihapus.",
        "The retention plan is not confirmed, or was changed since. Check every rule and confirm it; nothing is erased before.");

    /// <summary>The plan on the screen is not the present one.</summary>
    public static readonly Refusal PlanChanged = new("D-004", RefusalKind.Conflict,
        "Rencana berubah sejak halaman ini dibuka. Ini rencana yang sekarang; periksa lagi sebelum mengonfirmasi.",
        "The plan was changed since this page was opened. This is the present one; check again before you confirm.");

    /// <summary>What was typed is neither a NIK, an application's number, a contact nor a user name.</summary>
    public static readonly Refusal KeyUnknown = new("D-007", RefusalKind.NotFound,
        "Itu bukan NIK 16 angka, nomor permohonan, nomor catatan posyandu (A-…, I-… atau K-…), nomor HP, surel, atau nama pengguna pegawai yang dikenal. Periksa ketikannya.",
        "That is no NIK of 16 digits, application number, number of a posyandu record, mobile number, mailbox or known user name. Check what you typed.");

    /// <summary>There is no such request.</summary>
    public static readonly Refusal NoSuchRequest = new("D-008", RefusalKind.NotFound,
        "Permintaan itu tidak ada. Periksa alamatnya.",
        "There is no such request. Check the address.");

    /// <summary>The request was closed already.</summary>
    public static readonly Refusal RequestClosed = new("D-009", RefusalKind.Conflict,
        "Permintaan ini sudah ditutup. Catat permintaan baru bila ada yang perlu dilakukan lagi.",
        "This request is closed. Take a new one if something more is to be done.");

    /// <summary>Nothing of the person can be erased.</summary>
    public static readonly Refusal NothingToErase = new("D-010", RefusalKind.Conflict,
        "Tidak ada yang dapat dihapus sekarang: yang ada wajib disimpan atau masih diproses. Alasannya tertulis pada daftar.",
        "Nothing can be erased now: what is there must be kept or is still being worked on. The list says why.");

    /// <summary>There is no such breach sheet.</summary>
    public static readonly Refusal NoSuchBreach = new("D-011", RefusalKind.NotFound,
        "Lembar kejadian itu tidak ada. Periksa alamatnya.",
        "There is no such breach sheet. Check the address.");

    /// <summary>The breach sheet was closed already.</summary>
    public static readonly Refusal BreachClosed = new("D-012", RefusalKind.Conflict,
        "Lembar kejadian ini sudah ditutup dan tidak berubah lagi.",
        "This breach sheet is closed and does not change any more.");

    /// <summary>A span of time is no span, or lies in the future.</summary>
    public static readonly Refusal SpanImpossible = new("D-013", RefusalKind.Invalid,
        "Rentang waktunya tidak mungkin: awal harus sebelum akhir, dan tidak di masa depan.",
        "The span of time is impossible: its start lies before its end, and not in the future.");

    /// <summary>The account or device named is not known.</summary>
    public static readonly Refusal SourceUnknown = new("D-014", RefusalKind.Invalid,
        "Akun atau perangkat itu tidak dikenal. Isi nama pengguna pegawai, nama perangkat seperti di halaman Perangkat, atau nomor ponsel kader (P-…) seperti di halaman posyandu.",
        "This account or device is not known. Give a user name, a device's name as on the page of devices, or the number of a cadre's phone (P-…) as on the page of the posyandu.");

    /// <summary>A breach cannot be closed before both notices went out or it is said why none is needed.</summary>
    public static readonly Refusal NoticeMissing = new("D-015", RefusalKind.Conflict,
        "Pemberitahuan kepada {0} belum dicatat. Catat kapan dikirim, atau tulis pada alasan penutupan mengapa tidak perlu.",
        "The notice to {0} is not recorded. Record when it was sent, or say in the reason of closing why none is needed.");

    /// <summary>A text is missing or too long.</summary>
    public static readonly Refusal TextMissing = new("D-016", RefusalKind.Invalid,
        "{0} harus diisi, paling panjang {1} huruf.",
        "{0} is needed, of at most {1} letters.");
}
