using System.Text;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth;

/// <summary>The ways in which a file may give an age.</summary>
public enum AgeForm
{
    /// <summary>Whichever one the file has.</summary>
    Any,

    /// <summary>Days since birth.</summary>
    Days,

    /// <summary>Months of 30.4375 days.</summary>
    Months,

    /// <summary>Day of birth and day of measurement.</summary>
    Dates,
}

/// <summary>The first line of a file of measurements: which column holds what.</summary>
internal sealed class GrowthHeader
{
    private readonly int[] _places;
    private readonly Dictionary<string, int> _byName;

    private GrowthHeader(string[] names, int[] places, Dictionary<string, int> byName)
    {
        Names = names;
        _places = places;
        _byName = byName;
    }

    /// <summary>The names as they stand in the file.</summary>
    public string[] Names { get; }

    /// <summary>Where a column stands, from 0; -1 where the file has none or another form of age was chosen.</summary>
    public int this[GrowthColumn column] => _places[(int)column];

    /// <summary>Where a column of the file stands by its own name; -1 where there is none.</summary>
    public int Find(string name) => _byName.GetValueOrDefault(name.Trim(), -1);

    /// <summary>The name that a person finds in the file.</summary>
    public string NameOf(GrowthColumn column) => this[column] is >= 0 and var at ? Names[at] : column.Name();

    /// <summary>The character that separates the names of a first line: the most frequent of comma, semicolon and tab.</summary>
    public static byte SeparatorOf(ReadOnlySpan<byte> line)
    {
        var best = (byte)',';
        foreach (var candidate in ";\t"u8)
        {
            best = line.Count(candidate) > line.Count(best) ? candidate : best;
        }

        return best;
    }

    /// <summary>Reads the first line.</summary>
    /// <param name="names">The names of the columns.</param>
    /// <param name="mappings">NAME=HEADER for columns that are called otherwise.</param>
    /// <param name="age">Which form of age to use.</param>
    public static Outcome<GrowthHeader> Read(IReadOnlyList<string> names, IReadOnlyList<string> mappings, AgeForm age)
    {
        var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var trimmed = names.Select(name => name.Trim()).ToArray();
        for (var i = 0; i < trimmed.Length; i++)
        {
            if (trimmed[i].Length > 0 && !byName.TryAdd(trimmed[i], i))
            {
                return GrowthFileRefusals.ColumnTwice.With(trimmed[i]);
            }
        }

        if (byName.Count == 0)
        {
            return GrowthFileRefusals.Empty;
        }

        var places = GrowthColumns.Names.Select(name => byName.GetValueOrDefault(name, -1)).ToArray();
        foreach (var mapping in mappings)
        {
            var at = mapping.IndexOf('=');
            var column = at < 0 ? -1 : Array.IndexOf(GrowthColumns.Names, mapping[..at].Trim());
            if (column < 0)
            {
                return GrowthFileRefusals.UnknownMapping.With(mapping, string.Join(", ", GrowthColumns.Names));
            }

            var header = mapping[(at + 1)..].Trim();
            if (!byName.TryGetValue(header, out places[column]))
            {
                return GrowthFileRefusals.MappedToNothing.With(header);
            }
        }

        return Check(places, age) is { } refusal ? refusal : new GrowthHeader(trimmed, places, byName);
    }

    private static Refusal? Check(int[] places, AgeForm age)
    {
        bool Has(GrowthColumn column) => places[(int)column] >= 0;
        foreach (var needed in (ReadOnlySpan<GrowthColumn>)[GrowthColumn.Id, GrowthColumn.Sex])
        {
            if (!Has(needed))
            {
                return GrowthFileRefusals.NoColumn.With(needed.Name());
            }
        }

        var forms = new List<AgeForm>();
        if (Has(GrowthColumn.AgeDays)) forms.Add(AgeForm.Days);
        if (Has(GrowthColumn.AgeMonths)) forms.Add(AgeForm.Months);
        if (Has(GrowthColumn.Birth) && Has(GrowthColumn.Visit)) forms.Add(AgeForm.Dates);
        if (age == AgeForm.Any && forms.Count > 1)
        {
            return GrowthFileRefusals.TwoAges;
        }

        if (forms.Count == 0 || (age != AgeForm.Any && !forms.Contains(age)))
        {
            return GrowthFileRefusals.NoAge;
        }

        var chosen = age == AgeForm.Any ? forms[0] : age;
        if (chosen != AgeForm.Days) places[(int)GrowthColumn.AgeDays] = -1;
        if (chosen != AgeForm.Months) places[(int)GrowthColumn.AgeMonths] = -1;
        if (chosen != AgeForm.Dates) places[(int)GrowthColumn.Birth] = places[(int)GrowthColumn.Visit] = -1;
        return Enumerable.Range((int)GrowthColumn.Weight, 8).Any(i => places[i] >= 0 && i is not ((int)GrowthColumn.Position or (int)GrowthColumn.Oedema))
            ? null
            : GrowthFileRefusals.NoMeasure;
    }

    /// <summary>The names in the first record of a CSV file.</summary>
    public static string[] NamesOf(ReadOnlySpan<byte> bytes, CsvFields fields)
    {
        var names = new string[fields.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Encoding.UTF8.GetString(fields.Text(bytes, i)).Replace("\"\"", "\"", StringComparison.Ordinal);
        }

        return names;
    }
}
