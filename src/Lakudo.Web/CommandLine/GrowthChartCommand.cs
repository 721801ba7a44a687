using System.CommandLine;
using System.Text.RegularExpressions;
using Lakudo.Kernel;
using Lakudo.Web.Growth;
using Lakudo.Web.Growth.Charts;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo growth chart IN OUT</c>: one child's chart for printing.</summary>
internal static partial class GrowthChartCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var input = new GrowthInput();
        var output = new Argument<string>("OUT") { Description = "A .svg, .png or .pdf to write: one sheet of A4." };
        var kind = new Option<ChartKind>("--kind") { Description = "Which chart; Kms takes birth_date and visit_date.", DefaultValueFactory = _ => ChartKind.Bbu };
        var id = new Option<string?>("--id") { Description = "The child, where the file has several." };
        var name = new Option<string?>("--name") { Description = "What the sheet calls the child; its id where not given." };
        var months = new Option<string?>("--months") { Description = "Months of age to show, e.g. 0-24; those that fit the child where not given." };
        var font = new Option<string?>("--font") { Description = "A .ttf file; the program's own typeface where not given." };
        var command = new Command("chart",
            "A growth chart of one child: WHO's lines or those of the KMS, the measurements and a table of them. Every line can be told without colour. "
            + "Example: lakudo growth chart anak.csv anak.pdf --kind Kms");
        input.AddTo(command);
        command.Add(output);
        foreach (var option in (Option[])[kind, id, name, months, font])
        {
            command.Add(option);
        }

        command.SetAction(result =>
        {
            var outcome = Run(input, result, new Wanted(result.GetValue(output)!, result.GetValue(kind), result.GetValue(id), result.GetValue(name), result.GetValue(months), result.GetValue(font)));
            if (outcome.IsRefused)
            {
                Console.Error.WriteLine($"{outcome.Refusal.Code}: {outcome.Refusal.Message}");
                return 1;
            }

            return 0;
        });
        return command;
    }

    private static Outcome<Done> Run(GrowthInput input, ParseResult result, Wanted wanted)
    {
        if (!ChartFile.IsKnown(wanted.To))
        {
            return GrowthFileRefusals.UnknownPicture.With(wanted.To);
        }

        var months = wanted.Months is null ? null : MonthsOf(wanted.Months);
        if (wanted.Months is not null && months is null)
        {
            return GrowthFileRefusals.BadMonths;
        }

        var opened = input.Open(result);
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        using var source = opened.Value;
        var faults = new List<RowFault>();
        var rows = MeasurementRow.ReadAll(source.Source, source.Header, input.MissingOf(result), faults);
        var child = rows.IsRefused ? rows.Refusal : ChildOf(rows.Value, source.Header[GrowthColumn.Id], wanted.Id);
        if (child.IsRefused)
        {
            return child.Refusal;
        }

        var page = ChildChart.Make(wanted.Kind, child.Value, wanted.Name ?? child.Value[0][source.Header[GrowthColumn.Id]], months);
        if (page.IsRefused)
        {
            return page.Refusal;
        }

        if (wanted.Font is { } file && !File.Exists(file))
        {
            return GrowthFileRefusals.CannotOpen.With(file);
        }

        if (ChartFile.Typeface(wanted.Font) is not { } typeface)
        {
            return GrowthFileRefusals.NoFont;
        }

        var answer = OutputFile.Open(wanted.To);
        if (answer.IsRefused)
        {
            return answer.Refusal;
        }

        using var drawn = answer.Value;
        ChartFile.Write(page.Value, typeface, wanted.To, drawn.Stream);
        drawn.Keep();
        var report = new ReasonReport(source.Header, null, 20);
        report.Add(faults);
        report.Tell(rows.Value.Count);
        return default(Done);
    }

    private static Outcome<List<MeasurementRow>> ChildOf(List<MeasurementRow> rows, int idPlace, string? id)
    {
        if (id is not null)
        {
            var own = rows.Where(row => row[idPlace] == id).ToList();
            return own.Count > 0 ? own : GrowthFileRefusals.NoChild.With(id);
        }

        var ids = rows.Select(row => row[idPlace]).Distinct().Count();
        return ids switch
        {
            0 => GrowthFileRefusals.NothingToDraw,
            1 => rows,
            _ => GrowthFileRefusals.SeveralChildren.With(ids),
        };
    }

    private static (int First, int Last)? MonthsOf(string text) =>
        Months().Match(text) is { Success: true } match && int.Parse(match.Groups[1].Value) is var first && int.Parse(match.Groups[2].Value) is var last && first < last && last <= 60
            ? (first, last)
            : null;

    [GeneratedRegex(@"^(\d{1,2})-(\d{1,2})$")]
    private static partial Regex Months();

    private sealed record Wanted(string To, ChartKind Kind, string? Id, string? Name, string? Months, string? Font);
}
