namespace Lakudo.Growth.Indonesia;

/// <summary>The Indonesian words for every answer of this namespace, in this one place. A screen may prefer its own.</summary>
public static class Words
{
    /// <summary>The class of BB/U as Permenkes 2/2020 names it.</summary>
    public static string Of(WeightForAgeClass answer) => answer switch
    {
        WeightForAgeClass.SeverelyUnderweight => "berat badan sangat kurang",
        WeightForAgeClass.Underweight => "berat badan kurang",
        WeightForAgeClass.Normal => "berat badan normal",
        WeightForAgeClass.RiskOfOverweight => "risiko berat badan lebih",
        _ => throw Unknown(answer),
    };

    /// <summary>The class of PB/U or TB/U as Permenkes 2/2020 names it.</summary>
    public static string Of(LengthForAgeClass answer) => answer switch
    {
        LengthForAgeClass.SeverelyShort => "sangat pendek",
        LengthForAgeClass.Short => "pendek",
        LengthForAgeClass.Normal => "normal",
        LengthForAgeClass.Tall => "tinggi",
        _ => throw Unknown(answer),
    };

    /// <summary>The class of BB/PB, BB/TB or IMT/U as Permenkes 2/2020 names it.</summary>
    public static string Of(NutritionClass answer) => answer switch
    {
        NutritionClass.SeverelyWasted => "gizi buruk",
        NutritionClass.Wasted => "gizi kurang",
        NutritionClass.Good => "gizi baik",
        NutritionClass.RiskOfOverweight => "berisiko gizi lebih",
        NutritionClass.Overweight => "gizi lebih",
        NutritionClass.Obese => "obesitas",
        _ => throw Unknown(answer),
    };

    /// <summary>What a mark means, after its letter.</summary>
    public static string Of(KmsMark mark) => mark switch
    {
        KmsMark.B => "baru pertama kali ditimbang di sini",
        KmsMark.O => "bulan lalu tidak ditimbang",
        KmsMark.N => "naik",
        KmsMark.T => "tidak naik",
        _ => throw Unknown(mark),
    };

    /// <summary>What follows from the card.</summary>
    public static string Of(KmsAction action) => action switch
    {
        KmsAction.None => "timbang lagi bulan depan",
        KmsAction.Counsel => "beri penyuluhan kepada ibu",
        KmsAction.Refer => "rujuk ke petugas kesehatan",
        _ => throw Unknown(action),
    };

    /// <summary>Why a mark is unsure, one sentence a doubt; empty where it is sure.</summary>
    public static string Of(KmsDoubts doubts)
    {
        if (doubts == KmsDoubts.None) return "";
        var sentences = new List<string>(4);
        if (doubts.HasFlag(KmsDoubts.KbmOfMonth)) sentences.Add("KBM bulan ini berbeda antarcetakan kartu.");
        if (doubts.HasFlag(KmsDoubts.CardColumn)) sentences.Add("Umur bulan penuh dan kolom kartu menunjuk KBM yang berbeda.");
        if (doubts.HasFlag(KmsDoubts.GrowthLine)) sentences.Add("Kenaikan kurang dari KBM, tetapi berat masih mengikuti garis pertumbuhannya.");
        if (doubts.HasFlag(KmsDoubts.UnknownSex)) sentences.Add("Jenis kelamin belum diketahui dan KBM laki-laki dan perempuan berbeda.");
        return string.Join(' ', sentences);
    }

    /// <summary>The class of a child's arm.</summary>
    public static string Of(ArmClass answer) => answer switch
    {
        ArmClass.Severe => "gizi buruk",
        ArmClass.Moderate => "gizi kurang",
        ArmClass.Normal => "normal",
        _ => throw Unknown(answer),
    };

    /// <summary>The age group of the register.</summary>
    public static string Of(SipAgeGroup group) => group switch
    {
        SipAgeGroup.Months0To5 => "0-5 bulan",
        SipAgeGroup.Months6To11 => "6-11 bulan",
        SipAgeGroup.Months12To23 => "12-23 bulan",
        SipAgeGroup.Months24To59 => "24-59 bulan",
        _ => throw Unknown(group),
    };

    /// <summary>The capsule.</summary>
    public static string Of(VitaminADose dose) => dose switch
    {
        VitaminADose.None => "tidak ada",
        VitaminADose.Blue => "kapsul biru 100.000 SI",
        VitaminADose.Red => "kapsul merah 200.000 SI",
        _ => throw Unknown(dose),
    };

    /// <summary>The age method.</summary>
    public static string Of(AgeMethod method) => method switch
    {
        AgeMethod.CompletedMonths => "menurut bulan penuh",
        AgeMethod.Days => "menurut hari",
        _ => throw Unknown(method),
    };

    /// <summary>What stands beside an answer: nothing where it is sure, "belum pasti" where two readings differ, "belum dikonfirmasi" where only the rule is open.</summary>
    public static string Certainty<T>(in RuleAnswer<T> answer)
        where T : struct =>
        answer.IsUnsure ? "belum pasti" : answer.Rule.IsConfirmed ? "" : "belum dikonfirmasi";

    private static ArgumentOutOfRangeException Unknown(Enum answer) => new(nameof(answer), answer, "No such answer.");
}
