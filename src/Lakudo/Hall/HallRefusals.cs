using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Why the hall says no. H-001 to H-039 come from the day's model; staff may quote the number.</summary>
public static class HallRefusals
{
    /// <summary>The day has not been opened.</summary>
    public static readonly Refusal DayNotOpen = new("H-001", RefusalKind.Conflict,
        "Layanan hari ini belum dibuka. Pengelola harus membuka hari layanan dulu.",
        "Today's service has not been opened. The hall manager has to open the day first.");

    /// <summary>The day is open already.</summary>
    public static readonly Refusal DayAlreadyOpen = new("H-002", RefusalKind.Conflict,
        "Layanan hari ini sudah dibuka. Tidak perlu dibuka lagi.",
        "Today's service is open already. Nothing needs to be done.");

    /// <summary>The day has been closed.</summary>
    public static readonly Refusal DayClosed = new("H-003", RefusalKind.Conflict,
        "Layanan hari ini sudah ditutup. Silakan datang pada hari kerja berikutnya.",
        "Today's service has been closed. Please come on the next working day.");

    /// <summary>The day cannot close while counters hold tickets. {0}: all of those counters.</summary>
    public static readonly Refusal StillServing = new("H-004", RefusalKind.Conflict,
        "Masih ada yang dipanggil atau dilayani di loket {0}. Selesaikan dulu di sana, lalu tutup hari layanan.",
        "Somebody is still being called or served at counter {0}. Finish there first, then close the day.");

    /// <summary>No such line in this hall today.</summary>
    public static readonly Refusal UnknownLine = new("H-005", RefusalKind.NotFound,
        "Antrean ini tidak ada hari ini. Pilih antrean lain.",
        "There is no such line today. Choose another one.");

    /// <summary>No such counter in this hall today.</summary>
    public static readonly Refusal UnknownCounter = new("H-006", RefusalKind.NotFound,
        "Loket ini tidak ada. Periksa nomor loket.",
        "There is no such counter. Check the counter's number.");

    /// <summary>No such ticket today.</summary>
    public static readonly Refusal UnknownTicket = new("H-007", RefusalKind.NotFound,
        "Nomor antrean ini tidak ditemukan hari ini. Periksa nomornya atau ambil nomor baru.",
        "This ticket was not found today. Check it or take a new number.");

    /// <summary>The line takes no numbers today. {0}: the line.</summary>
    public static readonly Refusal LineClosed = new("H-008", RefusalKind.Conflict,
        "Antrean {0} sedang ditutup. Tanyakan kepada petugas informasi.",
        "Line {0} is closed. Ask at the information desk.");

    /// <summary>Too early for a number. {0}: the line, {1}: from when.</summary>
    public static readonly Refusal NumbersNotYet = new("H-009", RefusalKind.Conflict,
        "Nomor antrean {0} baru dibagikan mulai pukul {1}. Silakan kembali pada jam itu.",
        "Numbers of line {0} are handed out from {1}. Please come back then.");

    /// <summary>After the last-number time. {0}: the line, {1}: the time.</summary>
    public static readonly Refusal NumbersOver = new("H-010", RefusalKind.Conflict,
        "Nomor antrean {0} hanya dibagikan sampai pukul {1}. Silakan datang pada hari kerja berikutnya.",
        "Numbers of line {0} are handed out until {1} only. Please come on the next working day.");

    /// <summary>The hall is on a break. {0}: until when.</summary>
    public static readonly Refusal OnBreak = new("H-011", RefusalKind.Conflict,
        "Sedang istirahat sampai pukul {0}. Lanjutkan setelah itu.",
        "There is a break until {0}. Go on after that.");

    /// <summary>The line has handed out all numbers of the day. {0}: the line, {1}: how many.</summary>
    public static readonly Refusal QuotaUsed = new("H-012", RefusalKind.Conflict,
        "Nomor antrean {0} hari ini sudah habis ({1} nomor). Silakan datang pada hari kerja berikutnya.",
        "All numbers of line {0} are taken today ({1}). Please come on the next working day.");

    /// <summary>The person already holds an open ticket in this line. {0}: its number.</summary>
    public static readonly Refusal AlreadyHolding = new("H-013", RefusalKind.Conflict,
        "Anda masih memegang nomor {0} di antrean ini. Pakai nomor itu, atau batalkan dulu.",
        "You still hold number {0} in this line. Use it, or cancel it first.");

    /// <summary>Nobody waits in the counter's lines.</summary>
    public static readonly Refusal NobodyWaiting = new("H-014", RefusalKind.Conflict,
        "Tidak ada yang menunggu. Coba lagi setelah ada nomor baru.",
        "Nobody is waiting. Try again when there is a new number.");

    /// <summary>The counter is not open. {0}: the counter.</summary>
    public static readonly Refusal CounterClosed = new("H-015", RefusalKind.Conflict,
        "Loket {0} belum dibuka. Buka loket dulu.",
        "Counter {0} is not open. Open the counter first.");

    /// <summary>This clerk has the counter open already. {0}: the counter.</summary>
    public static readonly Refusal CounterAlreadyOpen = new("H-016", RefusalKind.Conflict,
        "Loket {0} sudah Anda buka. Silakan langsung memanggil.",
        "You have opened counter {0} already. Go on calling.");

    /// <summary>The counter holds a ticket. {0}: the counter, {1}: the number.</summary>
    public static readonly Refusal CounterBusy = new("H-017", RefusalKind.Conflict,
        "Loket {0} masih menangani nomor {1}. Selesaikan atau tandai tidak hadir dulu.",
        "Counter {0} still has number {1}. Finish it or mark it absent first.");

    /// <summary>The ticket is not at this counter: a stale page or another clerk was quicker. {0}: the number, {1}: the counter.</summary>
    public static readonly Refusal NotAtThisCounter = new("H-018", RefusalKind.Conflict,
        "Nomor {0} tidak sedang dipanggil di loket {1}. Muat ulang halaman untuk melihat keadaan terbaru.",
        "Number {0} is not at counter {1} now. Reload the page to see how things stand.");

    /// <summary>Service has not begun. {0}: the number.</summary>
    public static readonly Refusal NotStarted = new("H-019", RefusalKind.Conflict,
        "Nomor {0} belum mulai dilayani. Tekan Mulai dulu.",
        "Service of number {0} has not begun. Press Start first.");

    /// <summary>Service has begun, so the person is there. {0}: the number.</summary>
    public static readonly Refusal AlreadyStarted = new("H-020", RefusalKind.Conflict,
        "Nomor {0} sudah mulai dilayani. Tekan Selesai bila pelayanan usai.",
        "Number {0} is being served. Press Finish when it is done.");

    /// <summary>The ticket has ended. {0}: the number, {1}: how, in Indonesian, {2}: how, in English.</summary>
    public static readonly Refusal TicketEnded = new("H-021", RefusalKind.Conflict,
        "Nomor {0} sudah berakhir ({1}). Ambil nomor baru bila masih perlu.",
        "Number {0} has ended ({2}). Take a new number if it is still needed.");

    /// <summary>Nothing to check in. {0}: the number.</summary>
    public static readonly Refusal AlreadyCheckedIn = new("H-022", RefusalKind.Conflict,
        "Nomor {0} sudah tercatat hadir. Silakan menunggu panggilan.",
        "Number {0} is checked in already. Please wait for the call.");

    /// <summary>Check-in after its time. {0}: the number, {1}: the time.</summary>
    public static readonly Refusal CheckInTooLate = new("H-023", RefusalKind.Conflict,
        "Nomor {0} harus tercatat hadir sebelum pukul {1}, sehingga sudah hangus. Ambil nomor baru di anjungan.",
        "Number {0} had to be checked in before {1} and is void. Take a new number at the kiosk.");

    /// <summary>Transfer to the line it is in. {0}: the number, {1}: the line.</summary>
    public static readonly Refusal SameLine = new("H-024", RefusalKind.Conflict,
        "Nomor {0} sudah berada di antrean {1}. Pilih antrean lain.",
        "Number {0} is in line {1} already. Choose another line.");

    /// <summary>Cancelling what a counter holds. {0}: the number, {1}: the counter.</summary>
    public static readonly Refusal AtACounter = new("H-025", RefusalKind.Conflict,
        "Nomor {0} sedang dipanggil atau dilayani di loket {1}. Selesaikan di loket itu.",
        "Number {0} is being called or served at counter {1}. Settle it there.");

    /// <summary>Not a number of the line's paper pad. {0}: the number, {1} and {2}: the pad's first and last.</summary>
    public static readonly Refusal OutsidePad = new("H-026", RefusalKind.Invalid,
        "Nomor {0} bukan nomor bloknot darurat antrean ini ({1} sampai {2}). Periksa angka pada kertas.",
        "Number {0} is not on this line's paper pad ({1} to {2}). Check the figure on the paper.");

    /// <summary>The paper number was entered before. {0}: the number.</summary>
    public static readonly Refusal PaperNumberUsed = new("H-027", RefusalKind.Conflict,
        "Nomor kertas {0} sudah dicatat hari ini. Periksa angka pada kertas.",
        "Paper number {0} has been entered today already. Check the figure on the paper.");

    /// <summary>The time on the paper cannot be right.</summary>
    public static readonly Refusal PaperTimeWrong = new("H-028", RefusalKind.Invalid,
        "Jam pada catatan darurat harus di hari ini, tidak di masa depan, dan jam selesai tidak sebelum jam ambil nomor.",
        "Times in the emergency book must be of today, not in the future, and the end not before the number was taken.");

    /// <summary>The counter serves no line. {0}: the counter.</summary>
    public static readonly Refusal CounterServesNothing = new("H-029", RefusalKind.Conflict,
        "Loket {0} belum diberi antrean. Minta pengelola mengatur antrean loket.",
        "Counter {0} serves no line yet. Ask the hall manager to give it one.");

    /// <summary>The ticket's id was used before.</summary>
    public static readonly Refusal TicketIdUsed = new("H-030", RefusalKind.Invalid,
        "Permintaan nomor ini sudah pernah dipakai. Muat ulang halaman dan coba lagi.",
        "This request for a number was used before. Reload the page and try again.");

    /// <summary>The ticket's holder is not in the hall: booked and not checked in, or missed. {0}: the number.</summary>
    public static readonly Refusal NotHere = new("H-031", RefusalKind.Conflict,
        "Pemegang nomor {0} belum hadir. Tunggu sampai ia hadir atau gilirannya kembali.",
        "The holder of number {0} is not here. Wait until they check in or their turn comes back.");

    /// <summary>The hall has no hours on that weekday. {0}: the weekday.</summary>
    public static readonly Refusal NoHours = new("H-040", RefusalKind.Conflict,
        "Jam layanan hari {0} belum diatur. Atur jam layanan dulu, lalu buka hari.",
        "No opening hours are set for {0}. Set them first, then open the day.");

    /// <summary>No device waits for this pairing code, or its quarter of an hour is over.</summary>
    public static readonly Refusal PairingCodeUnknown = new("H-041", RefusalKind.Invalid,
        "Kode pemasangan ini tidak berlaku: salah ketik, sudah lewat 15 menit, atau hangus setelah sepuluh kali salah. Periksa angkanya, atau minta kode baru kepada pengelola.",
        "The pairing code does not count: mistyped, older than 15 minutes, or void after ten wrong tries. Check its digits, or ask the hall manager for a new one.");

    /// <summary>The setup contradicts itself. {0}: the line, counter or weekday.</summary>
    public static readonly Refusal SetupWrong = new("H-042", RefusalKind.Invalid,
        "Pengaturan aula tidak dapat disimpan: periksa kode, jam, zona, atau antrean pada {0}.",
        "The hall's setup cannot be saved: check code, hours, zone or lines of {0}.");

    /// <summary>A service that stands in no line of this hall.</summary>
    public static readonly Refusal ServiceHasNoLine = new("H-043", RefusalKind.Conflict,
        "Layanan ini belum punya antrean di MPP ini. Tanyakan kepada petugas informasi.",
        "This service has no line in this hall yet. Ask at the information desk.");

    /// <summary>Too many web numbers from one address today.</summary>
    public static readonly Refusal TooManyWebTickets = new("H-044", RefusalKind.TooMany,
        "Sudah terlalu banyak nomor diambil dari jaringan ini hari ini. Ambil nomor di anjungan MPP.",
        "Too many numbers were taken from this network today. Take one at the kiosk.");

    /// <summary>The secret of a ticket does not fit.</summary>
    public static readonly Refusal TicketSecretWrong = new("H-045", RefusalKind.NotFound,
        "Alamat nomor antrean ini tidak lengkap. Pindai kembali kode QR pada karcis.",
        "The address of this number is not complete. Scan the QR code of the ticket again.");

    /// <summary>The call-back of a stopped node.</summary>
    public static readonly Refusal HallBusy = new("H-046", RefusalKind.Unavailable,
        "Antrean sedang dimuat ulang. Coba lagi sebentar lagi; tidak ada nomor yang hilang.",
        "The line is being loaded again. Try again shortly; no number is lost.");

    /// <summary>The day is a holiday.</summary>
    public static readonly Refusal Holiday = new("H-047", RefusalKind.Conflict,
        "Hari ini libur: {0}. Bila aula tetap melayani, buka dengan pilihan Tetap buka pada hari libur.",
        "Today is a holiday: {0}. If the hall serves all the same, open it with the choice to do so.");

    /// <summary>A rule lies outside its bounds.</summary>
    public static readonly Refusal RuleOutOfBounds = new("H-048", RefusalKind.Invalid,
        "{0} harus antara {1} dan {2}. Perbaiki angkanya, lalu simpan lagi.",
        "{0} must lie between {1} and {2}. Correct the figure and save again.");

    /// <summary>One person took as many numbers from afar as a day allows.</summary>
    public static readonly Refusal TooManyOfPerson = new("H-049", RefusalKind.TooMany,
        "Anda sudah mengambil {0} nomor dari jauh hari ini. Ambil nomor berikutnya di anjungan MPP.",
        "You took {0} numbers from afar today. Take the next one at the kiosk.");

    /// <summary>The name of a hall in addresses cannot be used.</summary>
    public static readonly Refusal SlugWrong = new("H-050", RefusalKind.Invalid,
        "Nama alamat terdiri atas 3 sampai 60 huruf kecil, angka, atau tanda hubung, dan bukan nama halaman yang sudah ada. Pilih nama lain.",
        "A hall's name in addresses has 3 to 60 small letters, digits or hyphens, and is not the name of a page. Choose another one.");

    /// <summary>The name of a hall in addresses is taken.</summary>
    public static readonly Refusal SlugTaken = new("H-051", RefusalKind.Conflict,
        "Nama alamat ini sudah dipakai aula lain. Pilih nama lain.",
        "Another hall has this name in addresses. Choose another one.");

    /// <summary>A device's description cannot be right.</summary>
    public static readonly Refusal DeviceWrong = new("H-052", RefusalKind.Invalid,
        "Perangkat perlu nama paling panjang 60 huruf; komputer loket perlu nomor loket yang ada, papan zona yang ada, dan gulungan kertas 58 atau 80 mm.",
        "A device needs a name of at most 60 letters; a counter computer a counter that exists, a board a zone that exists, and a roll of 58 or 80 mm.");

    /// <summary>The node that held the day is gone and no other has taken it over yet.</summary>
    public static readonly Refusal HallMoves = new("H-053", RefusalKind.Unavailable,
        "Antrean sedang berpindah ke server lain. Tunggu beberapa detik, lalu kirim lagi; tidak ada yang tercatat dua kali.",
        "The hall's line is moving to another server. Wait a few seconds and send it again; nothing is recorded twice.");

    /// <summary>Somebody bound to one agency would act at a counter of another.</summary>
    public static readonly Refusal CounterOfAnotherAgency = new("H-054", RefusalKind.NotAllowed,
        "Loket {0} milik instansi lain. Pilih loket instansi Anda, atau minta pengelola MPP memindahkannya.",
        "Counter {0} belongs to another agency. Choose a counter of your own, or ask the hall's manager to move it.");

    /// <summary>An act is taken back too late. {0}: the number, {1}: the seconds within which it is possible.</summary>
    public static readonly Refusal TooLateToTakeBack = new("H-060", RefusalKind.Conflict,
        "Nomor {0} tidak dapat diurungkan lagi: sudah lewat {1} detik. Nomor yang terlewat kembali sendiri ke antrean; yang sudah selesai perlu nomor baru.",
        "This cannot be undone for number {0} any more: more than {1} seconds have passed. A missed number comes back by itself; a finished one needs a new number.");

    /// <summary>The counter or the number has gone on. {0}: the number, {1}: the counter.</summary>
    public static readonly Refusal NothingToTakeBack = new("H-061", RefusalKind.Conflict,
        "Untuk nomor {0} tidak ada lagi yang dapat diurungkan di loket {1}: loket atau nomornya sudah lanjut. Muat ulang halaman untuk melihat keadaan terbaru.",
        "Nothing can be undone for number {0} at counter {1}: the counter or the number has gone on. Reload the page to see how things stand.");

    /// <summary>A transfer without a line.</summary>
    public static readonly Refusal LineNotChosen = new("H-062", RefusalKind.Invalid,
        "Pilih dulu antrean tujuannya, lalu pilih alasannya.",
        "Choose the line to send the number to first, then the reason.");

    /// <summary>A line would be taken out of the setup while people stand in it. {0}: the line, {1}: how many.</summary>
    public static readonly Refusal LineInUse = new("H-063", RefusalKind.Conflict,
        "Antrean {0} belum dapat dihapus: {1} nomor di antrean itu belum selesai hari ini. Hilangkan centang Buka supaya tidak ada nomor baru, layani atau alihkan semuanya, lalu hapus.",
        "Line {0} cannot be removed yet: {1} numbers in it are still open today. Untick Open so that no new numbers come, serve or transfer them all, then remove it.");

    /// <summary>A counter would be taken out of the setup while it holds a number. {0}: the counter, {1}: the number.</summary>
    public static readonly Refusal CounterInUse = new("H-064", RefusalKind.Conflict,
        "Loket {0} belum dapat dihapus karena masih menangani nomor {1}. Selesaikan dulu nomor itu, lalu hapus loketnya.",
        "Counter {0} cannot be removed yet because it still holds number {1}. Finish that number first, then remove the counter.");

    /// <summary>A kiosk's screen that stood from an earlier visit was touched.</summary>
    public static readonly Refusal VisitOver = new("H-065", RefusalKind.Conflict,
        "Layar ini masih dari kunjungan sebelumnya, jadi belum ada nomor untuk Anda. Silakan pilih sekali lagi.",
        "This screen was left from an earlier visit, so no number was taken for you. Please choose once more.");
}
