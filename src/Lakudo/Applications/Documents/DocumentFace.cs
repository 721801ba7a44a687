namespace Lakudo.Applications.Documents;

/// <summary>How a document is signed.</summary>
public enum SigningWay
{
    /// <summary>By a certificate inside the PDF; the file is the original.</summary>
    Electronic,

    /// <summary>By hand and seal on the printed sheet; the sheet is the original and its scan is registered.</summary>
    OnPaper,
}

/// <summary>What is printed around the content.</summary>
/// <param name="Code">The verification code.</param>
/// <param name="Address">What the QR says.</param>
/// <param name="Way">How it is signed, which decides what the signature block shows.</param>
/// <param name="IsSample">Whether the band "CONTOH, TIDAK BERKEKUATAN HUKUM" is printed on every page.</param>
public sealed record DocumentFace(VerificationCode Code, Uri Address, SigningWay Way, bool IsSample);
