using Lakudo.Children.Network;
using Lakudo.Identity;
using Lakudo.Kernel;

namespace Lakudo.Web.Children.Network;

/// <summary>A table that was copied from a spreadsheet (tabs between cells) or written with semicolons; its first line holds the titles.</summary>
internal sealed class PastedTable
{
    private readonly List<(int Line, string[] Cells)> _rows;
    private readonly Dictionary<string, int> _columns;

    private PastedTable(List<(int, string[])> rows, Dictionary<string, int> columns) => (_rows, _columns) = (rows, columns);

    /// <summary>Lines of posyandu. Refused with C-606 where a column is missing, C-607 where nothing is there.</summary>
    public static Outcome<IReadOnlyList<PosyanduLine>> Posyandu(string? text) => Read(text, "puskesmas", "desa", "posyandu", "hari").Then<IReadOnlyList<PosyanduLine>>(table =>
        [.. table._rows.Select(r => new PosyanduLine(r.Line, table.Cell(r.Cells, "puskesmas"), table.Cell(r.Cells, "kecamatan"), table.Cell(r.Cells, "desa"), table.Cell(r.Cells, "posyandu"), table.Cell(r.Cells, "hari")))]);

    /// <summary>Lines of health workers; accounts are found by user name among those who hold the role. Refused as above.</summary>
    public static Outcome<IReadOnlyList<StaffLine>> Staff(string? text, IReadOnlyCollection<StaffList.Row> accounts) => Read(text, "peran", "nama", "tugas").Then<IReadOnlyList<StaffLine>>(table =>
        [.. table._rows.Select(r =>
        {
            var profession = ProfessionOf(table.Cell(r.Cells, "peran"));
            var user = table.Cell(r.Cells, "akun");
            Guid? account = accounts.FirstOrDefault(a => a.UserName == user && a.Role == RoleOf(profession))?.Account;
            return new StaffLine(r.Line, profession, table.Cell(r.Cells, "nama"), account, [.. table.Cell(r.Cells, "tugas").Split([';', '/', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
        })]);

    /// <summary>The role by which a profession signs in; null for cadres.</summary>
    public static Role? RoleOf(Profession? profession) => profession switch { Profession.Midwife => Role.Midwife, Profession.Nutritionist => Role.Nutritionist, _ => null };

    private static Profession? ProfessionOf(string written) => PersonName.Normalise(written) switch
    {
        "kader" or "kader posyandu" => Profession.Cadre,
        "bidan" or "bidan desa" => Profession.Midwife,
        "ahli gizi" or "gizi" or "tpg" or "nutrisionis" => Profession.Nutritionist,
        _ => null,
    };

    private static Outcome<PastedTable> Read(string? text, params string[] needed)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n').Select((words, i) => (Line: i + 1, Words: words)).Where(l => l.Words.Trim().Length > 0).ToList();
        if (lines.Count < 2) return NetworkRefusals.TableTooLong.With(NetworkTrial.Most);
        var between = lines[0].Words.Contains('\t', StringComparison.Ordinal) ? '\t' : lines[0].Words.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var columns = new Dictionary<string, int>();
        foreach (var (title, i) in lines[0].Words.Split(between).Select((t, i) => (TitleOf(t), i))) columns.TryAdd(title, i);
        if (needed.FirstOrDefault(n => !columns.ContainsKey(n)) is { } missing) return NetworkRefusals.NoColumn.With(missing);
        return new PastedTable([.. lines.Skip(1).Select(l => (l.Line, l.Words.Split(between)))], columns);
    }

    private static string TitleOf(string written) => PersonName.Normalise(written) switch
    {
        "desa kelurahan" or "desa kel" or "desakel" or "desakelurahan" or "kelurahan" => "desa",
        "hari buka" or "tanggal" or "tanggal buka" => "hari",
        "nama posyandu" => "posyandu",
        "nama puskesmas" => "puskesmas",
        "nama pengguna" => "akun",
        "tempat tugas" or "tempat" => "tugas",
        "nama petugas" => "nama",
        var title => title,
    };

    private string Cell(string[] cells, string column) => _columns.TryGetValue(column, out var i) && i < cells.Length ? cells[i].Trim().Trim('"') : "";
}
