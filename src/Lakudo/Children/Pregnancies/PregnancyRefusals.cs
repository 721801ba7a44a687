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
}
