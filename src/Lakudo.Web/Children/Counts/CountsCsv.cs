using System.Globalization;
using System.Text;
using Lakudo.Children.Counts;
using Lakudo.Web.Host;

namespace Lakudo.Web.Children.Counts;

/// <summary>The numbers of a month as a file: the same that the page shows, hidden ones empty.</summary>
public static class CountsCsv
{
    private static readonly Counted[] Columns = Enum.GetValues<Counted>();

    /// <summary>Maps it.</summary>
    public static void MapCountsCsv(this IEndpointRouteBuilder app) => app.MapGet("/petugas/hitungan.csv", Answer).ExcludeFromDescription();

    private static async Task<IResult> Answer(string? bulan, string? menurut, CountsOfMonth view, CurrentCaller current, HttpContext context, CancellationToken ct)
    {
        DateOnly? month = DateOnly.TryParseExact(bulan + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var by = Enum.TryParse<Division>(menurut, out var division) && Enum.IsDefined(division) ? division : Division.District;
        var answer = await view.Run(current.Caller, month, by, ct);
        if (answer.IsRefused) return Results.Problem(answer.Refusal.Problem());
        context.Response.Headers.CacheControl = "no-store";
        string[] heads = ["Bulan", "Wilayah", "Kecamatan", .. Columns.Select(c => c == Counted.Diagnosed ? CountWords.Of(c) + ", paling sedikit" : CountWords.Of(c))];
        var lines = answer.Value.Rows.Select(r => (string[])[answer.Value.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), r.Name, r.Within, .. Columns.Select(c => r.Numbers[(int)c]?.ToString(CultureInfo.InvariantCulture) ?? "")]);
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(lines.Prepend(heads).Select(l => string.Join(';', l.Select(Field)) + "\r\n")))], "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"angka-balita-{answer.Value.Month:yyyy-MM}-{CountWords.Of(answer.Value.By)}.csv"));
    }

    private static string Field(string value) => value.AsSpan().IndexOfAny(";\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
