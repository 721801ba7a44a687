using Lakudo.Kernel;

namespace Lakudo.Web.Forms;

/// <summary>Why a form that somebody sent was not carried out, before any rule read it. Each says what becomes of what was typed.</summary>
public static class FormRefusals
{
    /// <summary>Nobody is signed in any more: the session ended by time, or somebody signed out in another tab.</summary>
    public static readonly Refusal SessionEnded = new("W-001", RefusalKind.Conflict,
        "Anda tidak lagi masuk: sesi Anda berakhir, atau Anda keluar di tab lain. Kiriman belum dijalankan. Masuk lagi dengan akun yang sama, lalu kirim lagi.",
        "You are no longer signed in: your session ended, or you signed out in another tab. What you sent was not done. Sign in with the same account and send it again.");

    /// <summary>The session was ended by a change of the account.</summary>
    public static readonly Refusal SessionRevoked = new("W-002", RefusalKind.Conflict,
        "Sesi Anda diakhiri karena kata sandi atau peran akun ini berubah. Kiriman belum dijalankan. Masuk lagi dengan akun yang sama, lalu kirim lagi.",
        "Your session was ended because the password or a role of this account changed. What you sent was not done. Sign in with the same account and send it again.");

    /// <summary>Somebody else has signed in at this browser since the form was opened.</summary>
    public static readonly Refusal OtherAccount = new("W-003", RefusalKind.Conflict,
        "Formulir itu dibuka dengan akun lain, sedangkan peramban ini sekarang masuk sebagai {0}. Kiriman tidak dijalankan atas nama {0}. Pemilik isian masuk lagi dengan akunnya untuk mengirimnya.",
        "That form was opened with another account, but this browser is now signed in as {0}. What was sent was not done in {0}'s name. Its owner signs in again to send it.");

    /// <summary>The form's security mark is missing, too old or sealed with keys that this server no longer has.</summary>
    public static readonly Refusal MarkUnknown = new("W-004", RefusalKind.Conflict,
        "Tanda pengaman formulir itu tidak ada atau sudah tidak dikenal server, misalnya karena server dipasang ulang. Kiriman belum dijalankan. Periksa isian Anda, lalu kirim lagi.",
        "The form's security mark is missing or no longer known to the server, for instance because the server was set up anew. What you sent was not done. Check what you typed and send it again.");

    /// <summary>The browser sent no cookie beside the form.</summary>
    public static readonly Refusal CookieMissing = new("W-005", RefusalKind.Conflict,
        "Peramban tidak mengirim cookie formulir: cookie terhapus atau dimatikan. Kiriman belum dijalankan. Izinkan cookie untuk alamat ini, periksa isian Anda, lalu kirim lagi.",
        "The browser sent no form cookie: it was deleted or cookies are off. What you sent was not done. Allow cookies for this address, check what you typed and send it again.");

    /// <summary>Somebody signed in or out at this browser since a public form was opened.</summary>
    public static readonly Refusal SignedInSince = new("W-006", RefusalKind.Conflict,
        "Sejak formulir itu dibuka, ada yang masuk atau keluar di peramban ini. Kiriman belum dijalankan. Periksa isian Anda, lalu kirim lagi.",
        "Since that form was opened somebody signed in or out at this browser. What you sent was not done. Check what you typed and send it again.");

    /// <summary>The request is larger than its page takes.</summary>
    public static readonly Refusal TooLarge = new("W-007", RefusalKind.Invalid,
        "Kiriman itu melebihi {0} MB, jadi belum dijalankan. Kecilkan berkasnya, pilih lagi, lalu kirim lagi.",
        "What was sent is larger than {0} MB and was not done. Make the file smaller, choose it again and send it again.");

    /// <summary>By their codes, as the sign-in page is told them in its address.</summary>
    public static Refusal? Of(string? code) => code switch { "W-001" => SessionEnded, "W-002" => SessionRevoked, _ => null };
}
