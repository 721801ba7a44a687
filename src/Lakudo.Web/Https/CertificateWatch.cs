using System.Security.Cryptography;

namespace Lakudo.Web.Https;

/// <summary>
/// Takes a certificate that was put in the place of the old one, within seconds and without a restart. It compares what is in the files, because tools renew by
/// moving links and shares tell of no change. What cannot be used is told once, and the old one stays.
/// </summary>
public sealed partial class CertificateWatch(HttpsSettings https, CertificateInUse use, ILogger<CertificateWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (use.Now is { } first && first.Leaf.NotAfter.ToUniversalTime() is var end && end <= TimeProvider.System.GetUtcNow().UtcDateTime) Ended(end);
        var seen = Content();
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = Content();
            if (now == seen) continue;
            seen = now;
            var read = CertificateFile.Read(https.Certificate, https.Key, https.Password);
            if (read.IsRefused)
            {
                NotTaken(read.Refusal.Code, read.Refusal.English);
            }
            else
            {
                use.Use(read.Value);
                Taken(read.Value.Leaf.NotAfter.ToUniversalTime());
            }
        }
    }

    /// <summary>What stands in the two files; empty for one that cannot be read now.</summary>
    private string Content() => string.Join('|', new[] { https.Certificate, https.Key }.Where(f => f.Length > 0).Select(Hash));

    private static string Hash(string file)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [LoggerMessage(LogLevel.Information, "The new HTTPS certificate is in use; it is good until {Until:u}")]
    private partial void Taken(DateTime until);

    [LoggerMessage(LogLevel.Error, "The new HTTPS certificate was not taken and the old one stays: {Code} {Reason}")]
    private partial void NotTaken(string code, string reason);

    [LoggerMessage(LogLevel.Critical, "THE HTTPS CERTIFICATE ENDED AT {Until:u}: browsers warn or refuse. It is served all the same; put a new one in its place, no restart is needed")]
    private partial void Ended(DateTime until);
}
