using System.Security.Cryptography.X509Certificates;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Host;
using Lakudo.Web.Https;
using Lakudo.Web.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Https;

/// <summary>A certificate from an authority by ACME, against the test authority that Let's Encrypt tests clients with.</summary>
public sealed class AcmeTests : IDisposable
{
    private const string Name = "mpp.contoh.go.id";
    private readonly string _folder = Directory.CreateTempSubdirectory("lakudo-acme-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_first_certificate_is_ordered_by_the_server_itself_and_kept_so_that_nobody_else_reads_it()
    {
        var port = LoopbackPort.Free();
        using var pebble = await Pebble.Start(_folder, port);
        await using var lakudo = await Start(port, pebble.Directory, pebble.Roots);
        var use = lakudo.Services.GetRequiredService<CertificateInUse>();
        await HttpsServedTests.Eventually(() => Task.FromResult(use.Now is not null), 60);

        Assert.StartsWith("CN=Pebble Intermediate CA", use.Now!.Leaf.Issuer, StringComparison.Ordinal);
        Assert.True(use.Now.Leaf.MatchesHostname(Name));
        Assert.Equal((use.Now.Leaf.Thumbprint, true), await HttpsServedTests.Shown(lakudo));
        foreach (var file in new[] { "acme-account.key", "acme-certificate.pem" })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(lakudo.Data, "keys", file)));
        }

        Assert.Equal(Health.Good, (await Look(lakudo)).Health);
        var account = await File.ReadAllBytesAsync(Path.Combine(lakudo.Data, "keys", "acme-account.key"));
        var again = await lakudo.Services.GetRequiredService<OrderCertificate>().Run();
        Assert.NotEqual(use.Now.Leaf.Thumbprint, again.Value.Leaf.Thumbprint);
        Assert.Equal(account, await File.ReadAllBytesAsync(Path.Combine(lakudo.Data, "keys", "acme-account.key")));
        Assert.Empty(Directory.GetFiles(Path.Combine(lakudo.Data, "keys"), "*.new"));
    }

    [Fact]
    public async Task When_the_authority_refuses_or_is_gone_the_old_certificate_is_served_on_and_the_doctor_says_why()
    {
        var port = LoopbackPort.Free();
        // It looks for our name where nobody answers.
        using var pebble = await Pebble.Start(_folder, LoopbackPort.Free());
        var old = MadeCertificate.For(Name, -80, 5);
        await using var lakudo = await Start(port, pebble.Directory, pebble.Roots, old);
        Assert.Equal(old.Leaf.Thumbprint, (await HttpsServedTests.Shown(lakudo)).Thumbprint);
        var settings = lakudo.Services.GetRequiredService<Settings>();
        await HttpsServedTests.Eventually(() => Task.FromResult(AcmeState.Read(settings).Failures > 0), 60);

        Assert.Contains("connection", AcmeState.Read(settings).Failure, StringComparison.Ordinal);
        var found = await Look(lakudo);
        Assert.Equal(Health.Warning, found.Health);
        Assert.Contains("tinggal 4 hari; pengambilan terakhir gagal 1 kali", found.Found, StringComparison.Ordinal);
        Assert.Equal(old.Leaf.Thumbprint, (await HttpsServedTests.Shown(lakudo)).Thumbprint);
        pebble.Dispose();
        Assert.Equal("T-011", (await lakudo.Services.GetRequiredService<OrderCertificate>().Run()).Refusal?.Code);
        Assert.Equal(old.Leaf.Thumbprint, (await HttpsServedTests.Shown(lakudo)).Thumbprint);
    }

    [Fact]
    public async Task A_certificate_past_two_thirds_of_its_life_is_served_until_the_next_one_is_there()
    {
        var port = LoopbackPort.Free();
        using var pebble = await Pebble.Start(_folder, port);
        var old = MadeCertificate.For(Name, -70, 20);
        await using var lakudo = await Start(port, pebble.Directory, pebble.Roots, old);
        await HttpsServedTests.Eventually(async () => (await HttpsServedTests.Shown(lakudo)).Thumbprint != old.Leaf.Thumbprint, 60);
        Assert.StartsWith("CN=Pebble Intermediate CA", lakudo.Services.GetRequiredService<CertificateInUse>().Now!.Leaf.Issuer, StringComparison.Ordinal);
        Assert.Equal((0, null), (AcmeState.Read(lakudo.Services.GetRequiredService<Settings>()).Failures, AcmeState.Read(lakudo.Services.GetRequiredService<Settings>()).Failure));
    }

    [Fact]
    public void The_next_one_is_due_at_two_thirds_each_a_little_different_and_after_failures_more_and_more_slowly()
    {
        var certificates = Enumerable.Range(0, 20).Select(_ => MadeCertificate.For(Name, 0, 90).Leaf).ToList();
        var due = certificates.Select(c => (AcmeRenewal.DueAt(c, new(null, 0, null)) - c.NotBefore.ToUniversalTime()).TotalDays).ToList();
        Assert.All(due, d => Assert.InRange(d, 57, 60));
        Assert.True(due.Distinct().Count() > 15);
        Assert.Equal(AcmeRenewal.DueAt(certificates[0], new(null, 0, null)), AcmeRenewal.DueAt(certificates[0], new(null, 0, null)));

        Assert.Equal(DateTime.MinValue, AcmeRenewal.DueAt(null, new(null, 0, null)));
        var tried = new DateTime(2026, 11, 25, 1, 0, 0, DateTimeKind.Utc);
        Assert.Equal([1, 2, 4, 8, 12, 12], Enumerable.Range(1, 6).Select(n => (AcmeRenewal.DueAt(null, new(tried, n, "gagal")) - tried).TotalHours));
    }

    private static Task<RunningLakudo> Start(int port, string directory, string roots, MadeCertificate? old = null) => RunningLakudo.Start(Vendor.Sqlite, folder =>
    {
        if (old is null) return;
        var keys = new KeyFiles(new Settings { Data = folder });
        keys.Write(AcmeFiles.CertificateName, System.Text.Encoding.ASCII.GetBytes(old.Pem + old.KeyPem));
    }, $"--urls=http://127.0.0.1:{port};https://127.0.0.1:0", "--Https:Way=acme", $"--Https:Acme={directory}", $"--Https:AcmeRoots={roots}", $"--Lakudo:PublicAddress=https://{Name}");

    private static async Task<Finding> Look(RunningLakudo lakudo) => Assert.Single(await HttpsChecks.All(
        lakudo.Services.GetRequiredService<HttpsSettings>(), lakudo.Services.GetRequiredService<Settings>(), TimeProvider.System.GetUtcNow().UtcDateTime, default));
}
