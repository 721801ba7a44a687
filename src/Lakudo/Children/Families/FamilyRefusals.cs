using Lakudo.Kernel;

namespace Lakudo.Children.Families;

/// <summary>Every rule of the families' part that may say no, numbered <c>C-501</c> onwards.</summary>
public static class FamilyRefusals
{
    /// <summary>There is no such card in the caller's care, or it was taken back.</summary>
    public static Refusal NoSuchCard { get; } = new("C-501", RefusalKind.NotFound,
        "Kartu keluarga ini tidak ada di wilayah tugas Anda, atau sudah dicabut. Buat kartu baru di halaman anak.",
        "There is no such family card in your care, or it was revoked.");

    /// <summary>Birth date or PIN do not fit, or there is no such card: which of them is not told.</summary>
    public static Refusal DoesNotFit { get; } = new("C-502", RefusalKind.Invalid,
        "Tanggal lahir atau PIN tidak cocok. Periksa sekali lagi. Bila tetap begitu, atau stiker di Buku KIA pernah diganti, tanyakan kepada bidan.",
        "The birth date or the PIN does not match. If it stays so, or the sticker was replaced, ask the midwife.");

    /// <summary>The sticker was replaced or taken back. Told only to who knows birth date and PIN.</summary>
    public static Refusal CardReplaced { get; } = new("C-503", RefusalKind.Conflict,
        "Stiker ini sudah diganti dan tidak berlaku lagi. Pindai stiker yang baru di Buku KIA. Bila belum ada, minta kepada bidan atau petugas gizi.",
        "This sticker was replaced. Scan the new one in the KIA book, or ask the midwife for it.");

    /// <summary>Tried too often.</summary>
    public static Refusal DoorLocked { get; } = new("C-504", RefusalKind.TooMany,
        "Sudah {0} kali dicoba, jadi halaman ini dikunci supaya data anak aman. Bawa Buku KIA kepada bidan atau petugas gizi: mereka dapat membukanya lagi.",
        "Tried {0} times, so this page is locked to keep the child's data safe. Bring the KIA book to the midwife: she can open it again.");

    /// <summary>Too many wrong tries from one network address.</summary>
    public static Refusal AddressTired { get; } = new("C-505", RefusalKind.TooMany,
        "Terlalu banyak percobaan dari jaringan ini. Tunggu satu jam, lalu coba lagi.",
        "Too many tries from this network. Wait an hour.");

    /// <summary>The session ended: by its time, by the button, or because the card was taken back.</summary>
    public static Refusal PageClosed { get; } = new("C-506", RefusalKind.NotAllowed,
        "Halaman anak sudah ditutup. Untuk melihatnya lagi, pindai QR di Buku KIA, lalu isi tanggal lahir dan PIN.",
        "The child's page is closed. To see it again scan the QR code in the KIA book.");
}
