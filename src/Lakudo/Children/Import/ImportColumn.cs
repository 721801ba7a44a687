using System.Collections.Frozen;
using Lakudo.Kernel;

namespace Lakudo.Children.Import;

/// <summary>What a column of a region's own file may hold. The names in files differ by edition and office, so none is fixed: an <see cref="ImportProfile"/> maps them.</summary>
public enum ImportColumn : byte
{
    /// <summary>The child's NIK.</summary>
    Nik = 1,

    /// <summary>The child's name.</summary>
    Name = 2,

    /// <summary>L or P.</summary>
    Sex = 3,

    /// <summary>Day of birth.</summary>
    Birth = 4,

    /// <summary>Which child of its mother.</summary>
    BirthOrder = 5,

    /// <summary>Number of the family card (KK).</summary>
    FamilyCard = 6,

    /// <summary>The mother's name; files often write "Nama Orang Tua".</summary>
    MotherName = 7,

    /// <summary>The mother's NIK.</summary>
    MotherNik = 8,

    /// <summary>Telephone of the parents.</summary>
    Phone = 9,

    /// <summary>Weight at birth, kilograms.</summary>
    BirthWeight = 10,

    /// <summary>Length at birth, centimetres.</summary>
    BirthLength = 11,

    /// <summary>Name of the puskesmas.</summary>
    Puskesmas = 12,

    /// <summary>Name of the village.</summary>
    Village = 13,

    /// <summary>Name of the posyandu.</summary>
    Posyandu = 14,

    /// <summary>RT.</summary>
    Rt = 15,

    /// <summary>RW.</summary>
    Rw = 16,

    /// <summary>Street or hamlet.</summary>
    Address = 17,

    /// <summary>Day of measurement.</summary>
    Visit = 18,

    /// <summary>Weight, kilograms.</summary>
    Weight = 19,

    /// <summary>Length or height as read, centimetres.</summary>
    Height = 20,

    /// <summary>Terlentang or berdiri.</summary>
    Position = 21,

    /// <summary>Arm circumference, centimetres.</summary>
    Arm = 22,

    /// <summary>Head circumference, centimetres.</summary>
    Head = 23,

    /// <summary>Capsules of vitamin A given.</summary>
    VitaminA = 24,
}

/// <summary>The headers under which the columns have been seen, and their names in profiles and on the page.</summary>
public static class ImportColumns
{
    private static readonly FrozenDictionary<string, ImportColumn> _byName = Enum.GetValues<ImportColumn>().ToFrozenDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    private static readonly IReadOnlyList<(ImportColumn Column, string Header)> _rows = DataFile.Read("children/import-columns.csv", c => (_byName[c("field")], c("header")));
    private static readonly FrozenDictionary<ImportColumn, string> _words = _rows.DistinctBy(row => row.Column).ToFrozenDictionary(row => row.Column, row => row.Header);

    /// <summary>Every column, in the order in which the page shows them.</summary>
    public static IReadOnlyList<ImportColumn> All { get; } = Enum.GetValues<ImportColumn>();

    /// <summary>Which column a header usually means. Spelled as in <c>data/children/import-columns.csv</c>; case, dots and blanks do not matter.</summary>
    public static FrozenDictionary<string, ImportColumn> Seen { get; } = _rows
        .DistinctBy(row => Folded(row.Header)).ToFrozenDictionary(row => Folded(row.Header), row => row.Column, StringComparer.Ordinal);

    /// <summary>The name in data and profiles, for example <c>mother_nik</c>.</summary>
    public static string NameOf(ImportColumn column) => string.Concat(column.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>What the column is called on the page: the first header of <c>data/children/import-columns.csv</c> for it.</summary>
    public static string WordsOf(ImportColumn column) => _words[column];

    /// <summary>A header without what differs from file to file: case, dots, colons and doubled blanks.</summary>
    public static string Folded(string header) =>
        string.Join(' ', header.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
