using Lakudo.Growth;

namespace Lakudo.Web.Growth.Charts;

/// <summary>The charts that can be drawn, by the short names used at a posyandu.</summary>
public enum ChartKind
{
    /// <summary>Weight for age.</summary>
    Bbu,

    /// <summary>Length or height for age.</summary>
    Tbu,

    /// <summary>Weight for length or height.</summary>
    Bbtb,

    /// <summary>Body mass index for age.</summary>
    Imtu,

    /// <summary>Head circumference for age.</summary>
    Lku,

    /// <summary>Arm circumference for age.</summary>
    Lilau,

    /// <summary>Weight for age with the lines and marks of the KMS.</summary>
    Kms,
}

/// <summary>What the charts are called and what they measure.</summary>
internal static class ChartKinds
{
    /// <summary>The index that a chart shows.</summary>
    public static GrowthIndex Index(this ChartKind kind) => kind switch
    {
        ChartKind.Bbu or ChartKind.Kms => GrowthIndex.WeightForAge,
        ChartKind.Tbu => GrowthIndex.LengthForAge,
        ChartKind.Bbtb => GrowthIndex.WeightForLength,
        ChartKind.Imtu => GrowthIndex.BmiForAge,
        ChartKind.Lku => GrowthIndex.HeadForAge,
        ChartKind.Lilau => GrowthIndex.ArmForAge,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such chart."),
    };

    /// <summary>The title, without the sex.</summary>
    public static string Title(this ChartKind kind, bool isStanding) => kind switch
    {
        ChartKind.Bbu => "Berat badan menurut umur (BB/U)",
        ChartKind.Tbu => "Panjang atau tinggi badan menurut umur (PB/U, TB/U)",
        ChartKind.Bbtb => isStanding ? "Berat badan menurut tinggi badan (BB/TB)" : "Berat badan menurut panjang badan (BB/PB)",
        ChartKind.Imtu => "Indeks massa tubuh menurut umur (IMT/U)",
        ChartKind.Lku => "Lingkar kepala menurut umur (LK/U)",
        ChartKind.Lilau => "Lingkar lengan atas menurut umur (LiLA/U)",
        ChartKind.Kms => "Kartu Menuju Sehat: berat badan menurut umur",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such chart."),
    };

    /// <summary>What stands beside the upright axis.</summary>
    public static string Measure(this ChartKind kind) => kind switch
    {
        ChartKind.Tbu => "Panjang atau tinggi badan (cm)",
        ChartKind.Imtu => "IMT (kg/m²)",
        ChartKind.Lku => "Lingkar kepala (cm)",
        ChartKind.Lilau => "LiLA (cm)",
        _ => "Berat badan (kg)",
    };

    /// <summary>The measure of a child in the unit of the chart, corrected for lying or standing; null where it was not measured.</summary>
    public static double? Of(this ChartKind kind, in Measurement measurement, in Assessment assessment) => kind switch
    {
        ChartKind.Tbu => assessment.CorrectedLength?.Centimetres,
        ChartKind.Imtu => assessment.Bmi,
        ChartKind.Lku => measurement.HeadCircumference?.Centimetres,
        ChartKind.Lilau => measurement.MidUpperArm?.Centimetres,
        _ => measurement.Weight?.Kilograms,
    };
}
