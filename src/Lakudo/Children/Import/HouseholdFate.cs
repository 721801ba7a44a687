namespace Lakudo.Children.Import;

/// <summary>What the number of a family card in a line would do.</summary>
public enum HouseholdFate : byte
{
    /// <summary>The line has no number.</summary>
    None = 0,

    /// <summary>The child, and its mother where she belongs to none, belong to the household of that number from now on.</summary>
    Joins = 1,

    /// <summary>The household of the child becomes known by that number.</summary>
    Numbers = 2,

    /// <summary>The child is in the household of that number already.</summary>
    Known = 3,

    /// <summary>The register has another number, or the number is another household's: both are shown, nothing is changed.</summary>
    Differs = 4,

    /// <summary>The child was taken out of the household of that number: an old file does not bring it back.</summary>
    HasLeft = 5,
}
