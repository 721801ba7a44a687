using Lakudo.Kernel;

namespace Lakudo.Applications;

/// <summary>Every rule of the module Applications that may say no, numbered <c>A-001</c> onwards. Numbers are never given twice.</summary>
public static class ApplicationsRefusals
{
    /// <summary>More bytes came than an upload may have; reading stopped there.</summary>
    public static Refusal UploadTooLarge { get; } = new("A-001", RefusalKind.Invalid,
        "Berkas lebih besar dari {0} MB, jadi tidak diterima. Perkecil berkas atau pindai ulang dengan mutu lebih rendah, lalu unggah lagi.",
        "The file is larger than {0} MB and was not taken. Make it smaller or scan it again at a lower quality, then upload it again.");

    /// <summary>The file has no bytes.</summary>
    public static Refusal UploadEmpty { get; } = new("A-002", RefusalKind.Invalid,
        "Berkas kosong. Pilih berkas yang berisi, lalu unggah lagi.",
        "The file is empty. Choose a file with content and upload it again.");

    /// <summary>The content is neither PDF nor JPEG nor PNG, whatever the name says.</summary>
    public static Refusal UploadKindUnknown { get; } = new("A-003", RefusalKind.Invalid,
        "Isi berkas bukan PDF, JPEG atau PNG. Simpan atau pindai sebagai salah satu jenis itu, lalu unggah lagi.",
        "The content is not PDF, JPEG or PNG. Save or scan it as one of these and upload it again.");

    /// <summary>The name promises one kind, the content is another.</summary>
    public static Refusal UploadDisguised { get; } = new("A-004", RefusalKind.Invalid,
        "Nama berkas berakhiran {0}, tetapi isinya {1}. Beri nama yang sesuai isinya, lalu unggah lagi.",
        "The file name ends in {0} but the content is {1}. Give it a fitting name and upload it again.");

    /// <summary>It begins as PDF, JPEG or PNG but breaks off or does not hold together.</summary>
    public static Refusal UploadDamaged { get; } = new("A-005", RefusalKind.Invalid,
        "Berkas rusak atau tidak lengkap. Pindai atau unduh ulang, lalu unggah lagi.",
        "The file is damaged or incomplete. Scan or download it again and upload it again.");

    /// <summary>A PDF that runs something, leads to other files or machines, carries files, is locked by a password, or hides what it holds.</summary>
    public static Refusal UploadActive { get; } = new("A-006", RefusalKind.Invalid,
        "PDF ini berisi skrip atau perintah, lampiran tersembunyi, kunci sandi, atau bagian yang tidak dapat diperiksa, jadi tidak diterima. Cetak ke PDF biasa, lalu unggah lagi.",
        "This PDF holds a script or an action, a hidden attachment, a password or a part that cannot be looked through, and was not taken. Print it to a plain PDF and upload it again.");

    /// <summary>The disk is full or cannot be written; nothing was kept of the file.</summary>
    public static Refusal StorageUnavailable { get; } = new("A-007", RefusalKind.Unavailable,
        "Tempat penyimpanan berkas sedang penuh atau tidak dapat ditulis. Isian Anda tidak hilang; coba lagi nanti atau serahkan berkas di loket.",
        "File storage is full or cannot be written. What you typed is not lost; try again later or hand the paper in at the counter.");

    /// <summary>A file that a record names is not in the storage.</summary>
    public static Refusal FileMissing { get; } = new("A-008", RefusalKind.NotFound,
        "Berkas tidak ditemukan di penyimpanan. Beri tahu petugas TI dengan menyebut nomor ini.",
        "The file is not in the storage. Tell the IT officer this number.");

    /// <summary>What was typed or scanned is not a verification code.</summary>
    public static Refusal CodeMalformed { get; } = new("A-020", RefusalKind.Invalid,
        "Kode itu bukan kode verifikasi. Periksa 12 huruf dan angka pada dokumen, misalnya K7QM-2XPD-9FAT, lalu ketik lagi.",
        "That is not a verification code. Check the 12 letters and digits on the document and type them again.");

    /// <summary>The signing service did not know the signer's passphrase. Never tried again by itself: some services lock the account.</summary>
    public static Refusal PassphraseWrong { get; } = new("A-030", RefusalKind.Invalid,
        "Frasa sandi tanda tangan salah. Dokumen belum ditandatangani. Ketik ulang dengan teliti; terlalu sering salah dapat mengunci akun.",
        "The signing passphrase is wrong. The document is not signed. Type it again with care; too many errors can lock the account.");

    /// <summary>The signing service does not know the signer.</summary>
    public static Refusal SignerNotRegistered { get; } = new("A-031", RefusalKind.Conflict,
        "Penandatangan belum terdaftar di layanan tanda tangan elektronik. Daftarkan dahulu, atau tanda tangani di atas kertas.",
        "The signer is not registered with the signing service. Register first, or sign on paper.");

    /// <summary>The signer's certificate is not in the one state in which it may sign.</summary>
    public static Refusal CertificateNotUsable { get; } = new("A-032", RefusalKind.Conflict,
        "Sertifikat elektronik penandatangan berstatus {0}, jadi tidak dapat dipakai. Perbarui sertifikat, atau tanda tangani di atas kertas.",
        "The signer's certificate has status {0} and cannot be used. Renew it, or sign on paper.");

    /// <summary>No answer came: whether a signature was made is not known.</summary>
    public static Refusal SigningOutcomeUnknown { get; } = new("A-033", RefusalKind.Unavailable,
        "Layanan tanda tangan tidak menjawab tepat waktu. Dokumen belum ditandatangani di sini; nomor tetap tersimpan. Coba lagi sebentar lagi.",
        "The signing service did not answer in time. The document is not signed here; its number is kept. Try again shortly.");

    /// <summary>The signing service said no in words of its own.</summary>
    public static Refusal SigningServiceRefused { get; } = new("A-034", RefusalKind.Unavailable,
        "Layanan tanda tangan menolak dengan kode {0}. Dokumen belum ditandatangani; nomor tetap tersimpan. Sampaikan kode itu kepada petugas TI.",
        "The signing service refused with code {0}. The document is not signed; its number is kept. Tell the IT officer that code.");

    /// <summary>What came back from the signing service is not a well signed form of what was sent.</summary>
    public static Refusal SignatureNotSound { get; } = new("A-035", RefusalKind.Unavailable,
        "Berkas yang kembali dari layanan tanda tangan tidak lolos pemeriksaan. Dokumen belum ditandatangani; beri tahu petugas TI.",
        "The file that came back from the signing service did not pass the check. The document is not signed; tell the IT officer.");

    /// <summary>No such application that the caller may see.</summary>
    public static Refusal NoSuchApplication { get; } = new("A-040", RefusalKind.NotFound,
        "Permohonan tidak ditemukan. Periksa nomor dan kode rahasia pada tanda terima.",
        "No such application. Check the number and the secret on the receipt.");

    /// <summary>The service only informs; nothing can be filed.</summary>
    public static Refusal ReferralTakesNoFile { get; } = new("A-041", RefusalKind.Conflict,
        "Layanan ini hanya berupa informasi dan rujukan, jadi tidak ada berkas yang diterima di sini. Lihat alamat tujuannya pada halaman layanan.",
        "This service only informs and refers; no file is taken here. See its page for where to go.");

    /// <summary>The application is not in a state in which this can be done.</summary>
    public static Refusal NotNow { get; } = new("A-042", RefusalKind.Conflict,
        "Ini tidak dapat dilakukan karena permohonan berstatus {0}. Muat ulang halaman untuk melihat langkah berikutnya.",
        "This cannot be done while the application is {0}. Reload the page to see the next step.");

    /// <summary>Not every requirement was ticked.</summary>
    public static Refusal RequirementsMissing { get; } = new("A-043", RefusalKind.Conflict,
        "Masih ada {0} persyaratan yang belum diperiksa. Centang setelah dilihat, atau kembalikan berkas dengan satu daftar kekurangan.",
        "{0} requirements are not yet checked. Tick them once seen, or return the file with one list of defects.");

    /// <summary>A file is returned once only.</summary>
    public static Refusal AlreadyReturned { get; } = new("A-044", RefusalKind.Conflict,
        "Berkas sudah pernah dikembalikan satu kali. Putuskan berdasarkan berkas yang ada, dengan alasan.",
        "The file was already returned once. Decide on what is there, with a reason.");

    /// <summary>A list of defects, a reason or a statement is empty or too long.</summary>
    public static Refusal TextMissing { get; } = new("A-045", RefusalKind.Invalid,
        "{0} harus diisi, paling panjang {1} huruf.",
        "{0} is needed, of at most {1} letters.");

    /// <summary>Lakudo never decides or issues for another system.</summary>
    public static Refusal IssuedElsewhere { get; } = new("A-046", RefusalKind.Conflict,
        "Dokumen layanan ini diterbitkan sistem nasional. Catat nomor rujukannya, lalu serahkan.",
        "A national system issues this document. Record its reference and hand it over.");

    /// <summary>The other way round: a local service has no outside reference.</summary>
    public static Refusal IssuedHere { get; } = new("A-047", RefusalKind.Conflict,
        "Dokumen layanan ini diterbitkan di sini, jadi tidak memakai nomor rujukan luar.",
        "This document is issued here and has no outside reference.");

    /// <summary>An application holds as many files as it may.</summary>
    public static Refusal TooManyFiles { get; } = new("A-048", RefusalKind.Conflict,
        "Permohonan ini sudah memuat {0} berkas, batas paling banyak. Gabungkan sisanya menjadi satu PDF, atau serahkan di loket.",
        "This application already holds {0} files, the most it may. Combine the rest into one PDF, or hand it in at the counter.");

    /// <summary>The requirement named is not one that this service asks for.</summary>
    public static Refusal NoSuchRequirement { get; } = new("A-049", RefusalKind.NotFound,
        "Persyaratan itu tidak lagi diminta layanan ini. Muat ulang halaman untuk melihat daftar terbaru.",
        "This service does not ask for that requirement any more. Reload the page to see the present list.");

    /// <summary>No such document that the caller may see.</summary>
    public static Refusal NoSuchDocument { get; } = new("A-050", RefusalKind.NotFound,
        "Dokumen tidak ditemukan. Periksa nomor atau kodenya.",
        "No such document. Check its number or code.");

    /// <summary>The document is not in a state in which this can be done.</summary>
    public static Refusal DocumentNotNow { get; } = new("A-051", RefusalKind.Conflict,
        "Ini tidak dapat dilakukan karena dokumen berstatus {0}. Muat ulang halaman.",
        "This cannot be done while the document is {0}. Reload the page.");

    /// <summary>The last day of validity lies before the day of issue.</summary>
    public static Refusal ValidityPast { get; } = new("A-052", RefusalKind.Invalid,
        "Masa berlaku berakhir sebelum hari terbit. Perbaiki tanggalnya.",
        "The document would expire before it is issued. Correct the date.");

    /// <summary>Nobody has said what is printed under this official's signature.</summary>
    public static Refusal OfficialMissing { get; } = new("A-053", RefusalKind.Conflict,
        "Jabatan dan nama penandatangan untuk akun ini belum diisi. Minta admin instansi atau admin wilayah mengisinya di halaman Pejabat.",
        "Position and name of the signing official are not set for this account. Ask the agency's or the region's admin to fill them in.");

    /// <summary>The agency has no letterhead yet.</summary>
    public static Refusal LetterheadMissing { get; } = new("A-054", RefusalKind.Conflict,
        "Kop surat instansi ini belum diisi. Minta admin instansi atau admin wilayah mengisi alamat dan tempat terbit di halaman Pejabat.",
        "The agency's letterhead is not set. Ask the agency's or the region's admin to fill in address and place.");

    /// <summary>Who verified a file does not decide on it: two people look.</summary>
    public static Refusal OwnVerification { get; } = new("A-055", RefusalKind.Conflict,
        "Anda yang memverifikasi permohonan ini, jadi pejabat lain yang harus memutuskannya.",
        "You verified this application, so another official must decide on it.");

    /// <summary>Filing online needs a confirmed telephone or mailbox.</summary>
    public static Refusal ContactNeeded { get; } = new("A-056", RefusalKind.Invalid,
        "Permohonan daring memerlukan nomor HP atau surel yang sudah dikonfirmasi dengan kode. Minta kode lagi, lalu kirim ulang.",
        "Filing online needs a telephone or mailbox confirmed by a code. Ask for a code again and send once more.");

    /// <summary>Another official's name is printed under the document.</summary>
    public static Refusal NotTheSignatory { get; } = new("A-057", RefusalKind.Conflict,
        "Di bawah dokumen ini tercetak nama {0}, jadi hanya pejabat itu yang dapat menandatanganinya. Batalkan nomornya bila pejabat lain yang menandatangani.",
        "The name printed under this document is {0}, so only that official can sign it. Void the number if another official is to sign.");

    /// <summary>The applicant's data was erased.</summary>
    public static Refusal ApplicantErased { get; } = new("A-059", RefusalKind.Conflict,
        "Data pribadi pemohon pada permohonan ini sudah dihapus. Yang tersisa hanya nomor, tanggal, dan statusnya.",
        "The applicant's personal data of this application was erased. What is left is its number, dates and state.");

    /// <summary>A correction changes nothing.</summary>
    public static Refusal NothingToCorrect { get; } = new("A-060", RefusalKind.Invalid,
        "Isi paling sedikit satu yang diperbaiki: nama, NIK, atau kontak.",
        "Fill in at least one to correct: name, NIK or contact.");

    /// <summary>A register cannot be stepped on so far.</summary>
    public static Refusal SkipOutOfRange { get; } = new("A-058", RefusalKind.Invalid,
        "Nomor yang dilewati harus 0 sampai 100.000.",
        "The numbers to skip must be 0 to 100,000.");

    /// <summary>What a document shall say holds a sign that cannot be printed.</summary>
    public static Refusal DocumentUnprintable { get; } = new("A-061", RefusalKind.Conflict,
        "{0} memuat tanda {1} yang tidak dapat dicetak, jadi dokumen tidak dibuat. Perbaiki isian itu dulu; bila nomornya sudah ada, batalkan nomor itu lalu beri nomor baru.",
        "{0} holds the sign {1}, which cannot be printed, so no document was made. Correct it first; where the number is given already, void it and give a new one.");

    /// <summary>A system sends again, under a key that is not known any more, what it filed days ago. {0}: the application's number.</summary>
    public static Refusal FiledBefore { get; } = new("A-075", RefusalKind.Conflict,
        "Permohonan yang sama, dari pemohon yang sama, sudah diterima dengan nomor {0} dan belum selesai. Bila memang permohonan kedua, kirim dengan kunci UUIDv7 yang baru.",
        "The same application by the same person was taken in as {0} and is not finished. If this is a second one, send it under a new UUIDv7 as its key.");

    /// <summary>A sealed file does not open with the key of personal data.</summary>
    public static Refusal FileSealUnopened { get; } = new("A-062", RefusalKind.Unavailable,
        "Berkas ini tersegel dan tidak terbuka dengan kunci data pribadi yang ada. Beri tahu petugas TI untuk memeriksa folder keys.",
        "This file is sealed and does not open with the key of personal data. Ask the IT officer to check the key folder.");
}
