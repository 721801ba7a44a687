using Lakudo.Kernel;

namespace Lakudo.Children.Pregnancies;

/// <summary>Why a pregnancy is not shown or changed so. Numbered from <c>C-801</c>.</summary>
public static class PregnancyRefusals
{
    /// <summary>There is no such pregnancy in the caller's care.</summary>
    public static readonly Refusal NoSuchPregnancy = new("C-801", RefusalKind.NotFound,
        "Ibu hamil ini tidak ada di wilayah tugas Anda. Bila baru pindah, tanyakan kepada puskesmas asalnya.",
        "There is no such pregnancy in your care.");

    /// <summary>Her NIK is not known.</summary>
    public static readonly Refusal NoNik = new("C-802", RefusalKind.NotFound,
        "NIK ibu ini belum tercatat. Tanyakan saat ia datang ke posyandu.",
        "This woman's NIK is not known here.");

    /// <summary>A day on which it cannot have ended.</summary>
    public static readonly Refusal DayImpossible = new("C-803", RefusalKind.Invalid,
        "Hari itu tidak mungkin: sebelum kehamilan dimulai, belum tiba, atau sebelum kunjungan yang sudah tercatat. Periksa tanggalnya.",
        "That day cannot be: before the pregnancy began, still to come, or before a visit that is written down.");

    /// <summary>It has ended already.</summary>
    public static readonly Refusal HasEnded = new("C-804", RefusalKind.Conflict,
        "Kehamilan ini sudah dinyatakan berakhir. Batalkan dulu bila keliru.",
        "This pregnancy has ended already. Take that back first if it is wrong.");

    /// <summary>It has not ended, or not by a birth.</summary>
    public static readonly Refusal HasNotEnded = new("C-805", RefusalKind.Conflict,
        "Kehamilan ini belum dinyatakan berakhir, atau tidak dengan kelahiran.",
        "This pregnancy has not ended, or not by a birth.");

    /// <summary>No kind, no reason, or too many words.</summary>
    public static readonly Refusal WordsNeeded = new("C-806", RefusalKind.Invalid,
        "Pilih bagaimana berakhirnya, dan isi alasan bila membatalkan; paling banyak 200 huruf.",
        "Choose how it ended, and give a reason for taking it back; at most 200 letters.");

    /// <summary>No child of hers of that day.</summary>
    public static readonly Refusal NotHerChild = new("C-807", RefusalKind.Conflict,
        "Anak ini tidak dapat dipilih: bukan di wilayah tugas Anda, nama ibunya atau hari lahirnya lain, atau sudah disebut.",
        "This child cannot be chosen: it is not in your care, has another mother or birthday, or is named already.");

    /// <summary>Nothing to correct.</summary>
    public static readonly Refusal NoSuchVisit = new("C-808", RefusalKind.Conflict,
        "Tidak ada yang diperbaiki: kunjungan ini bukan dari kehamilan itu, sudah dicoret, atau angkanya sama.",
        "Nothing to correct: this visit is not of that pregnancy, is struck already, or has the same values.");
}
