namespace Lakudo.Applications.Documents;

/// <summary>The three kinds of file that citizens may hand in.</summary>
public enum UploadKind
{
    /// <summary>Portable document.</summary>
    Pdf,

    /// <summary>Photograph.</summary>
    Jpeg,

    /// <summary>Picture without loss, for example a screenshot.</summary>
    Png,
}
