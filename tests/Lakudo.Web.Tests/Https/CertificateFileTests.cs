using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lakudo.Web.Host;
using Lakudo.Web.Https;

namespace Lakudo.Web.Tests.Https;

/// <summary>What an officer is handed as a certificate, in all its forms, and what is wrong with it said before the server starts.</summary>
public sealed class CertificateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lakudo-tls-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void PEM_with_a_key_beside_or_below_encrypted_or_not_and_PFX_are_read_with_their_chain()
    {
        var made = MadeCertificate.For("mpp.contoh.go.id");
        var (certificate, key) = made.Write(_folder);
        var password = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        string[] files =
        [
            Write("satu.pem", made.Pem + made.KeyPem), Write("atas.pem", made.KeyPem + made.Pem), Write("sandi.kunci", made.Key.ExportEncryptedPkcs8PrivateKeyPem("rahasia", password)),
        ];
        var pfx = Path.Combine(_folder, "situs.pfx");
        File.WriteAllBytes(pfx, new X509Certificate2Collection { made.Issuer, made.Leaf.CopyWithPrivateKey(made.Key) }.Export(X509ContentType.Pkcs12, "rahasia")!);
        using var rsa = RSA.Create(2048);
        var old = new CertificateRequest("CN=mpp.contoh.go.id", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));

        foreach (var (c, k, p) in new[] { (certificate, key, ""), (files[0], "", ""), (files[1], "", ""), (certificate, files[2], "rahasia"), (pfx, "", "rahasia") })
        {
            var read = CertificateFile.Read(c, k, p);
            Assert.False(read.IsRefused, $"{c}: {read.Refusal?.English}");
            Assert.Equal(made.Leaf.Thumbprint, read.Value.Leaf.Thumbprint);
            Assert.True(read.Value.Leaf.HasPrivateKey);
            Assert.Contains(read.Value.Context.IntermediateCertificates, i => i.Subject == "CN=Penerbit Uji");
        }

        Assert.True(CertificateFile.Read(Write("rsa.pem", old.ExportCertificatePem()), Write("rsa.kunci", rsa.ExportRSAPrivateKeyPem()), "").Value.Leaf.HasPrivateKey);
    }

    [Fact]
    public void What_is_missing_wrong_or_another_s_is_named_with_its_file()
    {
        var (certificate, key) = MadeCertificate.For("mpp.contoh.go.id").Write(_folder);
        var (_, other) = MadeCertificate.For("mpp.contoh.go.id").Write(_folder, "lain");
        using var rsa = RSA.Create(2048);
        var encrypted = Write("sandi.kunci", rsa.ExportEncryptedPkcs8PrivateKeyPem("benar", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));
        (string Certificate, string Key, string Code, string Named)[] wrong =
        [
            (Path.Combine(_folder, "tiada.pem"), key, "T-005", "tiada.pem"), ("", key, "T-005", "(kosong)"), (Write("bukan.pem", "bukan sertifikat"), key, "T-005", "bukan.pem"),
            (Write("kosong.pem", "-----BEGIN X-----\n-----END X-----\n"), key, "T-005", "kosong.pem"),
            (certificate, Path.Combine(_folder, "tiada.kunci"), "T-006", "tiada.kunci"), (certificate, "", "T-006", "situs.pem"), (certificate, encrypted, "T-006", "sandi.kunci"),
            (certificate, other, "T-007", "lain.kunci"), (certificate, Write("rsa.kunci", rsa.ExportRSAPrivateKeyPem()), "T-007", "rsa.kunci"),
        ];
        foreach (var (c, k, code, named) in wrong)
        {
            var refusal = CertificateFile.Read(c, k, "salah").Refusal;
            Assert.Equal(code, refusal?.Code);
            Assert.Contains(named, refusal!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_settings_must_fit_together_before_anything_listens()
    {
        var (certificate, key) = MadeCertificate.For("mpp.contoh.go.id").Write(_folder);
        const string both = "http://*:80;https://*:443";
        HttpsSettings Own(string proxies = "10.0.0.0/8") => new() { Way = "Certificate", Certificate = certificate, Key = key, Proxies = proxies };
        Assert.Null(Check(Own(), both));
        Assert.Null(Check(new(), "http://localhost:5080", "http://localhost:5080"));
        Assert.Null(Check(new() { Way = "proxy" }, "http://127.0.0.1:5080"));
        Assert.Null(Check(new() { Way = "acme" }, both));
        Assert.Equal("T-001", Check(new() { Way = "letsencrypt" }, both));
        Assert.Equal("T-001", Check(new() { Way = "1" }, both));
        Assert.Equal("T-001", Check(Own("10.0.0.0/99"), both));
        Assert.Equal("T-001", Check(new() { Way = "acme", Acme = "http://ca/dir" }, both));
        Assert.Equal("T-001", Check(new() { Way = "acme", AcmeRoots = Path.Combine(_folder, "tiada") }, both));
        Assert.Equal("T-002", Check(Own(), both, "http://mpp.contoh.go.id"));
        Assert.Equal("T-003", Check(Own(), "http://*:80"));
        Assert.Equal("T-004", Check(new() { Way = "proxy" }, both));
        Assert.Equal("T-004", Check(new(), both));
        Assert.Equal("T-005", Check(new() { Way = "certificate" }, both));
        Assert.Equal("T-008", Check(new() { Way = "acme" }, "https://*:443"));
        Assert.Equal("T-009", Check(new() { Way = "acme" }, both, "https://10.1.2.3"));
        Assert.Equal("T-009", Check(new() { Way = "acme" }, both, "https://server"));
    }

    private static string? Check(HttpsSettings https, string urls, string address = "https://mpp.contoh.go.id") => HttpsStart.Check(https, new Settings { PublicAddress = address }, urls)?.Code;

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
