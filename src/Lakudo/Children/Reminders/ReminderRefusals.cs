using Lakudo.Kernel;

namespace Lakudo.Children.Reminders;

/// <summary>Every rule of reminders that may say no, numbered <c>C-507</c> onwards.</summary>
public static class ReminderRefusals
{
    /// <summary>Nobody said that the family agrees.</summary>
    public static Refusal NoConsent { get; } = new("C-507", RefusalKind.Invalid,
        "Tanyakan dulu kepada ibu atau wali, lalu beri tanda bahwa ia setuju diingatkan.",
        "Ask the mother or guardian first, then mark that she agrees to be reminded.");

    /// <summary>No service is set up that reaches this kind of contact.</summary>
    public static Refusal NoChannel { get; } = new("C-508", RefusalKind.Unavailable,
        "Pengingat ke kontak seperti ini belum dapat dikirim dari sini, jadi kontaknya tidak disimpan. Tanyakan kepada petugas TI.",
        "Reminders to such a contact cannot be sent from here yet, so it is not kept. Ask the IT officer.");

    /// <summary>The child has turned five.</summary>
    public static Refusal TooOld { get; } = new("C-509", RefusalKind.Conflict,
        "Anak ini sudah berumur lima tahun; penimbangan di posyandu selesai dan tidak ada lagi yang perlu diingatkan.",
        "This child has turned five; there is nothing left to remind of.");

    /// <summary>The family is not reminded anyway.</summary>
    public static Refusal NotReminded { get; } = new("C-510", RefusalKind.NotFound,
        "Keluarga ini memang tidak diingatkan; tidak ada yang perlu dihentikan.",
        "This family is not reminded; there is nothing to stop.");

    /// <summary>The code was sent to another contact than the one that was typed afterwards.</summary>
    public static Refusal OtherContact { get; } = new("C-511", RefusalKind.Conflict,
        "Kode itu dikirim ke kontak yang lain. Isi kontaknya sekali lagi dan minta kode baru.",
        "That code was sent to another contact. Enter the contact again and ask for a new code.");
}
