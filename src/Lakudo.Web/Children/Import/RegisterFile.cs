using System.Buffers;
using Lakudo.Children.Import;
using Lakudo.Kernel;
using Lakudo.Web.Growth;
using Lakudo.Web.Growth.Workbooks;

namespace Lakudo.Web.Children.Import;

/// <summary>A region's own file, CSV or workbook, read with the dirt that real ones have: titles above the names, names repeated between pages, empty lines.</summary>
internal sealed class RegisterFile
{
    /// <summary>Titles and logos stand above the names in this many lines at most.</summary>
    private const int LatestHeader = 30;

    /// <summary>The largest file that is read: about 150,000 lines. A larger one is split by the office that exports it.</summary>
    public const int Largest = 32 * 1024 * 1024;

    /// <summary>Lines without the names after which nobody goes on looking for them.</summary>
    private const int LastHeader = 1_000;

    /// <summary>Bytes of one line; a line of a hundred columns has a few thousand.</summary>
    private const int LongestLine = 256 * 1024;

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n,;\""u8);

    private RegisterFile(IReadOnlyList<string> headers, IReadOnlyDictionary<ImportColumn, int> places) => (Headers, Places) = (headers, places);

    /// <summary>The names of the columns as they stand there.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>Where the columns stand that are understood, from 0.</summary>
    public IReadOnlyDictionary<ImportColumn, int> Places { get; }

    /// <summary>The lines, in order.</summary>
    public List<ImportRow> Rows { get; } = [];

    /// <summary>Reads a whole file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name; <c>.xlsx</c> makes it a workbook, of which the first sheet is read.</param>
    /// <param name="chosen">Headers that a profile gives for columns; the others are found by their usual names.</param>
    /// <returns>
    /// C-201 when it is empty or no table, C-202 when the columns that tell a child are not found, C-203 for too many lines, K-030 to K-034 for a file that holds more than
    /// any table does: then no more of it was read.
    /// </returns>
    public static Outcome<RegisterFile> Read(byte[] bytes, string name, IReadOnlyDictionary<ImportColumn, string> chosen)
    {
        var text = Text(bytes, name);
        if (text.IsRefused)
        {
            return text.Refusal;
        }

        var csv = text.Value;
        var fields = new CsvFields(GrowthHeader.SeparatorOf(csv.AsSpan(0, Math.Min(csv.Length, 20_000))));
        RegisterFile? file = null;
        var best = (Found: 0, Lacking: "");
        for (int at = 0, record = 0, line = 1; at < csv.Length; record++)
        {
            var start = at;
            at = fields.Read(csv, at);
            if (at - start > LongestLine) return KernelRefusals.TextTooLong.With(LongestLine);
            if (csv.AsSpan(start, at - start).IndexOfAnyExcept(Blank) < 0)
            {
                line += csv.AsSpan(start, at - start).Count((byte)'\n');
                continue;
            }

            if (fields.Count > WorkbookLimits.Columns) return KernelRefusals.TooManyColumns.With(line, WorkbookLimits.Columns);
            if (file is null && record > LastHeader) break;
            var cells = GrowthHeader.NamesOf(csv, fields);
            var places = PlacesIn(cells, chosen);
            if (Lacks(places) is not { } lacking)
            {
                // Repeated names may stand in another order further down.
                var next = new RegisterFile([.. cells.Select(c => c.Trim())], places);
                next.Rows.AddRange(file?.Rows ?? []);
                file = next;
            }
            else if (file is not null)
            {
                if (cells.Any(cell => cell.Trim().Length > 0))
                {
                    if (file.Rows.Count == TryImport.Most) return ImportRefusals.TooLarge.With(TryImport.Most);
                    file.Rows.Add(RegisterLine.Read(line, cells, file.Places) with { Cells = [.. cells.Select(c => c.Trim())] });
                }
            }
            else if (record < LatestHeader && places.Count > best.Found)
            {
                best = (places.Count, lacking);
            }

            line += csv.AsSpan(start, at - start).Count((byte)'\n');
        }

        return file is not null ? file : best.Found == 0 ? ImportRefusals.NotATable : ImportRefusals.NoColumn.With(best.Lacking);
    }

    private static Outcome<byte[]> Text(byte[] bytes, string name)
    {
        if (!WorkbookReader.IsWorkbook(name))
        {
            return bytes.Length == 0 || bytes.AsSpan().Contains((byte)0) ? ImportRefusals.NotATable : bytes;
        }

        try
        {
            using var workbook = WorkbookReader.Open(new MemoryStream(bytes), sheet: null, WorkbookLimits.Upload);
            using var all = new MemoryStream();
            workbook.CopyTo(all);
            return all.ToArray();
        }
        catch (FileTooLargeException e)
        {
            return e.Refusal;
        }
        catch (InvalidDataException)
        {
            return ImportRefusals.NotATable;
        }
    }

    private static Dictionary<ImportColumn, int> PlacesIn(string[] cells, IReadOnlyDictionary<ImportColumn, string> chosen)
    {
        var places = new Dictionary<ImportColumn, int>();
        foreach (var (column, header) in chosen)
        {
            if (Array.FindIndex(cells, cell => ImportColumns.Folded(cell) == ImportColumns.Folded(header)) is >= 0 and var at)
            {
                places[column] = at;
            }
        }

        for (var i = 0; i < cells.Length; i++)
        {
            // What a profile speaks of is the profile's; "Nama" twice is the child's the first time.
            if (ImportColumns.Seen.TryGetValue(ImportColumns.Folded(cells[i]), out var column) && !chosen.ContainsKey(column) && !places.ContainsValue(i))
            {
                places.TryAdd(column, i);
            }
        }

        return places;
    }

    /// <summary>The first of the columns that no child can do without.</summary>
    private static string? Lacks(Dictionary<ImportColumn, int> places) =>
        !places.ContainsKey(ImportColumn.Name) ? "Nama Anak" : !places.ContainsKey(ImportColumn.Birth) ? "Tanggal Lahir" : !places.ContainsKey(ImportColumn.Sex) ? "Jenis Kelamin" : null;
}
