using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lakudo.Web.Host;

namespace Lakudo.Web.Https;

/// <summary>
/// Orders the first certificate when the server listens, and the next when two thirds of the present one's life are over. A failure is told, tried again more and
/// more slowly, and leaves the present one in use to its end and beyond.
/// </summary>
public sealed partial class AcmeRenewal(OrderCertificate order, CertificateInUse use, Settings settings, IHostApplicationLifetime life, ILogger<AcmeRenewal> log) : BackgroundService
{
    /// <summary>When the next order is due.</summary>
    /// <param name="certificate">The one in use; null for none.</param>
    /// <param name="state">How the last order went.</param>
    public static DateTime DueAt(X509Certificate2? certificate, AcmeState state)
    {
        var due = certificate is null ? DateTime.MinValue : TwoThirds(certificate);
        if (state is not { Failure: not null, TriedAt: { } tried }) return due;
        // An hour, two, four, then half a day: an authority counts failures, and five an hour are too many for most.
        var again = tried + TimeSpan.FromHours(Math.Min(12, Math.Pow(2, state.Failures - 1)));
        return again > due ? again : due;
    }

    /// <summary>Two thirds of a certificate's life, and up to a thirtieth of it earlier: always the same for one certificate, different for each, so that a province does not ask in one minute.</summary>
    private static DateTime TwoThirds(X509Certificate2 certificate)
    {
        var from = certificate.NotBefore.ToUniversalTime();
        var life = certificate.NotAfter.ToUniversalTime() - from;
        var share = BitConverter.ToUInt16(SHA256.HashData(certificate.RawData)) / (double)ushort.MaxValue;
        return from + (life * (2.0 / 3)) - (life / 30 * share);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = life.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        do
        {
            try
            {
                await Once(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotOrdered(e.GetType().Name, e.GetBaseException().GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Once(CancellationToken ct)
    {
        // The life of a certificate is counted in the world's time, also where a sample has its own.
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var state = AcmeState.Read(settings);
        if (now < DueAt(use.Now?.Leaf, state)) return;
        var made = await order.Run(ct);
        new AcmeState(now, made.IsRefused ? state.Failures + 1 : 0, made.Refusal?.Message).Write(settings);
        if (made.IsRefused)
        {
            NotOrdered(made.Refusal.Code, made.Refusal.English);
            return;
        }

        use.Use(made.Value);
        Ordered(made.Value.Leaf.NotAfter.ToUniversalTime());
    }

    [LoggerMessage(LogLevel.Information, "A new HTTPS certificate is in use; it is good until {Until:u}")]
    private partial void Ordered(DateTime until);

    [LoggerMessage(LogLevel.Error, "No new HTTPS certificate came and the old one stays in use: {Code} {Reason}")]
    private partial void NotOrdered(string code, string reason);
}
