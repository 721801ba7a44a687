using Lakudo.Kernel;

namespace Lakudo.Children.Companions;

/// <summary>Why a family is not entrusted, or is not shown. Numbered from <c>C-635</c>.</summary>
public static class CompanionsRefusals
{
    /// <summary>Nobody of that village.</summary>
    public static readonly Refusal NoSuchCompanion = new("C-635", RefusalKind.NotFound,
        "Pendamping ini tidak sedang bertugas di desa anak ini. Minta admin wilayah menetapkan desanya dulu.",
        "This companion has no duty in the child's village now.");

    /// <summary>The mother did not agree, or it is not written down how and when.</summary>
    public static readonly Refusal ConsentNeeded = new("C-636", RefusalKind.Invalid,
        "Tanpa persetujuan ibu atau wali, keluarga tidak diserahkan kepada pendamping. Jelaskan siapa, untuk apa, dan sampai kapan; lalu catat cara dan tanggal persetujuannya, paling lama {0} hari lalu.",
        "Without the mother's consent no family is entrusted. Write down how and when she agreed, at most {0} days ago.");

    /// <summary>A last day that cannot be.</summary>
    public static readonly Refusal LastDayImpossible = new("C-637", RefusalKind.Invalid,
        "Hari terakhir tidak boleh sudah lewat, dan paling lama {0} bulan dari sekarang.",
        "The last day must not be past, nor more than {0} months from now.");

    /// <summary>No purpose, or words missing or too long.</summary>
    public static readonly Refusal PurposeNeeded = new("C-638", RefusalKind.Invalid,
        "Pilih tujuan pendampingan. Untuk tujuan lain, tuliskan; keterangan paling panjang {0} huruf.",
        "Choose a purpose; another one needs words. Words are at most {0} letters.");

    /// <summary>No child below five.</summary>
    public static readonly Refusal NoChildHere = new("C-639", RefusalKind.Conflict,
        "Di desa ini keluarga itu tidak mempunyai balita yang dipantau posyandu, jadi tidak ada yang didampingi.",
        "The family has no child below five at a posyandu of this village.");

    /// <summary>Not in force in the caller's care.</summary>
    public static readonly Refusal NoSuchCompanionship = new("C-640", RefusalKind.NotFound,
        "Pendampingan ini tidak sedang berlaku di wilayah tugas Anda.",
        "There is no such companionship in force in your care.");

    /// <summary>Not entrusted to who asks, or no longer.</summary>
    public static readonly Refusal NotEntrusted = new("C-641", RefusalKind.NotFound,
        "Keluarga ini tidak sedang dipercayakan kepada Anda. Bila masih perlu didampingi, bicarakan dengan bidan.",
        "This family is not entrusted to you now. Talk with the midwife if it still needs a companion.");

    /// <summary>A day of a visit that cannot be.</summary>
    public static readonly Refusal VisitDayImpossible = new("C-642", RefusalKind.Invalid,
        "Tanggal kunjungan tidak boleh sebelum pendampingan dimulai ({0:d MMMM yyyy}) atau sesudah hari ini.",
        "A visit is neither before the companionship began ({0:yyyy-MM-dd}) nor after today.");

    /// <summary>Words too long, or none where a midwife is asked for.</summary>
    public static readonly Refusal WordsNeeded = new("C-643", RefusalKind.Invalid,
        "Tuliskan singkat, paling panjang {0} huruf. Bila perlu bidan, sebutkan untuk apa.",
        "Write it shortly, at most {0} letters. Where a midwife is needed, say what for.");

    /// <summary>Nothing to take back.</summary>
    public static readonly Refusal NotShared = new("C-645", RefusalKind.NotFound,
        "Keluarga ini tidak sedang didampingi siapa pun, jadi tidak ada persetujuan yang ditarik.",
        "This family has no companion now, so there is no consent to take back.");
}
