using System.Globalization;
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
        app.MapGet("/petugas/posyandu/skdn.pdf", SkdnPaper).ExcludeFromDescription();
        app.MapGet("/petugas/posyandu/skdn.xlsx", SkdnBook).ExcludeFromDescription();
    }

    /// <summary>The first day of a month written as 2026-10; null where it is not written so.</summary>
    internal static DateOnly? FirstDay(string? month) => DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Whose register by age and sex is shown: a posyandu's, or that of all.</summary>
    internal static SkdnReport.Row ScopeOf(SkdnReport.Answer report, Guid? posyandu) =>
        report.Posyandu.FirstOrDefault(p => p.Posyandu == posyandu && posyandu is not null) ?? (report.Puskesmas is [var one] ? one : new SkdnReport.Row(null, "Semua posyandu Anda", "", report.Total));

    private static async Task<IResult> SkdnPaper(string? bulan, Guid? posyandu, SkdnReport view, CurrentCaller current, Clock clock, HttpContext context, CancellationToken ct)
    {
        var report = await view.Run(current.Caller, FirstDay(bulan), ct);
        if (report.IsRefused) return Results.StatusCode(report.Refusal.Status());
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(SkdnSheets.Print(report.Value, ScopeOf(report.Value, posyandu), clock.Now), "application/pdf", $"skdn-{report.Value.Month}.pdf");
    }

    private static async Task<IResult> SkdnBook(string? bulan, SkdnReport view, CurrentCaller current, HttpContext context, CancellationToken ct)
    {
        var report = await view.Run(current.Caller, FirstDay(bulan), ct);
        if (report.IsRefused) return Results.StatusCode(report.Refusal.Status());
        context.Response.Headers.CacheControl = "no-store";
        using var content = new MemoryStream();
        await SkdnSheets.Write(report.Value, content, ct);
        return Results.File(content.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"skdn-{report.Value.Month}.xlsx");
    }

    private static async Task<IResult> Sheet(Guid id, DateOnly? tanggal, MonthSheet view, CurrentCaller current, Clock clock, HttpContext context, CancellationToken ct)
    {
        var sheet = await view.Run(current.Caller, id, tanggal, onPaper: true, ct);
        if (sheet.IsRefused) return Results.StatusCode(sheet.Refusal.Status());
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(MonthSheetPdf.Print(sheet.Value, clock.Now), "application/pdf", $"lembar-{FileNames.Of(sheet.Value.Posyandu.Name)}-{sheet.Value.Day:yyyy-MM}.pdf");
    }
}
