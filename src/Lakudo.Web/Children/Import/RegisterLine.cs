using System.Text;
using Lakudo.Children.Households;
using Lakudo.Children.Import;
using Lakudo.Kernel;
using Lakudo.Web.Growth;

namespace Lakudo.Web.Children.Import;

/// <summary>Reads one line: decimal commas, day serials of a spreadsheet, 8888 for unknown, a telephone number in the column of a measure.</summary>
internal sealed class RegisterLine
{
    /// <summary>Measures of a child are below these; what is more is 8888, a telephone number or another slip, and is left out with a note.</summary>
    private const int HeaviestGrams = 60_000;
    private const int LongestTenths = 20_000;

    private readonly string[] _cells;
    private readonly IReadOnlyDictionary<ImportColumn, int> _places;
    private readonly List<string> _faults = [];
    private readonly List<string> _notes = [];

    private RegisterLine(string[] cells, IReadOnlyDictionary<ImportColumn, int> places) => (_cells, _places) = (cells, places);

    /// <summary>Reads it; nothing is thrown away without a note.</summary>
    public static ImportRow Read(int line, string[] cells, IReadOnlyDictionary<ImportColumn, int> places) => new RegisterLine(cells, places).Row(line);

    private ImportRow Row(int line)
    {
        var name = PersonName.Read(this[ImportColumn.Name]);
        Fault(name.IsRefused, $"Nama \"{this[ImportColumn.Name]}\" tidak dapat dipakai");
        var sex = GrowthWords.Sex(Bytes(ImportColumn.Sex));
        Fault(sex is null, $"Jenis kelamin \"{this[ImportColumn.Sex]}\" tidak terbaca; tulis L atau P");
        var birth = Day(ImportColumn.Birth);
        Fault(birth is null, $"Tanggal lahir \"{this[ImportColumn.Birth]}\" tidak terbaca; tulis seperti 05/01/2024");
        var visit = this[ImportColumn.Visit] is "" or "-" ? null : Day(ImportColumn.Visit);
        Fault(visit is null && this[ImportColumn.Visit] is not ("" or "-"), $"Tanggal pengukuran \"{this[ImportColumn.Visit]}\" tidak terbaca");
        Fault(visit < birth, "Diukur sebelum tanggal lahir");
        var measurement = visit is { } day
            ? new ImportMeasurement(day, Measure(ImportColumn.Weight, 3, HeaviestGrams), Measure(ImportColumn.Height, 2, LongestTenths), GrowthWords.Position(Bytes(ImportColumn.Position)),
                Measure(ImportColumn.Arm, 2, 6_000), Measure(ImportColumn.Head, 2, 8_000))
            : null;
        return new()
        {
            Line = line,
            Nik = Number(ImportColumn.Nik),
            Name = name.IsRefused ? "" : name.Value,
            Sex = sex,
            Birth = birth,
            BirthOrder = int.TryParse(this[ImportColumn.BirthOrder], out var order) && order is >= 1 and <= 20 ? order : null,
            MotherName = PersonName.Read(this[ImportColumn.MotherName]) is { IsRefused: false } mother ? mother.Value : null,
            MotherNik = Number(ImportColumn.MotherNik),
            BirthWeight = Measure(ImportColumn.BirthWeight, 3, 7_000),
            BirthLength = Measure(ImportColumn.BirthLength, 2, 7_000),
            FamilyCard = Card(),
            Rt = Part(ImportColumn.Rt),
            Rw = Part(ImportColumn.Rw),
            Village = Word(ImportColumn.Village),
            Posyandu = Word(ImportColumn.Posyandu),
            Address = AddressOf(),
            Measurement = measurement is { Weight: null, Height: null, Arm: null, Head: null } ? null : measurement,
            Faults = _faults,
            Notes = _notes,
        };
    }

    private string this[ImportColumn column] => _places.TryGetValue(column, out var at) && at < _cells.Length ? _cells[at].Trim() : "";

    private byte[] Bytes(ImportColumn column) => Encoding.UTF8.GetBytes(this[column]);

    private string? Word(ImportColumn column) => this[column] is { Length: > 0 } text && text != "-" ? text : null;

    private void Fault(bool isWrong, string words)
    {
        if (isWrong)
        {
            _faults.Add(words);
        }
    }

    private DateOnly? Day(ImportColumn column) => DateText.TryRead(Bytes(column), out var day) ? day : null;

    /// <summary>The measure in its unit times 10 to the power of <paramref name="decimals"/>; null where none is given, noted where one had to be left out.</summary>
    private int? Measure(ImportColumn column, int decimals, int most)
    {
        var text = this[column];
        if (text is "" or "-" or "0" || GrowthWords.MeansMissing(Bytes(column)))
        {
            return null;
        }

        if (DecimalText.TryRead(Bytes(column), decimals, out var scaled) && scaled > 0 && scaled <= most)
        {
            return (int)scaled;
        }

        _notes.Add(text.StartsWith("8888", StringComparison.Ordinal) ? $"{Header(column)} {text} berarti tidak diketahui; dikosongkan" : $"{Header(column)} \"{text}\" bukan ukuran; dikosongkan");
        return null;
    }

    private string? Number(ImportColumn column)
    {
        if (this[column] is "" or "-" or "0")
        {
            return null;
        }

        var nik = Nik.Read(this[column].TrimStart('\''));
        if (nik.IsRefused)
        {
            // Not repeated in the note: it may be somebody's number with one digit wrong.
            _notes.Add($"{Header(column)} bukan NIK yang mungkin; dikosongkan");
            return null;
        }

        return nik.Value.Digits;
    }

    private string? Card()
    {
        if (this[ImportColumn.FamilyCard] is "" or "-" or "0") return null;
        var number = HouseholdNumber.Read(this[ImportColumn.FamilyCard]);
        if (!number.IsRefused) return number.Value.Digits;
        // Not repeated in the note, as with a NIK. A spreadsheet that keeps it as a number has lost its last digit.
        _notes.Add($"{Header(ImportColumn.FamilyCard)} tidak terbaca sebagai 16 angka; dikosongkan. Di lembar sebar, simpan kolom itu sebagai teks");
        return null;
    }

    private int? Part(ImportColumn column) => int.TryParse(this[column], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 999 ? number : null;

    private string? AddressOf()
    {
        var parts = new[] { Word(ImportColumn.Address), Word(ImportColumn.Rt) is { } rt ? "RT " + rt : null, Word(ImportColumn.Rw) is { } rw ? "RW " + rw : null };
        return string.Join(' ', parts.Where(p => p is not null)) is { Length: > 0 } address ? address : null;
    }

    private string Header(ImportColumn column) => ImportColumns.WordsOf(column);
}
