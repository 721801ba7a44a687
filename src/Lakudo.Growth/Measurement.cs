namespace Lakudo.Growth;

/// <summary>What was measured of one child on one day. Everything may be missing (null); each index asks only for what it needs.</summary>
public readonly record struct Measurement
{
    /// <summary>The sex; null when unknown, and then no z-score is computed.</summary>
    public Sex? Sex { get; init; }

    /// <summary>The age; null when unknown. Weight for length or height is still computed then.</summary>
    public Age? Age { get; init; }

    /// <summary>The weight (kilograms in WHO's tables).</summary>
    public Mass? Weight { get; init; }

    /// <summary>The length or height as read from the board, before any correction.</summary>
    public Length? LengthOrHeight { get; init; }

    /// <summary>Whether the child lay or stood; null when not noted, and then the position expected at that age is taken.</summary>
    public Position? Position { get; init; }

    /// <summary>Whether the child has bilateral pitting oedema. Missing means no. With oedema no index that uses weight is computed.</summary>
    public bool HasOedema { get; init; }

    /// <summary>The head circumference (centimetres in WHO's tables).</summary>
    public Length? HeadCircumference { get; init; }

    /// <summary>The mid-upper arm circumference, MUAC or LiLA (centimetres in WHO's tables).</summary>
    public Length? MidUpperArm { get; init; }

    /// <summary>The triceps skinfold (millimetres in WHO's tables).</summary>
    public Length? TricepsSkinfold { get; init; }

    /// <summary>The subscapular skinfold (millimetres in WHO's tables).</summary>
    public Length? SubscapularSkinfold { get; init; }
}
