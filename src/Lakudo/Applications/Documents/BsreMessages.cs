using System.Text.Json.Serialization;

namespace Lakudo.Applications.Documents;

/// <summary>What BSrE's Esign Client Service (v2) is asked and answers. Names as on the wire; the official guide was not seen, the public clients were.</summary>
internal static class BsreMessages
{
    /// <summary>POST api/v2/user/check/status.</summary>
    internal sealed record StatusQuestion(
        [property: JsonPropertyName("nik"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Nik,
        [property: JsonPropertyName("email"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email);

    /// <summary>The state of the signer's certificate; only ISSUE may sign.</summary>
    internal sealed record StatusAnswer([property: JsonPropertyName("status")] string? Status);

    /// <summary>POST api/v2/sign/pdf.</summary>
    internal sealed record SignQuestion(
        [property: JsonPropertyName("nik"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Nik,
        [property: JsonPropertyName("email"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email,
        [property: JsonPropertyName("passphrase")] string Passphrase,
        [property: JsonPropertyName("signatureProperties")] SignatureProperty[] SignatureProperties,
        [property: JsonPropertyName("file")] string[] File);

    /// <summary>How one file is signed; invisible, because QR and signature block are printed already.</summary>
    internal sealed record SignatureProperty(
        [property: JsonPropertyName("tampilan")] string Appearance,
        [property: JsonPropertyName("location")] string Location,
        [property: JsonPropertyName("reason")] string Reason);

    /// <summary>The signed files, base64.</summary>
    internal sealed record SignAnswer([property: JsonPropertyName("file")] string[]? File);

    /// <summary>A no: code and words.</summary>
    internal sealed record ErrorAnswer([property: JsonPropertyName("status_code")] int? StatusCode);
}
