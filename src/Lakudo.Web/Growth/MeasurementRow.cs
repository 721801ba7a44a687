using System.Text;
using Lakudo.Growth;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth;

/// <summary>A row of a small file, for what looks at one row after the other: charts, quality, comparison.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Measurement">What was measured.</param>
/// <param name="Birth">The day of birth, where the file gives dates.</param>
/// <param name="Visit">The day of measurement, where the file gives dates.</param>
/// <param name="Fields">Every field as text.</param>
internal sealed record MeasurementRow(long Line, Measurement Measurement, DateOnly? Birth, DateOnly? Visit, string[] Fields)
{
    /// <summary>The field of a column, or an empty text where the file has no such column.</summary>
    public string this[int place] => place >= 0 && place < Fields.Length ? Fields[place] : "";

    /// <summary>Reads every usable row of a file; what is wrong in the others goes to <paramref name="faults"/>.</summary>
    public static Outcome<List<MeasurementRow>> ReadAll(CsvSource source, GrowthHeader header, IReadOnlyList<byte[]> missing, List<RowFault> faults)
    {
        var rows = new List<MeasurementRow>();
        var (chunk, fields, reader) = (new CsvChunk(), new CsvFields(source.Fields.Separator), new GrowthRow(header, missing));
        while (true)
        {
            var next = source.Next(chunk);
            if (next.IsRefused)
            {
                return next.Refusal;
            }

            if (!next.Value)
            {
                faults.AddRange(reader.Faults);
                return rows;
            }

            var line = chunk.FirstLine;
            var bytes = chunk.Bytes.AsSpan(0, chunk.Length);
            for (var at = 0; at < bytes.Length;)
            {
                var start = at;
                at = fields.Read(bytes, at);
                if ((fields.Count > 1 || fields.Text(bytes, 0).Length > 0) && reader.Read(bytes, fields, line, out var measurement))
                {
                    var text = GrowthHeader.NamesOf(bytes, fields);
                    rows.Add(new MeasurementRow(line, measurement, Day(text, header[GrowthColumn.Birth]), Day(text, header[GrowthColumn.Visit]), text));
                }

                line += fields.HasQuotes ? bytes[start..at].Count((byte)'\n') : 1;
            }
        }
    }

    private static DateOnly? Day(string[] fields, int place) =>
        place >= 0 && DateText.TryRead(Encoding.UTF8.GetBytes(fields[place]), out var day) ? day : null;
}
