using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Lakudo.Growth.Survey;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth;

/// <summary>Which columns of a file say how its children were drawn and to which groups they belong; null where the survey has no such thing.</summary>
/// <param name="Cluster">The cluster within its stratum.</param>
/// <param name="Stratum">The stratum.</param>
/// <param name="Weight">How many children the row stands for.</param>
/// <param name="Groups">Residence, region, wealth quintile, mother's education, and a grouping of the file's own.</param>
internal sealed record SurveyFileColumns(string? Cluster, string? Stratum, string? Weight, string?[] Groups);

/// <summary>Reads the rows of a survey and writes WHO's table of prevalences.</summary>
internal sealed class SurveyFile
{
    private readonly CsvSource _source;
    private readonly GrowthRow _row;
    private readonly int _cluster;
    private readonly int _stratum;
    private readonly int _weight;
    private readonly int[] _groups;

    private SurveyFile(CsvSource source, GrowthRow row, SurveyFileColumns columns, Func<string?, int> find)
    {
        (_source, _row) = (source, row);
        (_cluster, _stratum, _weight) = (find(columns.Cluster), find(columns.Stratum), find(columns.Weight));
        _groups = columns.Groups.Select(find).ToArray();
        Sample = new SurveySample(new SurveyDesign(_cluster >= 0, _stratum >= 0, _weight >= 0));
    }

    /// <summary>The children read.</summary>
    public SurveySample Sample { get; }

    /// <summary>What was wrong in the rows.</summary>
    public IReadOnlyList<RowFault> Faults => _row.Faults;

    /// <summary>How many rows were read.</summary>
    public long Rows { get; private set; }

    /// <summary>How many rows had a sampling weight that is none: no number, or below 0. They count as having none.</summary>
    public long BadWeights { get; private set; }

    /// <summary>Reads a whole file.</summary>
    /// <param name="source">The file, its first line read.</param>
    /// <param name="header">Which column holds what.</param>
    /// <param name="columns">Which columns tell the design and the groups. A group that is asked for by its usual name may be missing.</param>
    /// <param name="missing">Codes that mean not measured.</param>
    public static Outcome<SurveyFile> Read(CsvSource source, GrowthHeader header, SurveyFileColumns columns, IReadOnlyList<byte[]> missing)
    {
        foreach (var name in new[] { columns.Cluster, columns.Stratum, columns.Weight })
        {
            if (name is not null && header.Find(name) < 0)
            {
                return GrowthFileRefusals.NoDesignColumn.With(name);
            }
        }

        var survey = new SurveyFile(source, new GrowthRow(header, missing), columns, name => name is null ? -1 : header.Find(name));
        return survey.ReadAll() is { } refusal ? refusal : survey;
    }

    /// <summary>Writes the table: a line a group, the columns of WHO's package, numbers in their shortest exact form.</summary>
    public static void Write(SurveyPrevalence prevalence, TextWriter to)
    {
        to.Write("\"Group\",");
        to.Write(string.Join(',', SurveyColumns.Names.Select(name => $"\"{name}\"")));
        to.Write('\n');
        foreach (var group in prevalence.Groups)
        {
            to.Write($"\"{group.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
            foreach (var value in group.Values)
            {
                to.Write(',');
                to.Write(double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture));
            }

            to.Write('\n');
        }
    }

    private Refusal? ReadAll()
    {
        var chunk = new CsvChunk();
        var fields = new CsvFields(_source.Fields.Separator);
        while (true)
        {
            var next = _source.Next(chunk);
            if (next.IsRefused || !next.Value)
            {
                return next.Refusal;
            }

            ReadPart(chunk, fields);
        }
    }

    private void ReadPart(CsvChunk chunk, CsvFields fields)
    {
        var bytes = chunk.Bytes.AsSpan(0, chunk.Length);
        var line = chunk.FirstLine;
        var text = new char[7][];
        for (var at = 0; at < bytes.Length;)
        {
            var start = at;
            at = fields.Read(bytes, at);
            if ((fields.Count > 1 || fields.Text(bytes, 0).Length > 0) && _row.Read(bytes, fields, line, out var measurement))
            {
                Sample.Add(new SurveyRow
                {
                    Measurement = measurement,
                    Cluster = Text(bytes, fields, _cluster, ref text[0]),
                    Stratum = Text(bytes, fields, _stratum, ref text[1]),
                    Weight = WeightOf(bytes, fields),
                    Residence = Text(bytes, fields, _groups[0], ref text[2]),
                    Region = Text(bytes, fields, _groups[1], ref text[3]),
                    WealthQuintile = Text(bytes, fields, _groups[2], ref text[4]),
                    MotherEducation = Text(bytes, fields, _groups[3], ref text[5]),
                    Other = Text(bytes, fields, _groups[4], ref text[6]),
                });
                Rows++;
            }

            line += fields.HasQuotes ? bytes[start..at].Count((byte)'\n') : 1;
        }
    }

    private double? WeightOf(ReadOnlySpan<byte> bytes, CsvFields fields)
    {
        if (_weight < 0 || fields.Text(bytes, _weight) is var text && (text.IsEmpty || GrowthWords.MeansMissing(text)))
        {
            return null;
        }

        Span<byte> point = stackalloc byte[Math.Min(text.Length, 64)];
        text[..point.Length].CopyTo(point);
        point.Replace((byte)',', (byte)'.');
        if (Utf8Parser.TryParse(point, out double weight, out var used) && used == text.Length && weight is >= 0 and < double.PositiveInfinity)
        {
            return weight;
        }

        BadWeights++;
        return null;
    }

    private static ReadOnlySpan<char> Text(ReadOnlySpan<byte> bytes, CsvFields fields, int place, ref char[] buffer)
    {
        if (place < 0)
        {
            return default;
        }

        var text = fields.Text(bytes, place);
        if (text.Length == 2 && GrowthWords.MeansMissing(text))
        {
            return default;
        }

        if (buffer is null || buffer.Length < text.Length)
        {
            buffer = new char[Math.Max(64, text.Length)];
        }

        return buffer.AsSpan(0, Encoding.UTF8.GetChars(text, buffer));
    }
}
