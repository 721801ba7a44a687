namespace Lakudo.Field;

/// <summary>Why a measurement should be taken again before it is believed.</summary>
public enum Doubt : byte
{
    /// <summary>Shorter than before by more than 0.5 cm (lying and standing made comparable).</summary>
    HeightFell = 1,

    /// <summary>More than 15 % heavier or lighter than at the last weighing of the last two months.</summary>
    WeightJumped = 2,

    /// <summary>A z-score that WHO calls implausible.</summary>
    Implausible = 3,

    /// <summary>The last five of the day all end in 0 or 5.</summary>
    RoundedDigits = 4,

    /// <summary>A child below 9 months noted as standing.</summary>
    TooYoungToStand = 5,

    /// <summary>Grew by more than 6 cm within a month and a half.</summary>
    HeightJumped = 6,
}
