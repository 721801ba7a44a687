namespace Lakudo.Children.Households;

/// <summary>Why somebody left a household, in words: the same on the desk's pages and in the copy that a family gets.</summary>
public static class StayWords
{
    /// <summary>The reason.</summary>
    public static string Of(LeavingHousehold reason) => reason switch
    {
        LeavingHousehold.Moved => "pindah rumah",
        LeavingHousehold.ParentsApart => "orang tua berpisah",
        LeavingHousehold.Fostered => "diasuh keluarga lain",
        LeavingHousehold.Died => "meninggal",
        LeavingHousehold.WrittenWrongly => "salah catat",
        _ => "disatukan dengan keluarga bernomor KK sama",
    };
}
