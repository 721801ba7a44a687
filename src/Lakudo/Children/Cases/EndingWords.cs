namespace Lakudo.Children.Cases;

/// <summary>How a case ended and why a child left, in words: the same on the desk's pages and in the copy that a family gets, so written that a family may read them.</summary>
public static class EndingWords
{
    /// <summary>How a case ended.</summary>
    public static string Of(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Recovered => "pulih",
        CaseOutcome.HandledAtPosyandu => "cukup ditangani di posyandu",
        CaseOutcome.NotACase => "hasil ukur ternyata keliru",
        CaseOutcome.FamilyDeclined => "keluarga memilih tidak dirujuk, sudah dibicarakan",
        _ => "dilanjutkan petugas lain",
    };

    /// <summary>Why a child left.</summary>
    public static string Of(LeavingKind kind) => kind switch { LeavingKind.MovedAway => "pindah ke luar daerah", LeavingKind.Died => "meninggal", _ => "tidak ditemukan lagi" };
}
