namespace Lakudo.Growth;

/// <summary>The sex of a child. WHO's standards have a table for each; a child of unknown sex gets no z-score.</summary>
public enum Sex : byte
{
    /// <summary>A boy (WHO code 1, m).</summary>
    Male = 1,

    /// <summary>A girl (WHO code 2, f).</summary>
    Female = 2,
}
