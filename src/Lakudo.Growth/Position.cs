namespace Lakudo.Growth;

/// <summary>How a child lay or stood when measured. A child is about 0.7 cm longer lying than standing.</summary>
public enum Position : byte
{
    /// <summary>Recumbent length, expected below 731 days (WHO code L; Indonesian <i>terlentang</i>).</summary>
    Lying = 1,

    /// <summary>Standing height, expected from 731 days on (WHO code H; Indonesian <i>berdiri</i>).</summary>
    Standing = 2,
}
