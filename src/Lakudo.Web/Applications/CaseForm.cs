namespace Lakudo.Web.Applications;

/// <summary>What the forms of a file's page send; each form fills its own part.</summary>
public sealed class CaseForm
{
    /// <summary>Requirements that were seen, when the file is declared complete.</summary>
    public Guid[]? Seen { get; set; }

    /// <summary>Whether the identity card was seen.</summary>
    public bool CardSeen { get; set; }

    /// <summary>What the document shall say, or the outside system's number.</summary>
    public string? Text { get; set; }

    /// <summary>All defects, one a line.</summary>
    public string? Defects { get; set; }

    /// <summary>Why it is rejected, voided or revoked.</summary>
    public string? Reason { get; set; }

    /// <summary>Last day of validity, as a date field sends it.</summary>
    public string? ValidUntil { get; set; }

    /// <summary>The signing service's passphrase; lives for this request.</summary>
    public string? Passphrase { get; set; }

    /// <summary>The document acted on.</summary>
    public Guid Document { get; set; }

    /// <summary>The requirement a file is for.</summary>
    public Guid Requirement { get; set; }

    /// <summary>An uploaded file.</summary>
    public IFormFile? File { get; set; }
}
