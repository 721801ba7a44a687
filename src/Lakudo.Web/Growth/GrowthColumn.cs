namespace Lakudo.Web.Growth;

/// <summary>What a column of a file of measurements holds.</summary>
internal enum GrowthColumn : byte
{
    /// <summary>The row's own name, copied to the answer as it stands.</summary>
    Id,

    /// <summary>1, m, L or 2, f, P.</summary>
    Sex,

    /// <summary>Age in days, may have decimals.</summary>
    AgeDays,

    /// <summary>Age in months of 30.4375 days, may have decimals.</summary>
    AgeMonths,

    /// <summary>Day of birth.</summary>
    Birth,

    /// <summary>Day of measurement.</summary>
    Visit,

    /// <summary>Kilograms.</summary>
    Weight,

    /// <summary>Centimetres, as read from the board.</summary>
    LengthOrHeight,

    /// <summary>L lying, H standing.</summary>
    Position,

    /// <summary>y or n.</summary>
    Oedema,

    /// <summary>Head circumference, centimetres.</summary>
    Head,

    /// <summary>Mid-upper arm circumference, centimetres.</summary>
    Arm,

    /// <summary>Triceps skinfold, millimetres.</summary>
    Triceps,

    /// <summary>Subscapular skinfold, millimetres.</summary>
    Subscapular,
}

/// <summary>The names of the columns as the check sets and the help of the commands write them.</summary>
internal static class GrowthColumns
{
    /// <summary>The names, in the order of <see cref="GrowthColumn"/>.</summary>
    public static readonly string[] Names =
    [
        "id", "sex", "age_days", "age_months", "birth_date", "visit_date", "weight_kg", "lenhei_cm", "measure", "oedema",
        "headc_cm", "muac_cm", "triskin_mm", "subskin_mm",
    ];

    /// <summary>The name of one.</summary>
    public static string Name(this GrowthColumn column) => Names[(int)column];
}
