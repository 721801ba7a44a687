using Lakudo.Children.Reports;
using Lakudo.Children.Satusehat;
using Lakudo.Web.Host;
using Microsoft.AspNetCore.Http.Features;

namespace Lakudo.Web.Children.Reports;

/// <summary>What was measured, as files for the national registers. Each is written while it is read, and no cache keeps it.</summary>
public static class ExportDownloads
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps them.</summary>
    public static void MapExportDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/petugas/posyandu/satusehat.json", Satusehat).ExcludeFromDescription();
        app.MapGet("/petugas/posyandu/eppgbm.xlsx", Eppgbm).ExcludeFromDescription();
    }

    private static async Task Satusehat(Guid? posyandu, DateOnly? dari, DateOnly? sampai, SatusehatBundle verb, CurrentCaller current, HttpContext context, CancellationToken ct)
    {
        var written = await verb.Write(current.Caller, posyandu, dari, sampai, scope => Begin(context.Response, "application/fhir+json; fhirVersion=4.0", "satusehat", scope, "json"), ct);
        if (written.IsRefused) Refuse(context.Response, written.Refusal);
    }

    private static async Task Eppgbm(Guid? posyandu, DateOnly? dari, DateOnly? sampai, EppgbmSheet verb, CurrentCaller current, HttpContext context, CancellationToken ct)
    {
        var taken = await verb.Take(current.Caller, posyandu, dari, sampai, ct);
        if (taken.IsRefused)
        {
            Refuse(context.Response, taken.Refusal);
            return;
        }

        // A workbook is a zip archive, whose parts are closed without waiting; only this answer may be written so.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        await EppgbmWorkbook.Write(taken.Value.Lines, Begin(context.Response, Workbook, "eppgbm", taken.Value.Scope, "xlsx"), ct);
    }

    private static Stream Begin(HttpResponse response, string type, string kind, ExportScope scope, string end)
    {
        response.ContentType = type;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{kind}-{FileNames.Of(scope.Name ?? "semua posyandu")}-{scope.From:yyyy-MM-dd}-{scope.Until:yyyy-MM-dd}.{end}\"";
        return response.Body;
    }

    private static void Refuse(HttpResponse response, Kernel.Refusal refusal) => (response.Headers.CacheControl, response.StatusCode) = ("no-store", refusal.Status());
}
