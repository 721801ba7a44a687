using System.Text;
using System.Text.RegularExpressions;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth.Compare;

/// <summary>Reads an e-PPGBM export with the dirt that real ones have: titles above the names, names repeated, decimal commas, day serials, 8888 for unknown.</summary>
internal sealed partial class ExportFile
{
    private const int LatestHeader = 30;
    private static readonly (string Name, string[] Headers)[] Known =
    [
        ("sex", ["JK", "Jenis Kelamin"]), ("birth_date", ["Tgl Lahir", "Tanggal Lahir"]), ("visit_date", ["Tanggal Pengukuran", "Tgl Pengukuran", "Tanggal Penimbangan"]),
        ("weight_kg", ["Berat", "BB"]), ("lenhei_cm", ["Tinggi", "TB"]), ("zs_bbu", ["ZS BB/U"]), ("zs_tbu", ["ZS TB/U", "ZS PB/U"]), ("zs_bbtb", ["ZS BB/TB", "ZS BB/PB"]),
        ("measure", ["Cara Ukur"]), ("age_text", ["Usia Saat Ukur"]), ("id", ["NIK"]),
    ];

    private const int Needed = 8;

    private readonly int[] _places;
    private readonly HashSet<(string, DateOnly)> _seen = [];

    private ExportFile(int[] places) => _places = places;

    /// <summary>The rows that can be compared.</summary>
    public List<ExportRow> Rows { get; } = [];

    /// <summary>Lines that cannot be compared, with the reason.</summary>
    public List<(long Line, string Reason)> LeftOut { get; } = [];

    /// <summary>Rows of a child who has another row of the same day (by NIK).</summary>
    public int Twice { get; private set; }

    /// <summary>The names that a mapping may give another header for.</summary>
    public static IEnumerable<string> MappableNames => Known.Select(known => known.Name);

    /// <summary>Reads a whole export.</summary>
    /// <param name="bytes">The file as CSV.</param>
    /// <param name="mappings">NAME=HEADER for columns that are called otherwise.</param>
    public static Outcome<ExportFile> Read(byte[] bytes, IReadOnlyList<string> mappings)
    {
        var headers = Known.ToDictionary(known => known.Name, known => known.Headers);
        foreach (var mapping in mappings)
        {
            if (mapping.Split('=', 2) is not [var name, var header] || !headers.ContainsKey(name.Trim()))
            {
                return GrowthFileRefusals.UnknownMapping.With(mapping, string.Join(", ", MappableNames));
            }

            headers[name.Trim()] = [header.Trim()];
        }

        var fields = new CsvFields(GrowthHeader.SeparatorOf(bytes.AsSpan(0, Math.Min(bytes.Length, 20_000))));
        ExportFile? export = null;
        string? lacking = null;
        var line = 1L;
        for (int at = 0, record = 0; at < bytes.Length; record++)
        {
            var start = at;
            at = fields.Read(bytes, at);
            var text = GrowthHeader.NamesOf(bytes, fields);
            var places = Known.Select(known => Array.FindIndex(text, cell => headers[known.Name].Contains(cell, StringComparer.OrdinalIgnoreCase))).ToArray();
            var isHeader = places.Take(Needed).All(place => place >= 0);
            if (isHeader)
            {
                export = new ExportFile(places).With(export);
            }
            else if (export is not null)
            {
                export.Add(text, line);
            }
            else if (record < LatestHeader && places.Count(place => place >= 0) > Needed / 2)
            {
                lacking = headers[Known[Array.FindIndex(places, place => place < 0)].Name][0];
            }

            line += bytes.AsSpan(start, at - start).Count((byte)'\n');
        }

        return export is null ? GrowthFileRefusals.NoExportColumn.With(lacking ?? "ZS BB/U") : export;
    }

    /// <remarks>Names that are repeated further down may stand in another order; what was read above stays.</remarks>
    private ExportFile With(ExportFile? above)
    {
        if (above is not null)
        {
            Rows.AddRange(above.Rows);
            LeftOut.AddRange(above.LeftOut);
            Twice = above.Twice;
            _seen.UnionWith(above._seen);
        }

        return this;
    }

    private void Add(string[] text, long line)
    {
        if (text.All(cell => cell.Trim().Length == 0))
        {
            return;
        }

        byte[] Cell(int known) => _places[known] >= 0 && _places[known] < text.Length ? Encoding.UTF8.GetBytes(text[_places[known]].Trim()) : [];
        var sex = GrowthWords.Sex(Cell(0));
        if (sex is null || !DateText.TryRead(Cell(1), out var birth) || !DateText.TryRead(Cell(2), out var visit) || visit < birth)
        {
            LeftOut.Add((line, sex is null ? "jenis kelamin tidak terbaca" : "tanggal tidak terbaca atau diukur sebelum lahir"));
            return;
        }

        var printed = new[] { Hundredths(Cell(5)), Hundredths(Cell(6)), Hundredths(Cell(7)) };
        if (printed.All(z => z is null))
        {
            LeftOut.Add((line, "tidak memuat nilai z"));
            return;
        }

        var nik = Encoding.UTF8.GetString(Cell(10));
        Twice += nik.Length > 0 && !_seen.Add((nik, visit)) ? 1 : 0;
        Rows.Add(new ExportRow
        {
            Line = line,
            Birth = birth,
            Visit = visit,
            WrittenMonths = MonthsIn(Encoding.UTF8.GetString(Cell(9))),
            Printed = printed,
            Measurement = new Measurement
            {
                Sex = sex,
                Weight = Measure(Cell(3), 9) is { } weight ? Mass.FromMicrograms(weight) : null,
                LengthOrHeight = Measure(Cell(4), 7) is { } length ? Length.FromNanometres(length) : null,
                Position = GrowthWords.Position(Cell(8)),
            },
        });
    }

    /// <remarks>8888 and the like stand for "unknown" in these files; no child weighs or measures a thousand.</remarks>
    private static long? Measure(byte[] cell, int decimals) =>
        DecimalText.TryRead(cell, decimals, out var scaled) && scaled > 0 && scaled < (long)Math.Pow(10, decimals + 3) ? scaled : null;

    private static long? Hundredths(byte[] cell) => DecimalText.TryRead(cell, 2, out var scaled) && Math.Abs(scaled) < 10_000 ? scaled : null;

    private static int? MonthsIn(string text) => AgeWords().Match(text) is { Success: true } match
        ? (match.Groups[1].Success ? int.Parse(match.Groups[1].Value) * 12 : 0) + (match.Groups[2].Success ? int.Parse(match.Groups[2].Value) : 0)
        : null;

    [GeneratedRegex(@"(?:(\d{1,2})\s*Tahun)?[\s-]*(?:(\d{1,2})\s*Bulan)[\s-]*\d{1,2}\s*Hari", RegexOptions.IgnoreCase)]
    private static partial Regex AgeWords();
}
