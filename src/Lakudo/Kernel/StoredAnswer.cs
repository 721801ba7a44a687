namespace Lakudo.Kernel;

/// <summary>The first answer to a request, kept under its idempotency key and given again when the request comes again.</summary>
internal sealed class StoredAnswer : IRegional
{
    public int RegionId { get; set; }

    /// <summary>Who asked: an id of account, device or client, or all zeros for the public.</summary>
    public Guid CallerId { get; set; }

    public string Key { get; set; } = "";

    /// <summary>SHA-256 of verb and command, so that a key cannot be used for another request.</summary>
    public byte[] Request { get; set; } = [];

    /// <summary>The answer as JSON.</summary>
    public string Answer { get; set; } = "";

    public DateTime At { get; set; }
}
