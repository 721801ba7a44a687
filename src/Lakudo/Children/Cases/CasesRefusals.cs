using Lakudo.Kernel;

namespace Lakudo.Children.Cases;

/// <summary>Why the desk of the puskesmas says no, numbered <c>C-301</c> onwards.</summary>
public static class CasesRefusals
{
    /// <summary>No measured class to rest a diagnosis on.</summary>
    public static Refusal GroundMissing { get; } = new("C-301", RefusalKind.Conflict,
        "Diagnosis stunting perlu dasar: hasil ukur tinggi anak ini yang sudah dipastikan puskesmas, dihitung, dan tergolong pendek atau sangat pendek. Pastikan dulu hasil ukurnya.",
        "A diagnosis of stunting needs a height of this child that was validated, counts, and is classed as short or very short.");

    /// <summary>A diagnosis stands already.</summary>
    public static Refusal AlreadyDiagnosed { get; } = new("C-302", RefusalKind.Conflict,
        "Diagnosis stunting anak ini sudah tercatat. Cabut dulu bila keliru.",
        "A diagnosis of stunting stands already. Take it back first where it is wrong.");

    /// <summary>No diagnosis stands.</summary>
    public static Refusal NotDiagnosed { get; } = new("C-303", RefusalKind.Conflict,
        "Tidak ada diagnosis stunting yang berlaku untuk anak ini.",
        "No diagnosis of stunting stands for this child.");

    /// <summary>A day that cannot be.</summary>
    public static Refusal DayImpossible { get; } = new("C-304", RefusalKind.Invalid,
        "Tanggal ini tidak mungkin: belum tiba, atau sebelum hal yang mendasarinya.",
        "This day has not come yet, or lies before what it rests on.");

    /// <summary>Something that must be said is missing or too long.</summary>
    public static Refusal WordsNeeded { get; } = new("C-305", RefusalKind.Invalid,
        "Ada isian yang kosong atau terlalu panjang. Alasan dan nama tempat paling panjang 200 huruf, temuan dan tindakan 500 huruf.",
        "Something is empty or too long: reasons and names take 200 letters, findings 500.");

    /// <summary>A referral still waits for its answer.</summary>
    public static Refusal AnswerAwaited { get; } = new("C-306", RefusalKind.Conflict,
        "Rujukan sebelumnya belum dijawab. Catat dulu jawabannya, juga bila anak tidak datang.",
        "The referral before has no answer yet. Write it down first, also when the child did not come.");

    /// <summary>No such open referral.</summary>
    public static Refusal NoOpenReferral { get; } = new("C-307", RefusalKind.NotFound,
        "Tidak ada rujukan terbuka ini untuk anak di wilayah tugas Anda.",
        "There is no such open referral of a child in your care.");

    /// <summary>Nothing to close.</summary>
    public static Refusal NoCase { get; } = new("C-308", RefusalKind.Conflict,
        "Anak ini tidak sedang dalam daftar kasus, jadi tidak ada yang ditutup.",
        "This child is no case now, so there is nothing to close.");

    /// <summary>The child left already, or is measured still.</summary>
    public static Refusal CannotLeave { get; } = new("C-309", RefusalKind.Conflict,
        "Anak ini sudah dinyatakan pergi, atau masih diukur pada atau sesudah tanggal itu. Periksa tanggalnya.",
        "The child was said to have left already, or was measured on that day or later.");

    /// <summary>The child did not leave.</summary>
    public static Refusal DidNotLeave { get; } = new("C-310", RefusalKind.Conflict,
        "Anak ini tidak sedang dinyatakan pergi.",
        "The child was not said to have left.");
}
