using System.Security.Cryptography;
using Lakudo.Kernel;

namespace Lakudo.Web.Backups;

/// <summary>
/// The pair backups are encrypted to (NIST P-256). The public half stays on the server in <c>keys/recovery.pub</c>; the private half is on paper only, so that
/// who takes the server or the archive cannot read it.
/// </summary>
public sealed class RecoveryKey : IDisposable
{
    private readonly ECDiffieHellman _pair;

    private RecoveryKey(ECDiffieHellman pair) => _pair = pair;

    /// <summary>Makes a pair and the groups of its sheet.</summary>
    public static (RecoveryKey Key, string[] Sheet) Make()
    {
        var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var secret = pair.ExportParameters(includePrivateParameters: true).D!;
        var sheet = RecoverySheet.Write(secret);
        CryptographicOperations.ZeroMemory(secret);
        return (new RecoveryKey(pair), sheet);
    }

    /// <summary>The pair from a typed sheet. Refused when a group is wrong, signs are missing or the number is no key.</summary>
    public static Outcome<RecoveryKey> FromSheet(string typed)
    {
        var secret = RecoverySheet.Read(typed);
        if (secret.IsRefused) return secret.Refusal;
        try
        {
            return new RecoveryKey(ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret.Value }));
        }
        catch (CryptographicException)
        {
            return BackupRefusals.SheetIncomplete.With(65);
        }
    }

    /// <summary>The public half from its PEM.</summary>
    /// <exception cref="CryptographicException">It is no P-256 key.</exception>
    public static RecoveryKey FromPublic(string pem)
    {
        var pair = ECDiffieHellman.Create();
        pair.ImportFromPem(pem);
        if (pair.KeySize != 256) throw new CryptographicException("The recovery key is not on P-256.");
        return new RecoveryKey(pair);
    }

    /// <summary>The public half as PEM.</summary>
    public string PublicPem => _pair.ExportSubjectPublicKeyInfoPem();

    /// <summary>Eight bytes by which a sheet and an archive are matched; printed on the sheet.</summary>
    public byte[] Id => SHA256.HashData(_pair.ExportSubjectPublicKeyInfo())[..8];

    /// <summary>The id as it is printed, for example <c>9F3A-0B12-77C4-D0E1</c>.</summary>
    public string Name => string.Join('-', Convert.ToHexString(Id).Chunk(4).Select(c => new string(c)));

    /// <summary>A fresh content key for one archive, and the one-time public key that goes into its header.</summary>
    internal (byte[] Content, byte[] OneTime) NewContentKey()
    {
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var header = once.ExportSubjectPublicKeyInfo();
        return (Derive(once.DeriveRawSecretAgreement(_pair.PublicKey), header), header);
    }

    /// <summary>The content key of an archive, from its header's one-time key. Needs the private half.</summary>
    internal byte[] ContentKey(byte[] oneTime)
    {
        using var once = ECDiffieHellman.Create();
        once.ImportSubjectPublicKeyInfo(oneTime, out _);
        return Derive(_pair.DeriveRawSecretAgreement(once.PublicKey), oneTime);
    }

    private byte[] Derive(byte[] agreed, byte[] oneTime)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, 32, [.. oneTime, .. _pair.ExportSubjectPublicKeyInfo()], "lakudo backup 1"u8.ToArray());
        CryptographicOperations.ZeroMemory(agreed);
        return key;
    }

    /// <inheritdoc/>
    public void Dispose() => _pair.Dispose();
}
