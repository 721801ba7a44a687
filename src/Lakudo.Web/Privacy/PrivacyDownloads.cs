using System.Globalization;
using System.Text;
using Lakudo.Kernel;
using Lakudo.Privacy.Breaches;
using Lakudo.Privacy.Requests;
using Lakudo.Web.Host;
using Microsoft.AspNetCore.Antiforgery;
using SpreadCheetah;

namespace Lakudo.Web.Privacy;

/// <summary>What leaves in clear, for the officer only: the copy for a person and the list of those affected. Asked for by a form with its token, because each is journaled.</summary>
public static class PrivacyDownloads
{
    private static readonly string[] Heads = ["Nomor", "Nama", "Kontak", "Sejak", "Keadaan", "Data"];

    /// <summary>Maps them.</summary>
    public static void MapPrivacyDownloads(this IEndpointRouteBuilder app)
    {
        app.MapPost("/petugas/data-pribadi/permintaan/{id:guid}/salinan", Copy).ExcludeFromDescription();
        app.MapPost("/petugas/data-pribadi/kejadian/{id:guid}/daftar/{form}", Affected).ExcludeFromDescription();
    }

    private static async Task<IResult> Copy(Guid id, ExportPerson verb, CurrentCaller current, HttpContext context, IAntiforgery antiforgery, CancellationToken ct)
    {
        await antiforgery.ValidateRequestAsync(context);
        var copy = await verb.Run(current.Caller, id, ct);
        if (copy.IsRefused) return Results.StatusCode(copy.Refusal.Status());
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(copy.Value.Content, "application/zip", copy.Value.FileName);
    }

    private static async Task<IResult> Affected(Guid id, string form, AffectedList view, CurrentCaller current, HttpContext context, IAntiforgery antiforgery, CancellationToken ct)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (form is not ("csv" or "xlsx")) return Results.StatusCode(KernelRefusals.NotFound.Status());
        var list = await view.Run(current.Caller, id, ct);
        if (list.IsRefused) return Results.StatusCode(list.Refusal.Status());
        context.Response.Headers.CacheControl = "no-store";
        var rows = list.Value.Select(a => new[]
        {
            a.Reference, a.Name, a.Contact ?? "", Clock.Local(a.Since, current.Here.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), a.Certain ? "terungkap" : "mungkin terlihat", a.Data,
        });
        return form == "csv"
            ? Results.File(Csv(rows), "text/csv; charset=utf-8", $"terdampak-{id:N}.csv")
            : Results.File(await Workbook(rows, ct), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"terdampak-{id:N}.xlsx");
    }

    private static byte[] Csv(IEnumerable<string[]> rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Prepend(Heads).Select(r => string.Join(',', r.Select(Field)) + "\r\n")))];

    /// <summary>A name that begins like a formula would be reckoned by the reader's spreadsheet, so it gets a quote before it.</summary>
    private static string Field(string value) => $"\"{(value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<byte[]> Workbook(IEnumerable<string[]> rows, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(content, null, ct))
        {
            await book.StartWorksheetAsync("Terdampak", token: ct);
            foreach (var row in rows.Prepend(Heads)) await book.AddRowAsync([.. row.Select(value => new Cell(value))], ct);
            await book.FinishAsync(ct);
        }

        return content.ToArray();
    }
}
