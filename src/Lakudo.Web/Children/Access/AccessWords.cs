using Lakudo.Children.Access;
using Lakudo.Kernel;

namespace Lakudo.Web.Children.Access;

/// <summary>What was done with a child's record, in words. Every fact about a child, measurement, batch or posyandu is in the log by its subject; one without words here shows under its own name.</summary>
internal static class AccessWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["ChildRead"] = "membuka catatan anak",
        ["ChildrenListed"] = "melihat daftar anak",
        ["PosyanduDataRead"] = "ponsel kader memuat data posyandu",
        ["BatchAccepted"] = "mengirim hasil posyandu dari ponsel",
        ["BatchRefused"] = "mengirim hasil yang ditolak",
        ["SheetEntered"] = "memasukkan lembar kertas",
        ["MeasurementValidated"] = "memutuskan hasil ukur",
        ["ChildMoved"] = "memindahkan ke posyandu lain",
        ["PosyanduEmptied"] = "memindahkan semua balita ke posyandu lain",
        ["ChildrenMerged"] = "menggabung dua catatan",
        ["ChildSplit"] = "memisahkan catatan yang digabung",
        ["PhoneCodeGiven"] = "membuat kode ponsel kader",
        ["PhoneRegistered"] = "mendaftarkan ponsel kader",
        ["PhoneWipeOrdered"] = "memerintahkan ponsel melupakan datanya",
        ["PhoneToldToForget"] = "ponsel diberi tahu untuk melupakan datanya",
        ["SealedBatchesKept"] = "menyerahkan kiriman tersegel",
        ["SealedBatchReleased"] = "membuka kiriman tersegel",
        ["HandOverTaken"] = "menerima serahan tanpa sinyal",
        ["PosyanduChanged"] = "mengubah nama, tempat, atau hari posyandu",
        ["PosyanduClosed"] = "menutup posyandu",
        ["PosyanduReopened"] = "membuka lagi posyandu",
        ["ImportEntered"] = "memasukkan data dari berkas",
        ["ChildErased"] = "menghapus data anak atas permintaan atau masa simpan",
        ["FamilyCardIssued"] = "membuat kartu keluarga",
        ["FamilyCardPrinted"] = "mencetak stiker kartu keluarga",
        ["FamilyCardRevoked"] = "mencabut kartu keluarga",
        ["FamilyDoorUnlocked"] = "membuka kunci kartu keluarga",
        ["FamilyPageOpened"] = "keluarga membuka halaman anak dengan PIN",
        ["FamilyPageRead"] = "keluarga melihat halaman anak",
        ["FamilyPageClosed"] = "keluarga menutup halaman anak",
        ["ReminderContactGiven"] = "mencatat kontak pengingat posyandu",
        ["ReminderContactEnded"] = "menghentikan pengingat posyandu",
        ["RemindersWritten"] = "menulis pengingat hari posyandu",
        ["RemindersSettled"] = "mengirim pengingat hari posyandu",
        ["DiagnosisRecorded"] = "mencatat diagnosis stunting",
        ["DiagnosisTakenBack"] = "mencabut diagnosis stunting",
        ["ChildReferred"] = "merujuk",
        ["ReferralAnswered"] = "mencatat jawaban rujukan",
        ["ReferralPrinted"] = "mencetak surat rujukan",
        ["CaseClosed"] = "menutup kasus",
        ["ChildLeft"] = "menyatakan pergi dari posyandu",
        ["LeavingTakenBack"] = "menyatakan masih di posyandu",
        ["MeasurementCorrected"] = "memperbaiki hasil ukur",
        ["EppgbmSheetMade"] = "mengunduh lembar e-PPGBM",
        ["SatusehatBundleMade"] = "mengunduh berkas SATUSEHAT",
        ["HouseholdOpened"] = "mencatat keluarganya",
        ["HouseholdJoined"] = "memasukkan ke satu keluarga",
        ["HouseholdLeft"] = "mengeluarkan dari satu keluarga",
        ["HouseholdsUnited"] = "menyatukan dua keluarga",
        ["HouseholdNumberSet"] = "mencatat atau memperbaiki nomor KK",
        ["HouseholdPlaced"] = "mengubah tempat tinggal keluarga",
        ["HouseholdRead"] = "membuka halaman keluarganya",
        ["HouseholdNumberRevealed"] = "melihat nomor KK lengkap",
        ["HouseholdSought"] = "mencari keluarganya dengan nomor KK",
        ["AccessLogRead"] = "melihat jejak akses ini",
    };

    /// <summary>For example <c>membuka catatan anak</c>.</summary>
    public static string Of(AccessLog.Row row)
    {
        var words = Words.GetValueOrDefault(row.Fact, $"kegiatan lain ({row.Fact})");
        return row.Children is { } many && row.IsAboutMany ? $"{words}, {many.ToString("N0", Formats.Indonesian)} anak" : words;
    }
}
