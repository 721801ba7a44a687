using Lakudo.Kernel;

namespace Lakudo.Web.Backups;

/// <summary>Why a backup, a restore, a move or an upgrade was not done.</summary>
public static class BackupRefusals
{
    /// <summary>There is no recovery key yet.</summary>
    public static readonly Refusal NoRecoveryKey = new("B-001", RefusalKind.Conflict,
        "Kunci pemulihan belum dibuat. Jalankan: lakudo backup init, lalu cetak lembarnya.",
        "There is no recovery key yet. Run: lakudo backup init, and print its sheet.");

    /// <summary>There is one already.</summary>
    public static readonly Refusal RecoveryKeyExists = new("B-002", RefusalKind.Conflict,
        "Kunci pemulihan sudah ada ({0}). Cadangan lama tetap memerlukan lembar lama. Untuk menggantinya jalankan: lakudo backup init --replace",
        "There is a recovery key already ({0}). Old archives still need the old sheet. To replace it run: lakudo backup init --replace");

    /// <summary>Signs are missing or too many.</summary>
    public static readonly Refusal SheetIncomplete = new("B-003", RefusalKind.Invalid,
        "Lembar pemulihan berisi 13 kelompok berisi 5 tanda (65 tanda); yang diketik {0} tanda.",
        "The recovery sheet has 13 groups of 5 signs (65 signs); {0} were typed.");

    /// <summary>A group does not fit its check sign.</summary>
    public static readonly Refusal SheetGroupWrong = new("B-004", RefusalKind.Invalid,
        "Kelompok ke-{0} salah ketik atau tertukar tempat. Periksa lima tandanya pada lembar.",
        "Group {0} is mistyped or in the wrong place. Check its five signs on the sheet.");

    /// <summary>The sheet is another archive's.</summary>
    public static readonly Refusal WrongSheet = new("B-005", RefusalKind.Invalid,
        "Lembar ini ({0}) bukan pembuka cadangan ini; cadangan ini memerlukan lembar {1}.",
        "This sheet ({0}) does not open this archive; it needs the sheet {1}.");

    /// <summary>The file is no archive of ours.</summary>
    public static readonly Refusal NoArchive = new("B-006", RefusalKind.Invalid,
        "Berkas ini bukan cadangan Lakudo atau terpotong pada awalnya.",
        "This file is no Lakudo backup, or is cut at its beginning.");

    /// <summary>The archive was changed or cut.</summary>
    public static readonly Refusal ArchiveDamaged = new("B-007", RefusalKind.Invalid,
        "Cadangan ini rusak, diubah atau terpotong ({0}). Tidak ada yang dipulihkan. Pakai cadangan lain.",
        "This archive is damaged, changed or cut ({0}). Nothing was restored. Use another archive.");

    /// <summary>There is something there already.</summary>
    public static readonly Refusal TargetNotEmpty = new("B-008", RefusalKind.Conflict,
        "{0} tidak kosong. Tidak ada yang ditimpa. Pilih tempat yang kosong.",
        "{0} is not empty. Nothing was overwritten. Choose an empty place.");

    /// <summary>A program of PostgreSQL is missing.</summary>
    public static readonly Refusal ToolMissing = new("B-009", RefusalKind.Unavailable,
        "Program {0} tidak ditemukan. Pasang paket postgresql-client dengan versi yang sama atau lebih baru daripada servernya.",
        "The program {0} was not found. Install the package postgresql-client of the server's version or newer.");

    /// <summary>A program of PostgreSQL failed.</summary>
    public static readonly Refusal ToolFailed = new("B-010", RefusalKind.Unavailable, "{0} gagal: {1}", "{0} failed: {1}");

    /// <summary>The place cannot be written.</summary>
    public static readonly Refusal CannotWrite = new("B-011", RefusalKind.Unavailable,
        "Cadangan tidak dapat ditulis: {0}. Periksa ruang kosong, izin dan apakah USB terpasang. Cadangan lama tidak disentuh.",
        "The backup cannot be written: {0}. Check free space, rights and whether the USB stick is there. Older archives are untouched.");

    /// <summary>What was written does not read back.</summary>
    public static readonly Refusal NotVerified = new("B-012", RefusalKind.Unavailable,
        "Cadangan yang baru ditulis tidak terbaca kembali dengan utuh dan dibuang ({0}). Cadangan lama tidak disentuh.",
        "The archive just written does not read back whole and was dropped ({0}). Older archives are untouched.");

    /// <summary>The database is damaged.</summary>
    public static readonly Refusal DatabaseDamaged = new("B-013", RefusalKind.Conflict,
        "Basis data rusak: {0}. Jangan ditimpa. Salin berkasnya ke tempat aman, lalu pulihkan cadangan terakhir (docs/operate/backup.md).",
        "The database is damaged: {0}. Overwrite nothing. Copy the file to a safe place, then restore the last backup (docs/operate/backup.md).");

    /// <summary>Another backup is running.</summary>
    public static readonly Refusal AlreadyRunning = new("B-014", RefusalKind.Conflict,
        "Pencadangan lain sedang berjalan. Tunggu sampai selesai.",
        "Another backup is running. Wait until it has ended.");

    /// <summary>The database is newer than the program.</summary>
    public static readonly Refusal DatabaseNewer = new("B-015", RefusalKind.Conflict,
        "Basis data ini milik Lakudo yang lebih baru (perubahan {0} tidak dikenal program ini). Pasang program yang baru, atau pulihkan cadangan yang dibuat sebelum pembaruan.",
        "This database belongs to a newer Lakudo (its change {0} is unknown to this program). Install the newer program, or restore the backup made before the upgrade.");

    /// <summary>A check after restoring failed.</summary>
    public static readonly Refusal CheckFailed = new("B-016", RefusalKind.Conflict,
        "Pemulihan tidak lolos pemeriksaan: {0}. Jangan dipakai melayani; pakai cadangan lain.",
        "The restore did not pass its check: {0}. Do not serve from it; use another archive.");

    /// <summary>A backup folder is missing.</summary>
    public static readonly Refusal NoFolder = new("B-017", RefusalKind.Invalid,
        "Sebutkan map tujuan cadangan yang ada: lakudo backup run --to MAP, atau atur Backup:Folder. {0}",
        "Name an existing folder for backups: lakudo backup run --to FOLDER, or set Backup:Folder. {0}");

    /// <summary>The archive holds the other kind of database.</summary>
    public static readonly Refusal OtherVendor = new("B-018", RefusalKind.Invalid,
        "Cadangan ini berisi basis data {0}; pengaturan Lakudo:Database menunjuk ke {1}. Pulihkan ke jenis yang sama, lalu pindahkan dengan lakudo move.",
        "This archive holds a {0} database; the setting Lakudo:Database points to {1}. Restore to the same kind, then move with lakudo move.");

    /// <summary>The database is older than the program.</summary>
    public static readonly Refusal NotUpgraded = new("B-019", RefusalKind.Conflict,
        "Basis data belum diperbarui ke program ini (perubahan {0}). Jalankan: lakudo upgrade",
        "The database is not upgraded to this program yet (change {0}). Run: lakudo upgrade");

    /// <summary>A moved table differs.</summary>
    public static readonly Refusal MoveDiffers = new("B-020", RefusalKind.Conflict,
        "Tabel {0} tidak sama setelah disalin ({1} dan {2} baris). Tidak ada yang dipindahkan.",
        "The table {0} is not the same after copying ({1} and {2} rows). Nothing was moved.");

    /// <summary>The database file is gone although the installation was used.</summary>
    public static readonly Refusal DatabaseMissing = new("B-021", RefusalKind.Conflict,
        "Basis data {0} tidak ada. Pemasangan baru: jalankan lakudo migrate. Pemasangan yang sudah dipakai: periksa Lakudo:Data dan disknya, atau pulihkan cadangan (lakudo restore) ke map kosong.",
        "The database {0} is not there. New installation: run lakudo migrate. One in use: check Lakudo:Data and its disk, or restore a backup (lakudo restore) into an empty folder.");

    /// <summary>The database cannot be written.</summary>
    public static readonly Refusal DatabaseReadOnly = new("B-022", RefusalKind.Conflict,
        "Basis data {0} hanya dapat dibaca. Periksa pemilik berkas dan mapnya, serta apakah disk terpasang baca-saja setelah galat.",
        "The database {0} can only be read. Check who owns the file and its folder, and whether the disk was mounted read-only after an error.");

    /// <summary>Another server holds the file.</summary>
    public static readonly Refusal AnotherServer = new("B-023", RefusalKind.Conflict,
        "Server Lakudo lain sudah memakai {0}. Satu berkas SQLite hanya untuk satu server; hentikan yang lain, atau pindah ke PostgreSQL.",
        "Another Lakudo server uses {0} already. One SQLite file is for one server; stop the other, or move to PostgreSQL.");

    /// <summary>The key of personal data is missing.</summary>
    public static readonly Refusal PersonalKeyMissing = new("B-024", RefusalKind.Conflict,
        "Kunci data pribadi {0} tidak ada, padahal basis data sudah berisi. Kunci baru tidak dibuat, karena data lama tidak akan terbaca. Kembalikan map keys dari cadangan (docs/operate/keys.md).",
        "The key of personal data {0} is missing although the database is in use. No new key was made, because old data could not be read. Bring the folder keys back from a backup (docs/operate/keys.md).");

    /// <summary>The key of personal data is another installation's.</summary>
    public static readonly Refusal PersonalKeyWrong = new("B-025", RefusalKind.Conflict,
        "Kunci data pribadi {0} bukan milik basis data ini: data yang tersegel tidak terbuka. Kembalikan map keys yang benar (docs/operate/keys.md).",
        "The key of personal data {0} does not belong to this database: what is sealed does not open. Bring the right folder keys back (docs/operate/keys.md).");

    /// <summary>A key is open to others.</summary>
    public static readonly Refusal KeyOpenToOthers = new("B-026", RefusalKind.Conflict,
        "{0} dapat dibaca atau diubah pengguna lain. Jalankan: chmod {1} {0}",
        "{0} can be read or changed by other users. Run: chmod {1} {0}");

    /// <summary>No more keys fit.</summary>
    public static readonly Refusal RingFull = new("B-027", RefusalKind.Conflict,
        "Kunci data pribadi sudah 255 buah, batas terbanyak.",
        "There are 255 keys of personal data already, the most there can be.");

    /// <summary>The address cannot be read.</summary>
    public static readonly Refusal SftpAddressWrong = new("B-028", RefusalKind.Invalid,
        "{0} bukan alamat SFTP. Contoh: sftp://cadangan@nas.kabupaten.go.id:22/lakudo",
        "{0} is no SFTP address. Example: sftp://cadangan@nas.kabupaten.go.id:22/lakudo");

    /// <summary>There is no key for the other machine.</summary>
    public static readonly Refusal SftpKeyMissing = new("B-029", RefusalKind.Invalid,
        "Kunci SFTP {0} tidak ada atau tidak terbaca. Buat dengan: ssh-keygen -t ed25519 -N '' -f {0}, lalu pasang {0}.pub pada server itu.",
        "The SFTP key {0} is missing or cannot be read. Make it with: ssh-keygen -t ed25519 -N '' -f {0}, and install {0}.pub on that server.");

    /// <summary>The other machine's key is not the one of the first time.</summary>
    public static readonly Refusal HostKeyChanged = new("B-030", RefusalKind.Conflict,
        "Kunci server {0} berubah: dulu {1}, sekarang {2}. Tidak ada yang dikirim. Bila server itu memang dipasang ulang, hapus barisnya dari {3}; bila tidak, ada yang menyamar.",
        "The key of the server {0} changed: it was {1}, it is {2}. Nothing was sent. If that server was installed anew, remove its line from {3}; if not, somebody pretends to be it.");

    /// <summary>The other machine cannot be used.</summary>
    public static readonly Refusal SftpUnreachable = new("B-031", RefusalKind.Unavailable,
        "Server cadangan {0} tidak dapat dipakai: {1}. Cadangan lama tidak disentuh.",
        "The backup server {0} cannot be used: {1}. Older archives are untouched.");

    /// <summary>What is in the archive does not fit on the disk. {0}: megabytes that are free.</summary>
    public static readonly Refusal NoRoom = new("B-032", RefusalKind.Conflict,
        "Isi arsip lebih besar daripada ruang kosong di disk ini ({0:N0} MB), jadi tidak dipulihkan dan tidak ada yang tertinggal. Kosongkan ruang, atau pulihkan ke disk lain dengan Lakudo:Data.",
        "The archive holds more than this disk has free ({0:N0} MB), so it was not restored and nothing was left behind. Make room, or restore to another disk with Lakudo:Data.");
}
