using Lakudo.Children.Cases;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Children.Cases;

/// <summary>The letter that goes with a referred child.</summary>
public static class ReferralDownloads
{
    /// <summary>Maps it. The child stands in the address for whoever reads it; the referral alone decides.</summary>
    public static void MapReferralDownloads(this IEndpointRouteBuilder app) => app.MapGet("/petugas/anak/{child:guid}/rujukan/{referral:guid}", Letter).ExcludeFromDescription();

    private static async Task<IResult> Letter(Guid referral, ReferralLetter view, CurrentCaller current, Clock clock, HttpContext context, CancellationToken ct)
    {
        var letter = await view.Run(current.Caller, referral, ct);
        if (letter.IsRefused) return Results.StatusCode(letter.Refusal.Status());
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(ReferralSheet.Draw(letter.Value, clock.Now), "application/pdf");
    }
}
