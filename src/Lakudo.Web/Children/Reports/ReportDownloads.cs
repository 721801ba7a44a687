using Lakudo.Applications.Documents;
using Lakudo.Children.Reports;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Children.Reports;

/// <summary>Sheets, exports and reports that leave as files. Each was journaled by its view before; none is kept by caches.</summary>
public static class ReportDownloads
{
    /// <summary>Maps them.</summary>
    public static void MapReportDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/petugas/posyandu/{id:guid}/lembar.pdf", Sheet).ExcludeFromDescription();
    }

    private static async Task<IResult> Sheet(Guid id, DateOnly? tanggal, MonthSheet view, CurrentCaller current, Settings settings, Clock clock, HttpContext context, CancellationToken ct)
    {
        var sheet = await view.Run(current.Caller, id, tanggal, onPaper: true, ct);
        if (sheet.IsRefused) return Results.StatusCode(sheet.Refusal.Status());
        DocumentFonts.Use(settings.FontFolder);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(MonthSheetPdf.Print(sheet.Value, clock.Now), "application/pdf", $"lembar-{FileNames.Of(sheet.Value.Posyandu.Name)}-{sheet.Value.Day:yyyy-MM}.pdf");
    }
}
