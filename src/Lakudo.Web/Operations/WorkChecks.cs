using Lakudo.Calendar;
using Lakudo.Children.Reminders;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Web.Backups;

namespace Lakudo.Web.Operations;

/// <summary>What the doctor asks of the work itself: devices that fell silent, messages that wait, a calendar that ends.</summary>
public static class WorkChecks
{
    /// <summary>A device is called silent after a day and a half: a hall's night and a late morning lie between two requests.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromHours(36);

    /// <summary>One line for kiosks, one for counter computers, one for boards of a region.</summary>
    public static IEnumerable<Finding> Devices(IEnumerable<DevicesSeen.Row> devices, DateTime now)
    {
        foreach (var kind in devices.GroupBy(d => d.Kind).OrderBy(g => g.Key))
        {
            var (subject, toDo) = kind.Key switch
            {
                DeviceKind.Kiosk => ("Anjungan", "Nyalakan anjungan, periksa jaringannya, dan cetak satu nomor: kertas dan pencetak hanya terlihat di sana. Yang tidak dipakai lagi dicabut di petugas/perangkat."),
                DeviceKind.Counter => ("Komputer loket", "Nyalakan dan periksa jaringannya. Yang tidak dipakai lagi dicabut di petugas/perangkat."),
                _ => ("Papan", "Nyalakan layar dan periksa jaringannya. Yang tidak dipakai lagi dicabut di petugas/perangkat."),
            };
            string[] silent = [.. kind.Where(d => d.LastSeenAt is not { } at || now - at > Silent).Select(d => d.LastSeenAt is { } at ? $"{d.Name} ({(now - at).Days} hari)" : $"{d.Name} (belum pernah)")];
            yield return silent.Length == 0
                ? Finding.Good(subject, $"{kind.Count()} terpasang, semua terlihat dalam 36 jam terakhir")
                : Finding.Warning(subject, $"tidak terlihat: {string.Join(", ", silent)}", toDo);
        }
    }

    /// <summary>Messages to other parts and to the outside that wait or fail.</summary>
    public static Finding Outbox(InstallationState.Answer state, DateTime now)
    {
        const string subject = "Kotak keluar";
        var waits = state.OldestDue is { } since ? now - since : TimeSpan.Zero;
        return state.Failing > 0 ? Finding.Bad(subject, $"{state.Failing.ToString("N0", Formats.Indonesian)} pesan gagal berulang kali (galat terakhir: {state.LastFault ?? "tidak dicatat"})", "Periksa sambungan ke layanan luar (SMTP, WhatsApp, BSrE) di journalctl -u lakudo. Pesan dicoba lagi sendiri, paling lama tiap jam.")
            : waits > TimeSpan.FromMinutes(5) ? Finding.Bad(subject, $"{state.Due.ToString("N0", Formats.Indonesian)} pesan menunggu, yang tertua {waits.TotalMinutes.ToString("N0", Formats.Indonesian)} menit", "Layanan tidak berjalan atau macet: systemctl restart lakudo, lalu periksa lagi.")
            : Finding.Good(subject, $"{state.Due.ToString("N0", Formats.Indonesian)} pesan menunggu, tidak ada yang gagal");
    }

    /// <summary>Whether families who asked to be reminded of the posyandu's day are.</summary>
    public static Finding Reminders(ReminderHealth.Answer health)
    {
        const string subject = "Pengingat posyandu";
        var asked = health.Phones + health.Mailboxes;
        var found = $"{Number(asked)} keluarga minta diingatkan; 7 hari terakhir {Number(health.Sent)} terkirim, {Number(health.Failed)} tidak";
        return health.Settings.Wrong is { } wrong ? Finding.Bad(subject, $"pengaturan jamnya tidak mungkin; {found}", $"{wrong} Lalu systemctl restart lakudo.")
            : health.Settings.Off ? Finding.Warning(subject, $"dimatikan; {found}", "Hapus pengaturan Reminders:Off bila pengingat boleh berjalan lagi.")
            : health.Phones > 0 && !health.HasPhone ? Finding.Bad(subject, $"{Number(health.Phones)} keluarga minta lewat HP, tetapi SMS tidak diatur", "Isi bagian Sms dengan ponsel pengirim; lihat docs/operate/reminders.md.")
            : health.Mailboxes > 0 && !health.HasMail ? Finding.Bad(subject, $"{Number(health.Mailboxes)} keluarga minta lewat surel, tetapi surel tidak diatur", "Isi bagian Smtp; lihat docs/operate/reminders.md.")
            : health is { HasPhone: false, HasMail: false } ? Finding.Good(subject, "mati: SMS dan surel belum diatur, dan tidak ada yang memintanya")
            : health is { Waiting: > 0, Why: ReminderWhy.Unknown } ? Finding.Bad(subject, $"{found}; layanan menolak kami", "Samakan Sms:User dan Sms:Password (atau Smtp) dengan yang tampil di ponsel pengirim.")
            : health.Waiting > 0 ? Finding.Bad(subject, $"{found}; {Number(health.Waiting)} menunggu karena layanan tidak menjawab", "Periksa ponsel pengirim: menyala, di jaringan yang sama, aplikasinya Online. Untuk surel: journalctl -u lakudo.")
            : health.Failed > health.Sent ? Finding.Bad(subject, found, "Periksa pulsa dan sinyal ponsel pengirim; daftar yang gagal ada di petugas/posyandu/pengingat.")
            : health.Failed > 0 ? Finding.Warning(subject, found, "Bidan melihat yang gagal di petugas/posyandu/pengingat.")
            : Finding.Good(subject, found);

        static string Number(int number) => number.ToString("N0", Formats.Indonesian);
    }

    /// <summary>Whether everything could be had again tomorrow. In a sample nothing is lost that matters, so there it is only to be seen to.</summary>
    /// <param name="report">How it stands with the backups.</param>
    /// <param name="real">Whether a region is real.</param>
    public static Finding Backup(BackupReport.Answer report, bool real)
    {
        const string subject = "Cadangan";
        var age = report.Age is { } a ? $"yang terakhir terbaca utuh {a.TotalHours.ToString("N0", Formats.Indonesian)} jam lalu" : "belum pernah ada yang terbaca utuh";
        var finding = report.RecoveryKey is null ? Finding.Bad(subject, "belum ada kunci pemulihan", "Jalankan lakudo backup init | lp, lalu simpan lembarnya di dua brankas; lihat docs/operate/backup.md.")
            : report.Folder.Length == 0 ? Finding.Bad(subject, $"tidak dibuat tiap malam; {age}", "Isi Backup:Folder dengan folder di disk lain; lihat docs/operate/backup.md.")
            : !report.FolderThere ? Finding.Bad(subject, $"folder {report.Folder} tidak ada; {age}", "Pasang kembali USB atau disk cadangan; program mencoba lagi tiap 30 menit.")
            : report.Late || report.Last.Failure is not null ? Finding.Bad(subject, $"{age}{(report.Last.Failure is { } why ? $"; percobaan terakhir: {why}" : "")}", "Jalankan lakudo backup run, dan perbaiki yang disebutnya.")
            : report.SameDisk ? Finding.Warning(subject, $"{age}, tetapi pada disk yang sama dengan data", "Isi Backup:Folder dengan folder di disk lain: satu disk yang rusak tidak boleh membawa keduanya.")
            : Finding.Good(subject, report.Archives is { } archives ? $"{age}, {archives.ToString("N0", Formats.Indonesian)} arsip di {report.Folder}" : $"{age}, di {report.Folder}");
        return finding.Health == Health.Bad && !real ? finding with { Health = Health.Warning } : finding;
    }

    /// <summary>Whether due moments can be counted: this year must be announced, the next one from October on.</summary>
    public static Finding Calendar(IReadOnlyCollection<int> confirmed, DateOnly today)
    {
        const string subject = "Kalender";
        const string toDo = "Pasang rilis Lakudo yang memuat SKB libur tahun itu. Sampai saat itu janji waktu disebut belum pasti.";
        return !confirmed.Contains(today.Year) ? Finding.Bad(subject, $"hari libur {today.Year} tidak ada", toDo)
            : !confirmed.Contains(today.Year + 1) && today.Month >= 10 ? Finding.Warning(subject, $"hari libur {today.Year + 1} belum ada", toDo)
            : Finding.Good(subject, $"hari libur {string.Join(" dan ", confirmed.Where(y => y >= today.Year).Order())} ada");
    }
}
