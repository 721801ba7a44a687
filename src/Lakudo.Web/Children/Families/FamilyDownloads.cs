using System.Globalization;
using Lakudo.Children.Families;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Children.Families;

/// <summary>The sheet that is printed for a family.</summary>
public static class FamilyDownloads
{
    /// <summary>Maps it.</summary>
    public static void MapFamilyDownloads(this IEndpointRouteBuilder app) => app.MapGet("/petugas/anak/kartu/{card:guid}/stiker", Sticker).ExcludeFromDescription();

    private static async Task<IResult> Sticker(Guid card, FamilyCardsOfChild view, CurrentCaller current, Settings settings, Clock clock, HttpContext context, CancellationToken ct)
    {
        var sticker = await view.Print(current.Caller, card, ct);
        if (sticker.IsRefused) return Results.StatusCode(sticker.Refusal.Status());
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(StickerSheet.Draw(AddressOf(settings, current.Caller.Region, sticker.Value.Token), clock.Now), "application/pdf");
    }

    /// <summary>The address in the QR code. It needs no hall: a child belongs to its region.</summary>
    internal static string AddressOf(Settings settings, int region, string token) => string.Create(CultureInfo.InvariantCulture, $"{settings.PublicAddress.TrimEnd('/')}/keluarga/{region}/{token}");
}
