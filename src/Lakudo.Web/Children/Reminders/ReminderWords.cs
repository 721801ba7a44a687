using Lakudo.Children.Reminders;
using Lakudo.Notifications;

namespace Lakudo.Web.Children.Reminders;

/// <summary>Reminders in words.</summary>
internal static class ReminderWords
{
    /// <summary>How far it is.</summary>
    internal static string Of(ReminderState state) => state switch
    {
        ReminderState.Waiting => "menunggu",
        ReminderState.Taken => "sedang dikirim",
        ReminderState.Sent => "terkirim",
        ReminderState.Delivered => "sampai",
        ReminderState.Failed => "tidak terkirim",
        ReminderState.Cancelled => "dibatalkan",
        _ => "tidak pasti terkirim",
    };

    /// <summary>What to do about it; null where nothing is to be done.</summary>
    internal static string? ToDo(ReminderState state, ReminderWhy why) => (state, why) switch
    {
        (ReminderState.Failed, ReminderWhy.NumberRefused) => "Nomor atau alamatnya ditolak. Tanyakan yang baru kepada ibu, lalu ganti di halaman anak.",
        (ReminderState.Failed, ReminderWhy.NotCarried) => "Ponsel pengirim atau operator tidak dapat mengirimnya. Beri tahu lewat kader; bila banyak yang begini, minta petugas TI memeriksa pulsa dan sinyal.",
        (ReminderState.Failed, ReminderWhy.Unknown) => "Layanan pesan menolak kata sandi server. Beri tahu ibu lewat kader, dan minta petugas TI menjalankan pemeriksaan.",
        (ReminderState.Failed, _) => "Layanan pesan tidak terjangkau sampai hari posyandu. Beri tahu ibu lewat kader, dan minta petugas TI menjalankan pemeriksaan.",
        (ReminderState.Uncertain, _) => "Tidak dikirim ulang, supaya ibu tidak menerima dua kali. Bila perlu, beri tahu lewat kader.",
        (ReminderState.Waiting, ReminderWhy.Down or ReminderWhy.Unknown) => "Layanan pesan belum terjangkau; dicoba lagi sendiri.",
        (ReminderState.Cancelled, ReminderWhy.NoContact) => "Keluarga tidak ingin diingatkan lagi.",
        (ReminderState.Cancelled, ReminderWhy.NoChild) => "Anaknya tidak lagi ditunggu di posyandu ini.",
        (ReminderState.Cancelled, _) => "Hari posyandu berubah.",
        _ => null,
    };

    /// <summary>The look of its tag.</summary>
    internal static string Tag(ReminderState state) => state switch
    {
        ReminderState.Failed => "tag-coral",
        ReminderState.Uncertain or ReminderState.Waiting => "tag-gold",
        _ => "tag-sea",
    };

    /// <summary>For the label of a field, such as <c>Nomor HP (SMS) atau surel</c>.</summary>
    internal static string Field(IReadOnlyList<ContactKind> kinds) => kinds switch
    {
        [ContactKind.Email] => "Surel",
        [ContactKind.Phone] => "Nomor HP",
        _ => "Nomor HP atau surel",
    };
}
