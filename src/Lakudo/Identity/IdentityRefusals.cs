using Lakudo.Kernel;

namespace Lakudo.Identity;

/// <summary>Refusals of accounts and sign-in.</summary>
public static class IdentityRefusals
{
    /// <summary>The user name is taken.</summary>
    public static readonly Refusal NameTaken = new("I-001", RefusalKind.Conflict,
        "Nama pengguna ini sudah dipakai. Pilih nama pengguna lain.",
        "This user name is taken. Choose another one.");

    /// <summary>The user name cannot be used.</summary>
    public static readonly Refusal NameWrong = new("I-002", RefusalKind.Invalid,
        "Nama pengguna terdiri atas 3 sampai 60 huruf kecil, angka, titik, atau tanda hubung.",
        "A user name has 3 to 60 small letters, digits, dots or hyphens.");

    /// <summary>There is no such account.</summary>
    public static readonly Refusal UnknownAccount = new("I-003", RefusalKind.NotFound,
        "Akun ini tidak ada. Periksa nama penggunanya.",
        "There is no such account. Check the user name.");

    /// <summary>Wrong name, password or code; which of them is not told.</summary>
    public static readonly Refusal SignInFailed = new("I-004", RefusalKind.Invalid,
        "Nama pengguna atau kata sandi salah. Setelah lima kali salah, akun terkunci lima menit.",
        "Wrong user name or password. After five wrong tries the account is locked for five minutes.");

    /// <summary>Locked after too many wrong tries.</summary>
    public static readonly Refusal LockedOut = new("I-005", RefusalKind.TooMany,
        "Akun terkunci lima menit karena terlalu banyak percobaan. Tunggu, atau minta petugas TI menyetel ulang.",
        "The account is locked for five minutes after too many tries. Wait, or ask the IT officer for a reset.");

    /// <summary>The code of the authenticator is wrong.</summary>
    public static readonly Refusal CodeWrong = new("I-006", RefusalKind.Invalid,
        "Kode dari aplikasi autentikator tidak cocok. Periksa jam HP Anda, lalu coba kode berikutnya.",
        "The authenticator's code does not match. Check your phone's clock and try the next code.");

    /// <summary>The new password is too short or known from lists.</summary>
    public static readonly Refusal PasswordWeak = new("I-007", RefusalKind.Invalid,
        "Kata sandi paling sedikit 12 huruf. Beberapa kata yang mudah Anda ingat lebih baik daripada satu kata yang rumit.",
        "A password has at least 12 characters. A few words you remember are better than one complicated word.");

    /// <summary>The PIN is not six digits or too easy.</summary>
    public static readonly Refusal PinWeak = new("I-008", RefusalKind.Invalid,
        "PIN terdiri atas enam angka dan tidak boleh berurutan atau sama semua.",
        "A PIN has six digits, neither all equal nor in a row.");

    /// <summary>PINs work at a registered counter of the clerk's own hall only.</summary>
    public static readonly Refusal PinNotHere = new("I-009", RefusalKind.NotAllowed,
        "Ganti petugas dengan PIN hanya bisa di komputer loket yang terdaftar. Masuklah dengan kata sandi.",
        "Switching by PIN works only at a registered counter computer. Sign in by password.");

    /// <summary>The role needs an end, or the end has passed.</summary>
    public static readonly Refusal EndNeeded = new("I-010", RefusalKind.Invalid,
        "Tanggal akhir peran harus di masa depan. Untuk pemeriksa wajib diisi, paling lama satu tahun.",
        "The end of a role lies in the future. An inspector's role needs one, at most a year away.");

    /// <summary>One may not end the own role.</summary>
    public static readonly Refusal OwnRole = new("I-011", RefusalKind.Conflict,
        "Peran sendiri tidak dapat diakhiri. Minta admin lain melakukannya.",
        "You cannot end your own role. Ask another admin.");

    /// <summary>The role has ended or does not exist.</summary>
    public static readonly Refusal NoSuchRole = new("I-012", RefusalKind.NotFound,
        "Peran ini tidak ada atau sudah berakhir. Muat ulang daftarnya.",
        "This role does not exist or has ended. Reload the list.");

    /// <summary>Nothing was said of the agency.</summary>
    public static readonly Refusal AgencyNotChosen = new("I-040", RefusalKind.Invalid,
        "Pilih instansi pegawai ini. Yang bekerja untuk semua instansi dipilih dengan sengaja: ia melihat permohonan semuanya.",
        "Choose the agency of this member of staff. Working for all of them is a choice of its own: it shows the applications of every agency.");
}
