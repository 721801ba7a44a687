using Lakudo.Children.Import;
using Lakudo.Kernel;
using Lakudo.Web.Children.Reports;
using Lakudo.Web.Host;
using Microsoft.AspNetCore.Http.Features;
using SpreadCheetah;

namespace Lakudo.Web.Children.Import;

/// <summary>The lines of a file that are not entered, as a workbook with the file's own columns and why: to be mended and uploaded again.</summary>
public static class ImportLeftDownload
{
    /// <summary>Maps it.</summary>
    public static void MapImportLeft(this IEndpointRouteBuilder app) => app.MapGet("/petugas/posyandu/impor/{trial:guid}/sisa.xlsx", Left).ExcludeFromDescription();

    private static async Task Left(Guid trial, ImportLeft view, CurrentCaller current, HttpContext context, CancellationToken ct)
    {
        var left = await view.Run(current.Caller, trial, ct);
        context.Response.Headers.CacheControl = "no-store";
        if (left.IsRefused)
        {
            context.Response.StatusCode = left.Refusal.Status();
            return;
        }

        // A workbook is a zip archive, whose parts are closed without waiting; only this answer may be written so.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        context.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"sisa-{FileNames.Of(Path.GetFileNameWithoutExtension(left.Value.FileName))}.xlsx\"";
        await Write(left.Value, context.Response.Body, ct);
    }

    /// <summary>Every cell is text, so that a NIK keeps its digits and nothing is taken for a formula. The columns that are added are none of a register's, so that the file can be uploaded as it is.</summary>
    internal static async Task Write(ImportLeft.Answer left, Stream stream, CancellationToken ct)
    {
        await using var book = await Spreadsheet.CreateNewAsync(stream, cancellationToken: ct);
        await book.StartWorksheetAsync("Belum masuk", token: ct);
        var width = Math.Max(left.Headers.Count, left.Rows.Select(r => r.Cells.Count).DefaultIfEmpty().Max());
        await book.AddRowAsync([.. Wide(left.Headers, width), new Cell("Baris di berkas asal"), new Cell("Mengapa belum masuk")], ct);
        foreach (var row in left.Rows) await book.AddRowAsync([.. Wide(row.Cells, width), new Cell(row.Line), new Cell(row.Why)], ct);
        await book.FinishAsync(ct);
    }

    private static IEnumerable<Cell> Wide(IReadOnlyList<string> cells, int width) => Enumerable.Range(0, width).Select(i => i < cells.Count && cells[i].Length > 0 ? new Cell(cells[i]) : default);
}
