using System.Security.Cryptography;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>The region's keys for sealed work. Runs inside the commit of the verb that uses it.</summary>
internal sealed class SealingKeys(LakudoDb db, PersonalData personal, int region)
{
    /// <summary>The key that holds now, or null where no phone was registered yet.</summary>
    public async Task<RegionKey?> Newest(CancellationToken ct) =>
        await db.SealingKeys.Where(k => k.RegionId == region).OrderByDescending(k => k.From).Select(k => new RegionKey(k.Id, k.PublicKey)).FirstOrDefaultAsync(ct);

    /// <summary>The key that holds now; made when there is none yet.</summary>
    public async Task<RegionKey> Current(DateTime now, CancellationToken ct)
    {
        if (await Newest(ct) is { } newest) return newest;
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var made = new SealingKey(region, $"{region}-1", pair.ExportSubjectPublicKeyInfo(), personal.Seal(Convert.ToBase64String(pair.ExportPkcs8PrivateKey())), now);
        db.SealingKeys.Add(made);
        return new RegionKey(made.Id, made.PublicKey);
    }

    /// <summary>The private key of an id, or null.</summary>
    public async Task<ECDiffieHellman?> Open(string id, CancellationToken ct)
    {
        var box = await db.SealingKeys.Where(k => k.RegionId == region && k.Id == id).Select(k => k.PrivateSealed).FirstOrDefaultAsync(ct);
        if (box is null) return null;
        var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(personal.Open(box)), out _);
        return key;
    }
}
