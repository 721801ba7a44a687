using System.CommandLine;
using System.Globalization;
using System.Text;
using Lakudo.Growth.Quality;
using Lakudo.Kernel;
using Lakudo.Web.Growth;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo growth quality IN OUT</c>: how well children were measured, by team, posyandu and measurer.</summary>
internal static class GrowthQualityCommand
{
    private const int MostCases = 50;

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var input = new GrowthInput();
        var output = new Argument<string>("OUT") { Description = "CSV to write, a line for each group and check, or - for standard output." };
        var child = new Option<string?>("--child") { Description = "Column that names the child, so that its visits can be laid side by side (heights that fall, are copied, or jump)." };
        var team = new Option<string?>("--team") { Description = "Column with the team." };
        var posyandu = new Option<string?>("--posyandu") { Description = "Column with the posyandu." };
        var measurer = new Option<string?>("--measurer") { Description = "Column with the person who measured." };
        var command = new Command("quality",
            "Quality of measurement as WHO's survey analyser reports it: last digits, heaping of ages, spread of z, flags, missing, sex ratio; and of repeated visits heights that fall, "
            + "are copied or jump. Each with a sentence of what it means and the lines to look at again. "
            + "Example: lakudo growth quality timbang.csv mutu.csv --child NIK --posyandu Posyandu");
        input.AddTo(command);
        command.Add(output);
        foreach (var option in (Option[])[child, team, posyandu, measurer])
        {
            command.Add(option);
        }

        command.SetAction(result =>
        {
            var columns = new Columns(result.GetValue(child), result.GetValue(team), result.GetValue(posyandu), result.GetValue(measurer));
            var outcome = Run(input, result, result.GetValue(output)!, columns);
            if (outcome.IsRefused)
            {
                Console.Error.WriteLine($"{outcome.Refusal.Code}: {outcome.Refusal.Message}");
                return 1;
            }

            return 0;
        });
        return command;
    }

    private static Outcome<Done> Run(GrowthInput input, ParseResult result, string to, Columns columns)
    {
        var opened = input.Open(result);
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        using var source = opened.Value;
        foreach (var name in columns.All)
        {
            if (name is not null && source.Header.Find(name) < 0)
            {
                return GrowthFileRefusals.NoDesignColumn.With(name);
            }
        }

        try
        {
            var faults = new List<RowFault>();
            var rows = MeasurementRow.ReadAll(source.Source, source.Header, input.MissingOf(result), faults);
            if (rows.IsRefused)
            {
                return rows.Refusal;
            }

            var report = QualityReport.Of(rows.Value.Select(row => columns.VisitOf(row, source.Header)));
            var answer = OutputFile.Open(to);
            if (answer.IsRefused)
            {
                return answer.Refusal;
            }

            using var file = answer.Value;
            using (var writer = new StreamWriter(file.Stream, new UTF8Encoding(false), 65_536, leaveOpen: true))
            {
                Write(report, rows.Value, writer);
            }

            file.Keep();
            foreach (var finding in report.All.Findings.Where(finding => finding.Verdict > QualityVerdict.Good))
            {
                Console.Error.WriteLine(finding.Indonesian);
            }

            return default(Done);
        }
        catch (FileTooLargeException e)
        {
            return e.Refusal;
        }
        catch (InvalidDataException)
        {
            return GrowthFileRefusals.BadWorkbook.With(input.FileOf(result));
        }
        catch (IOException)
        {
            return GrowthFileRefusals.CannotWrite.With(to);
        }
    }

    private static void Write(QualityReport report, List<MeasurementRow> rows, TextWriter to)
    {
        to.Write("group,name,check,verdict,count,hits,value,statistic,probability,lines,sentence\n");
        foreach (var group in (IEnumerable<QualityGroup>)[report.All, .. report.Groups])
        {
            foreach (var finding in group.Findings)
            {
                var lines = string.Join(' ', finding.Cases.Take(MostCases).Select(one => rows[one.Place].Line)) + (finding.Cases.Count > MostCases ? " …" : "");
                to.Write($"{group.Grouping},{Quoted(group.Name)},{finding.Check},{finding.Verdict},{finding.Count},{finding.Hits},{Number(finding.Value)},");
                to.Write($"{Number(finding.Statistic)},{Number(finding.Probability)},{lines},{Quoted(finding.Indonesian)}\n");
            }
        }
    }

    private static string Number(double? number) => number is { } known && double.IsFinite(known) ? known.ToString("0.######", CultureInfo.InvariantCulture) : "";

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed record Columns(string? Child, string? Team, string? Posyandu, string? Measurer)
    {
        public string?[] All => [Child, Team, Posyandu, Measurer];

        public QualityVisit VisitOf(MeasurementRow row, GrowthHeader header)
        {
            string? Text(string? column) => column is null || row[header.Find(column)] is not { Length: > 0 } text ? null : text;
            return new QualityVisit
            {
                Measurement = row.Measurement,
                Day = row.Visit,
                Child = Text(Child),
                Team = Text(Team),
                Posyandu = Text(Posyandu),
                Measurer = Text(Measurer),
            };
        }
    }
}
