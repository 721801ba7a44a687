using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lakudo.Calendar;
using Lakudo.Kernel;
using nietras.SeparatedValues;

namespace Lakudo.Catalogue;

/// <summary>Why a row was not taken.</summary>
/// <param name="Line">The line in the file, the header being 1.</param>
/// <param name="Column">The column's name; empty when it is the whole row.</param>
/// <param name="Reason">One Indonesian sentence.</param>
public sealed record RefusedRow(int Line, string Column, string Reason);

/// <summary>One row that can be taken.</summary>
internal sealed record CatalogueRow(int Line, string Code, string Agency, bool IsSample, ServiceFields Fields, IReadOnlyList<string> Requirements);

/// <summary>Reads a catalogue CSV: each row is taken or refused with line, column and reason. Comma or semicolon, UTF-8.</summary>
internal static partial class CatalogueFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>Lines of one file; a province has some hundred services.</summary>
    private const int MostLines = 20_000;

    private const int MostColumns = 100;

    private static readonly string[] _needed =
        ["code", "name", "agency", "category", "legal_basis", "working_days", "fee_idr", "requirements", "output", "source", "confidence", "notes"];

    private static readonly string[] _optional = ["who_issues", "life_events", "promise", "sample"];

    /// <summary>What a file holds.</summary>
    public sealed record Content(IReadOnlyList<CatalogueRow> Rows, IReadOnlyList<RefusedRow> Refused);

    /// <summary>Reads the bytes of a file; refused with L-001 when it is no catalogue at all.</summary>
    public static Outcome<Content> Read(ReadOnlyMemory<byte> bytes)
    {
        if (Text(bytes.Span) is not { } text)
        {
            return Unreadable("ukurannya lebih dari 10 MB atau bukan teks UTF-8.");
        }

        var head = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        if (text.AsSpan().Count('\n') > MostLines) return Unreadable($"lebih dari {MostLines} baris. Pecah menjadi beberapa berkas.");
        if (head.Count(',') + head.Count(';') > MostColumns) return Unreadable($"baris pertama lebih dari {MostColumns} kolom.");
        using var reader = Sep.New(head.Contains(',') ? ',' : ';').Reader(o => o with { Unescape = true, DisableColCountCheck = true }).FromText(text);
        var names = reader.HasHeader ? reader.Header.ColNames.Select(name => name.Trim()).ToList() : [];
        var wrong = names.Except(_needed).Except(_optional).Select(name => $"kolom {name} tidak dikenal")
            .Concat(_needed.Except(names).Select(name => $"kolom {name} tidak ada"))
            .Concat(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"kolom {group.Key} ada dua kali")).ToList();
        if (wrong.Count > 0)
        {
            return Unreadable(string.Join("; ", wrong.Take(5)) + ".");
        }

        var rows = new List<CatalogueRow>();
        var refused = new List<RefusedRow>();
        var codes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in reader)
        {
            if (line.ColCount == 1 && line[0].Span.Trim().IsEmpty)
            {
                continue;
            }

            if (line.ColCount != names.Count)
            {
                refused.Add(new(line.LineNumberFrom, "", $"Baris ini berisi {line.ColCount} kolom, seharusnya {names.Count}. Periksa tanda kutip."));
                continue;
            }

            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < names.Count; i++)
            {
                cells[names[i]] = WrittenText.Fold(line[i].ToString());
            }

            Take(line.LineNumberFrom, cells, codes, rows, refused);
        }

        return rows.Count + refused.Count == 0 ? Unreadable("tidak ada satu baris layanan pun.") : new Content(rows, refused);
    }

    private static void Take(int line, Dictionary<string, string> cells, Dictionary<string, int> codes, List<CatalogueRow> rows, List<RefusedRow> refused)
    {
        var before = refused.Count;
        string Cell(string name) => cells.GetValueOrDefault(name, "");
        void Refuse(string column, string reason) => refused.Add(new(line, column, reason));

        if (!Code().IsMatch(Cell("code")))
        {
            Refuse("code", "Kode harus huruf, angka, dan tanda hubung, paling panjang 20, misalnya DKC-001.");
        }
        else if (!codes.TryAdd(Cell("code"), line))
        {
            Refuse("code", $"Kode {Cell("code")} sudah dipakai di baris {codes[Cell("code")]}.");
        }

        foreach (var (column, longest) in (ReadOnlySpan<(string, int)>)[("name", 200), ("agency", 200), ("category", 100), ("output", 300)])
        {
            if (Cell(column).Length is 0 || Cell(column).Length > longest || Cell(column).Any(char.IsControl))
            {
                Refuse(column, $"Harus diisi, paling panjang {longest} huruf, satu baris.");
            }
            else if (WrittenText.Unprintable(Cell(column)) is { } sign)
            {
                Refuse(column, $"Memuat tanda {sign} yang tidak dapat dicetak.");
            }
        }

        var promise = default(TimePromise);
        if (Cell("promise").Length > 0 && !TimePromise.TryParse(Cell("promise"), out promise))
        {
            Refuse("promise", "Tulis misalnya 15 menit, 3 jam, 5 hari kerja, atau 14 hari kalender.");
        }
        else if (Cell("promise").Length == 0 && (!int.TryParse(Cell("working_days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > 3_650))
        {
            Refuse("working_days", "Harus angka bulat hari kerja, 0 untuk selesai ditunggu.");
        }
        else if (Cell("promise").Length == 0)
        {
            promise = new(int.Parse(Cell("working_days"), CultureInfo.InvariantCulture), TimeUnit.WorkingDays);
        }

        long? fee = null;
        if (Cell("fee_idr").Length > 0 && (!long.TryParse(Cell("fee_idr"), NumberStyles.None, CultureInfo.InvariantCulture, out var rupiah) || rupiah > 1_000_000_000_000))
        {
            Refuse("fee_idr", "Harus rupiah bulat tanpa titik, 0 untuk gratis, kosong bila menurut rumus.");
        }
        else if (Cell("fee_idr").Length > 0)
        {
            fee = long.Parse(Cell("fee_idr"), CultureInfo.InvariantCulture);
        }

        if (Cell("confidence") is not ("high" or "medium" or "low" or ""))
        {
            Refuse("confidence", "Harus high, medium, low, atau kosong.");
        }

        var who = WhoIssuesWords.Read(Cell("who_issues"));
        if (who is null)
        {
            Refuse("who_issues", "Harus lokal, nasional, atau rujukan.");
        }
        else if (NeverLocal.Check(Cell("category"), who.Value) is { } never)
        {
            Refuse("who_issues", never.Message);
        }

        var events = Parts(Cell("life_events"));
        if (events.FirstOrDefault(key => LifeEvent.Find(key) is null) is { } unknown)
        {
            Refuse("life_events", $"Peristiwa hidup {unknown} tidak dikenal.");
        }

        var requirements = Parts(Cell("requirements"));
        if (requirements.Count > 40 || requirements.Any(text => text.Length > 500))
        {
            Refuse("requirements", "Paling banyak 40 persyaratan, masing-masing paling panjang 500 huruf.");
        }

        if (refused.Count == before)
        {
            rows.Add(new(line, Cell("code").ToUpperInvariant(), Cell("agency"), Cell("sample") == "contoh",
                new(Cell("name"), Cell("category"), Cell("legal_basis"), promise, fee, Cell("output"), who!.Value, events, Cell("source"), Cell("confidence"), Cell("notes")),
                requirements));
        }
    }

    private static List<string> Parts(string cell) => [.. cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static Refusal Unreadable(string why) => CatalogueRefusals.FileUnreadable.With(why);

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = bytes.Length > Largest ? null : new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return text is null || text.Contains('\0') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9-]{0,18}[A-Za-z0-9])?$")]
    private static partial Regex Code();
}
