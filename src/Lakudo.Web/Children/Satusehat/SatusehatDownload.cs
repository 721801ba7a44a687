using Lakudo.Children.Satusehat;
using Lakudo.Web.Children.Reports;
using Lakudo.Web.Host;

namespace Lakudo.Web.Children.Satusehat;

/// <summary>The bundle for SATUSEHAT as a file. It is written while it is read, and no cache keeps it.</summary>
public static class SatusehatDownload
{
    /// <summary>Maps it.</summary>
    public static void MapSatusehatDownload(this IEndpointRouteBuilder app) => app.MapGet("/petugas/posyandu/satusehat.json", File).ExcludeFromDescription();

    private static async Task File(Guid? posyandu, DateOnly? dari, DateOnly? sampai, SatusehatBundle verb, CurrentCaller current, HttpContext context, CancellationToken ct)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        var written = await verb.Write(current.Caller, posyandu, dari, sampai, answer =>
        {
            response.ContentType = "application/fhir+json; fhirVersion=4.0";
            response.Headers.ContentDisposition = $"attachment; filename=\"satusehat-{FileNames.Of(answer.Name ?? "semua posyandu")}-{answer.From:yyyy-MM-dd}-{answer.Until:yyyy-MM-dd}.json\"";
            return response.Body;
        }, ct);
        if (written.IsRefused) response.StatusCode = written.Refusal.Status();
    }
}
