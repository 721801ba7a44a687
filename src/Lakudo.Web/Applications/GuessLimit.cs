using System.Threading.RateLimiting;

namespace Lakudo.Web.Applications;

/// <summary>Keeps one address from trying out receipt secrets and verification codes.</summary>
/// <remarks>
/// 120 looks a minute: a whole hall may sit behind one address. A receipt's secret has 40 random bits and a verification code 54, so at this pace finding one
/// secret takes some 8,000 years on average.
/// </remarks>
public static class GuessLimit
{
    /// <summary>The policy's name on pages.</summary>
    public const string Policy = "tebak";

    private const int Looks = 120;

    /// <summary>Registers the policy. What is over the limit is answered with 429.</summary>
    public static void AddGuessLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = Looks, Window = TimeSpan.FromMinutes(1) }));
    });
}
