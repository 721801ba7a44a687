namespace Lakudo.Applications.Documents;

/// <summary>The address in a document's QR: where to verify, which document, and the start of its content hash.</summary>
public static class VerificationLink
{
    private const int HashCharacters = 16;

    /// <summary>Builds the address.</summary>
    /// <param name="publicAddress">Where citizens reach this installation, for example <c>https://mpp.butontengahkab.go.id</c>; a path is kept.</param>
    /// <param name="code">The document's code.</param>
    /// <param name="contentHash">What <see cref="DocumentContent.Hash"/> gave.</param>
    public static Uri For(Uri publicAddress, VerificationCode code, string contentHash) =>
        new($"{publicAddress.AbsoluteUri.TrimEnd('/')}/verifikasi/{code}?isi={contentHash[..HashCharacters]}");

    /// <summary>Whether the hash in a scanned address belongs to the document of that code. A missing one (a typed code) says nothing against it.</summary>
    public static bool Agrees(string? scanned, string contentHash) =>
        string.IsNullOrEmpty(scanned) || (scanned.Length == HashCharacters && contentHash.StartsWith(scanned, StringComparison.OrdinalIgnoreCase));
}
