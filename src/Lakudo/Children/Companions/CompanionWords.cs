using Lakudo.Children.Counts;
using Lakudo.Children.Measuring;

namespace Lakudo.Children.Companions;

/// <summary>How purposes, consent and endings are said: in the access log, in a family's copy and on the puskesmas' pages.</summary>
public static class CompanionWords
{
    /// <summary>What a family is entrusted for.</summary>
    public static string Of(CompanionPurpose purpose) => purpose switch
    {
        CompanionPurpose.FamilyAtRisk => "pendampingan keluarga berisiko",
        CompanionPurpose.NotSeen => "kunjungan rumah anak yang lama tidak hadir",
        CompanionPurpose.SupplementaryFood => "pemberian makanan tambahan (PMT)",
        CompanionPurpose.Referral => "menemani rujukan",
        _ => "tujuan lain",
    };

    /// <summary>The same where companion or mother read it: of one child nobody says a word that is a diagnosis.</summary>
    public static string ToFamily(CompanionPurpose purpose) => purpose == CompanionPurpose.FamilyAtRisk ? "pendampingan keluarga" : Of(purpose);

    /// <summary>How the mother agreed.</summary>
    public static string Of(ConsentForm form) => form == ConsentForm.Written ? "tertulis, lembarnya disimpan puskesmas" : "lisan, di hadapan petugas";

    /// <summary>Who the companion is in the village.</summary>
    public static string Of(VillageDuty duty) => duty == VillageDuty.FamilyCompanion ? "tim pendamping keluarga (TPK)" : "petugas desa";

    /// <summary>Why it ended.</summary>
    public static string Of(CompanionshipEnding ending) => ending switch
    {
        CompanionshipEnding.ByPuskesmas => "diakhiri puskesmas",
        CompanionshipEnding.Replaced => "diganti keputusan baru",
        CompanionshipEnding.SharingWithdrawn => "ibu tidak ingin didampingi lagi",
        CompanionshipEnding.ConsentWithdrawn => "ibu menarik persetujuan data",
        CompanionshipEnding.FamilyGone => "keluarga tidak lagi di desa ini",
        _ => "pendamping tidak bertugas lagi",
    };

    /// <summary>The class of length for age as measured, or what a doctor found; a measurement alone is never called stunting.</summary>
    /// <param name="lengthForAge">Hundredths of a z-score; null for not measured.</param>
    /// <param name="diagnosedBy">Who diagnosed stunting; null where nobody did.</param>
    public static string Length(int? lengthForAge, string? diagnosedBy) => diagnosedBy is not null ? $"stunting, didiagnosis {diagnosedBy}" : LengthWords.Of(lengthForAge) ?? "panjang badan belum diukur";
}
