using System.Threading.RateLimiting;
using Lakudo.Kernel;
using Microsoft.AspNetCore.Routing;

namespace Lakudo.Web.Host;

/// <summary>How much one network (<see cref="SourceNetwork"/>) may ask for. All limits stand here; what is over one is answered with 429.</summary>
/// <remarks>
/// A whole hall may sit behind one address: sixteen kiosks, sixty counters, boards and two hundred citizens whose telephones ask every fifteen seconds are about 40 requests
/// a second at their busiest. The machine itself is not limited: proxies on it name the citizen's address, and what remains is the officer at the keyboard.
/// </remarks>
public static class PublicLimits
{
    /// <summary>The policy of pages where a secret or a code could be tried out.</summary>
    /// <remarks>
    /// 120 looks a minute: a receipt's secret has 40 random bits and a verification code 54, so at this pace finding one secret takes some 8,000 years on average.
    /// From the machine itself fifty times as many: a proxy on it that names no address must not lift the limit altogether.
    /// </remarks>
    public const string Guess = "tebak";

    /// <summary>The policy of event streams: how many one network may hold open at once.</summary>
    /// <remarks>A stream is held as long as a page is open, so a rate does not bound it. Boards, floor pages and counters of a large hall behind one address are about a hundred.</remarks>
    public const string Streams = "aliran";

    private const int Looks = 120;
    private const int LooksOfOwnMachine = 50 * Looks;
    private const int SecondsOfBurst = 10;

    /// <summary>Forms in which somebody could try passwords, device codes or client secrets, by the route they are posted to.</summary>
    private static readonly HashSet<string> _doors = new(StringComparer.OrdinalIgnoreCase) { "/masuk", "/perangkat", "/connect/token", "/petugas/loket/pin" };

    /// <summary>Registers them.</summary>
    public static void AddPublicLimits(this IServiceCollection services, Settings settings) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Guess, context => GuessesOf(AddressOf(context), IsOwnMachine(context) ? LooksOfOwnMachine : Looks));
        options.AddPolicy(Streams, context => RateLimitPartition.GetConcurrencyLimiter(AddressOf(context), _ => new ConcurrencyLimiterOptions { PermitLimit = settings.StreamsPerNetwork }));
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(PartitionedRateLimiter.Create<HttpContext, string>(c => Everything(c, settings.RequestsPerSecond)), PartitionedRateLimiter.Create<HttpContext, string>(Doors));
    });

    private static RateLimitPartition<string> Everything(HttpContext context, int perSecond) => IsOwnMachine(context)
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(AddressOf(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * SecondsOfBurst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });

    private static RateLimitPartition<string> Doors(HttpContext context) =>
        !IsOwnMachine(context) && HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint() is RouteEndpoint route && _doors.Contains("/" + route.RoutePattern.RawText?.TrimStart('/'))
            ? GuessesOf(AddressOf(context), Looks)
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> GuessesOf(string address, int looks) =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = looks, Window = TimeSpan.FromMinutes(1) });

    private static bool IsOwnMachine(HttpContext context) => context.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address);

    private static string AddressOf(HttpContext context) => SourceNetwork.Of(context.Connection.RemoteIpAddress);
}
