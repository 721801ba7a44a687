using System.Globalization;
using Lakudo.Children.Import;
using Lakudo.Kernel;

namespace Lakudo.Web.Children.Import;

/// <summary>What the forms of the import pages send; each fills its own part.</summary>
public sealed class ImportForm
{
    /// <summary>The region's own file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The profile that says what its columns are called.</summary>
    public Guid? Profile { get; set; }

    /// <summary>The posyandu of lines that name none.</summary>
    public Guid? Posyandu { get; set; }

    /// <summary>A profile's name.</summary>
    public string? Name { get; set; }

    /// <summary>A profile's columns, one a line: <c>Nama = NAMA BALITA</c>.</summary>
    public string? Columns { get; set; }

    /// <summary>The plan that was seen.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Whether the officer says that the data may be kept.</summary>
    public bool HasBasis { get; set; }

    /// <summary>What was answered of lines that contradict, from fields <c>jawab-LINE</c>; a line without an answer is left out.</summary>
    internal static Dictionary<int, ImportAnswer> Answers(IFormCollection form)
    {
        var answers = new Dictionary<int, ImportAnswer>();
        foreach (var (field, value) in form)
        {
            if (field.StartsWith(Answer, StringComparison.Ordinal) && int.TryParse(field.AsSpan(Answer.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                && value.ToString() switch { "sama" => ImportAnswer.SameChild, "lain" => ImportAnswer.OtherChild, _ => ImportAnswer.LeaveOut } is not ImportAnswer.LeaveOut and var answer)
            {
                answers[line] = answer;
            }
        }

        return answers;
    }

    /// <summary>Begins the name of the field of a line's answer.</summary>
    internal const string Answer = "jawab-";

    /// <summary>The columns as typed. C-209 for a line that is not COLUMN = HEADER with a known column.</summary>
    internal Outcome<Dictionary<ImportColumn, string>> ReadColumns()
    {
        var headers = new Dictionary<ImportColumn, string>();
        foreach (var line in (Columns ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            var column = ImportColumns.All.Where(c => ImportColumns.Folded(ImportColumns.WordsOf(c)) == ImportColumns.Folded(parts[0])).Select(c => (ImportColumn?)c).FirstOrDefault();
            if (column is null || parts is not [_, { Length: > 0 } header])
            {
                return ImportRefusals.UnknownColumn.With(line.Length > 80 ? line[..80] : line);
            }

            headers[column.Value] = header;
        }

        return headers;
    }
}
