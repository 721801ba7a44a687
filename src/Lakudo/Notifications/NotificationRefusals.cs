using Lakudo.Kernel;

namespace Lakudo.Notifications;

/// <summary>Refusals of the notifications module.</summary>
public static class NotificationRefusals
{
    /// <summary>What was typed is neither a mobile number nor an e-mail address.</summary>
    public static readonly Refusal ContactUnreadable = new("N-001", RefusalKind.Invalid,
        "Isi nomor HP (misalnya 0812 3456 7890) atau alamat surel (misalnya nama@contoh.id).",
        "Enter a mobile number (such as 0812 3456 7890) or an e-mail address.");

    /// <summary>Too many codes were asked for.</summary>
    public static readonly Refusal TooManyCodes = new("N-002", RefusalKind.TooMany,
        "Sudah terlalu banyak kode diminta. Tunggu satu jam, atau ambil nomor di kiosk MPP.",
        "Too many codes were asked for. Wait an hour, or take a number at the kiosk.");

    /// <summary>The code is wrong; a few tries are left.</summary>
    public static readonly Refusal CodeWrong = new("N-003", RefusalKind.Invalid,
        "Kode tidak cocok. Periksa kembali enam angka pada pesan terakhir.",
        "The code does not match. Check the six digits of the latest message.");

    /// <summary>The code is too old, was used or was tried too often.</summary>
    public static readonly Refusal CodeSpent = new("N-004", RefusalKind.Conflict,
        "Kode ini sudah tidak berlaku. Minta kode baru.",
        "This code is no longer valid. Ask for a new one.");

    /// <summary>The message service cannot be reached.</summary>
    public static readonly Refusal ChannelDown = new("N-005", RefusalKind.Unavailable,
        "Pesan belum dapat dikirim. Coba lagi beberapa menit lagi, atau ambil nomor di kiosk MPP.",
        "The message cannot be sent yet. Try again in a few minutes, or take a number at the kiosk.");

    /// <summary>Too many codes were asked for, elsewhere than in the hall.</summary>
    public static readonly Refusal TooManyCodesAsked = new("N-006", RefusalKind.TooMany,
        "Sudah terlalu banyak kode diminta. Tunggu satu jam, lalu coba lagi.",
        "Too many codes were asked for. Wait an hour.");

    /// <summary>The message service cannot be reached, elsewhere than in the hall.</summary>
    public static readonly Refusal MessageNotSent = new("N-007", RefusalKind.Unavailable,
        "Pesan belum dapat dikirim. Coba lagi beberapa menit lagi.",
        "The message cannot be sent yet. Try again in a few minutes.");

    /// <summary>The service will never take this message: mostly a number that does not exist.</summary>
    public static readonly Refusal MessageRefused = new("N-008", RefusalKind.Invalid,
        "Layanan pesan menolak pesan ini, biasanya karena nomornya tidak ada.",
        "The message service refuses this message, mostly because there is no such number.");

    /// <summary>The service does not know us.</summary>
    public static readonly Refusal ChannelRefusesUs = new("N-009", RefusalKind.Unavailable,
        "Layanan pesan menolak nama pengguna atau kata sandi instalasi ini.",
        "The message service refuses this installation's user name or password.");
}
