using System.Security.Cryptography;
using Lakudo.Kernel;

namespace Lakudo.Applications.Documents;

/// <summary>An upload that was taken.</summary>
/// <param name="StoredName">Its random name in the vault.</param>
/// <param name="Kind">What its content is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
public sealed record StoredUpload(string StoredName, UploadKind Kind, int Bytes, string Hash);

/// <summary>Takes an upload from the wire: limited while it streams, checked by content, stored under a random name.</summary>
/// <param name="vault">Where it is kept.</param>
public sealed class UploadIntake(FileVault vault)
{
    /// <summary>Reads, checks, stores. Of a refused upload nothing stays.</summary>
    /// <param name="content">The wire. Reading stops one byte over the limit, so a 50 MB file costs 10 MB of reading.</param>
    /// <param name="fileName">The name it came with.</param>
    /// <param name="cancel">When the sender goes away.</param>
    public async Task<Outcome<StoredUpload>> Receive(Stream content, string fileName, CancellationToken cancel)
    {
        var read = await ReadLimited(content, cancel);
        if (read.IsRefused) return read.Refusal;
        var bytes = read.Value;
        var kind = UploadCheck.Check(bytes, fileName);
        if (kind.IsRefused) return kind.Refusal;
        var stored = await vault.PutSealed(bytes, cancel);
        return stored.Then<StoredUpload>(name => new StoredUpload(name, kind.Value, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    /// <summary>Reads a file of at most <see cref="UploadCheck.MaximumBytes"/>, also one that is only looked at.</summary>
    public static async Task<Outcome<byte[]>> ReadLimited(Stream content, CancellationToken cancel)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if (taken.Length + count > UploadCheck.MaximumBytes) return ApplicationsRefusals.UploadTooLarge.With(UploadCheck.MaximumBytes / 1024 / 1024);
            taken.Write(buffer, 0, count);
        }

        return taken.ToArray();
    }
}
