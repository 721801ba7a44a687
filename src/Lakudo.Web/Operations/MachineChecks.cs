using System.Runtime.InteropServices;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Operations;

/// <summary>What the doctor asks of the machine: disk, clock, time zones, and how citizens reach it.</summary>
public static class MachineChecks
{
    private const long Gigabyte = 1_000_000_000;
    private static readonly TimeSpan ZoneOfJakarta = TimeSpan.FromHours(7);

    /// <summary>Room on the disk of the data folder.</summary>
    public static Finding Disk(string folder)
    {
        var drive = new DriveInfo(Path.GetFullPath(folder));
        return Disk(drive.AvailableFreeSpace, drive.TotalSize);
    }

    /// <summary>Room on a disk: wrong under half a gigabyte, where a backup no longer fits; to be seen to under 5 GB or a tenth.</summary>
    /// <param name="free">Bytes the program may still use.</param>
    /// <param name="total">Bytes of the whole disk.</param>
    public static Finding Disk(long free, long total)
    {
        const string subject = "Ruang disk";
        var found = $"{Gigabytes(free)} GB bebas dari {Gigabytes(total)} GB";
        return free < Gigabyte / 2 ? Finding.Bad(subject, found, "Kosongkan disk sekarang: bila penuh, nomor antrean tidak dapat disimpan. Pindahkan cadangan lama ke luar server, lalu jalankan journalctl --vacuum-size=200M.")
            : free < 5 * Gigabyte && free < total / 10 ? Finding.Warning(subject, found, "Rencanakan disk yang lebih besar, atau pindahkan cadangan lama ke luar server.")
            : Finding.Good(subject, found);
    }

    /// <summary>The machine's clock: sample time, set back behind what was already journaled, or followed by no time server.</summary>
    /// <param name="clock">The program's clock.</param>
    /// <param name="lastFact">The newest moment in the journal, if any.</param>
    /// <param name="synchronised">Whether the kernel's clock is kept by a time server; null where that cannot be asked.</param>
    public static Finding ClockTime(Clock clock, DateTime? lastFact, bool? synchronised)
    {
        const string subject = "Jam";
        var found = clock.Now.ToString("d MMM yyyy HH'.'mm'.'ss 'UTC'", Formats.Indonesian);
        if (lastFact > clock.Now + TimeSpan.FromMinutes(1))
        {
            return Finding.Bad(subject, $"{found}, padahal jurnal sudah sampai {lastFact.Value.ToString("d MMM yyyy HH'.'mm'.'ss 'UTC'", Formats.Indonesian)}",
                "Jam server mundur. Setel dengan timedatectl set-ntp true, lalu mulai ulang layanan: systemctl restart lakudo.");
        }

        return clock.IsSample ? Finding.Warning(subject, $"{found} adalah waktu contoh", "Hapus pengaturan Clock:Start sebelum dipakai sungguhan.")
            : synchronised == false ? Finding.Warning(subject, $"{found}, tidak disetel oleh server waktu", "Jalankan timedatectl set-ntp true, atau pasang paket chrony bila internet sering putus.")
            : Finding.Good(subject, synchronised == true ? found + ", disetel oleh server waktu" : found);
    }

    /// <summary>Whether the kernel says that its clock is kept by a time server; null off Linux.</summary>
    public static bool? ClockIsSynchronised()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        // struct timex is 208 bytes on 64-bit Linux; all zero asks and changes nothing. The answer 5 is TIME_ERROR: not synchronised.
        const int timeError = 5;
        var answer = AskKernelClock(new byte[256]);
        return answer < 0 ? null : answer != timeError;
    }

    /// <summary>Whether the zones of the regions are known to this machine; without them nobody knows what today is.</summary>
    public static Finding Zones(IEnumerable<string> zones)
    {
        const string subject = "Zona waktu";
        foreach (var zone in zones.Append("Asia/Jakarta").Distinct())
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || found.BaseUtcOffset < ZoneOfJakarta)
            {
                return Finding.Bad(subject, $"{zone} tidak dikenal mesin ini", "Pasang paket tzdata: apt install tzdata, lalu systemctl restart lakudo.");
            }
        }

        return Finding.Good(subject, string.Join(", ", zones.Distinct().DefaultIfEmpty("belum ada wilayah")));
    }

    /// <summary>How citizens reach the installation.</summary>
    public static Finding Address(Settings settings)
    {
        const string subject = "HTTPS";
        var address = new Uri(settings.PublicAddress);
        return address.Scheme == Uri.UriSchemeHttps ? Finding.Good(subject, $"{address} memakai HTTPS; passkey, kamera, dan aplikasi posyandu dapat dipakai")
            : address.IsLoopback ? Finding.Warning(subject, $"{address} hanya dapat dibuka di mesin ini", "Isi Lakudo:PublicAddress dengan alamat https yang dibuka warga. Passkey, kamera, dan aplikasi posyandu hanya berjalan lewat HTTPS.")
            : Finding.Bad(subject, $"{address} memakai HTTP, jadi kata sandi petugas dapat dibaca di jaringan", "Pasang sertifikat atau proxy HTTPS. Passkey, kamera, dan aplikasi posyandu pun hanya berjalan lewat HTTPS.");
    }

    /// <summary>Simulators answer in the place of real services, so they belong in the sample only.</summary>
    public static Finding Simulators(bool on, bool real) => on && real
        ? Finding.Bad("Simulator", "menyala di wilayah sungguhan; pesan dan tanda tangan tidak sampai ke mana-mana", "Hapus pengaturan Lakudo:Simulators, lalu systemctl restart lakudo.")
        : Finding.Good("Simulator", on ? "menyala di wilayah contoh" : "mati");

    private static string Gigabytes(long bytes) => ((double)bytes / Gigabyte).ToString("N1", Formats.Indonesian);

    [DllImport("libc", EntryPoint = "adjtimex")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int AskKernelClock([In, Out] byte[] question);
}
