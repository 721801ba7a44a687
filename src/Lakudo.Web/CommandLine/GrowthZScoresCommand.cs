using System.CommandLine;
using Lakudo.Kernel;
using Lakudo.Web.Growth;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo growth zscores IN OUT</c>: WHO's z-scores and flags of every row of a file.</summary>
internal static class GrowthZScoresCommand
{
    /// <summary>How many reasons are told on standard error; all of them go into the file of <c>--reasons</c>.</summary>
    private const int ToldReasons = 20;

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var input = new GrowthInput();
        var output = new Argument<string>("OUT") { Description = "CSV or xlsx to write, or - for standard output. Appears whole or not at all." };
        var reasons = new Option<string?>("--reasons") { Description = "Also write a CSV with line, column and reason of everything that could not be used." };
        var column = new Option<bool>("--reason-column") { Description = "Add a 23rd column with the reason, in the row's own place." };
        var indonesian = new Option<bool>("--decimal-comma") { Description = "Write semicolons and decimal commas, as an Indonesian spreadsheet opens them." };
        var command = new Command("zscores",
            "z-scores, flags, corrected length and BMI of every row, in the 22 columns of WHO's R package anthro. The file needs id, sex, an age (age_days, or age_months, "
            + "or birth_date and visit_date) and at least one of weight_kg, lenhei_cm, headc_cm, muac_cm, triskin_mm, subskin_mm; measure (L or H) and oedema (y or n) where known. "
            + "A field that cannot be read counts as not measured and is told with its line; it never stops the file. "
            + "Example: lakudo growth zscores timbang.xlsx hasil.csv --column weight_kg=Berat --column lenhei_cm=Tinggi --missing 8888");
        input.AddTo(command);
        command.Add(output);
        command.Add(reasons);
        command.Add(column);
        command.Add(indonesian);
        command.SetAction(async (result, ct) =>
        {
            var style = (result.GetValue(indonesian) ? ZScoreStyle.Indonesian : ZScoreStyle.Plain) with { WithReason = result.GetValue(column) };
            var outcome = await Run(input, result, result.GetValue(output)!, result.GetValue(reasons), style, ct);
            if (outcome.IsRefused)
            {
                await Console.Error.WriteLineAsync($"{outcome.Refusal.Code}: {outcome.Refusal.Message}");
                return 1;
            }

            return 0;
        });
        return command;
    }

    private static async Task<Outcome<Done>> Run(GrowthInput input, ParseResult result, string to, string? reasonsTo, ZScoreStyle style, CancellationToken ct)
    {
        var opened = input.Open(result);
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        using var source = opened.Value;
        var from = input.FileOf(result);
        if (from != "-" && to != "-" && Path.GetFullPath(from) == Path.GetFullPath(to))
        {
            return GrowthFileRefusals.SameFile;
        }

        var answer = OutputFile.Open(to);
        if (answer.IsRefused)
        {
            return answer.Refusal;
        }

        using var file = answer.Value;
        var report = reasonsTo is null ? default : OutputFile.Open(reasonsTo);
        if (report.IsRefused)
        {
            return report.Refusal;
        }

        using var reasonFile = reasonsTo is null ? null : report.Value;
        var told = new ReasonReport(source.Header, reasonFile?.Stream, ToldReasons);
        var progress = new Progress(source.Size);
        var isWorkbook = WorkbookReader.IsWorkbook(to);
        await using var workbook = isWorkbook ? await WorkbookWriter.Start(file.Stream, "zscores", ct) : null;
        var work = new ZScoreFile(source.Source, source.Header, isWorkbook ? ZScoreStyle.Plain with { WithReason = style.WithReason } : style, input.MissingOf(result))
        {
            OnFaults = told.Add,
            OnProgress = progress.Show,
        };
        try
        {
            // One thread more than cores: while one waits to write, another computes.
            var rows = work.Run(workbook ?? file.Stream, Environment.ProcessorCount + 1, ct);
            if (rows.IsRefused)
            {
                return rows.Refusal;
            }

            if (workbook is not null)
            {
                await workbook.Finish(ct);
            }

            told.Finish();
            reasonFile?.Keep();
            file.Keep();
            progress.Finish();
            told.Tell(rows.Value);
            return default(Done);
        }
        catch (FileTooLargeException e)
        {
            return e.Refusal;
        }
        catch (InvalidDataException)
        {
            return GrowthFileRefusals.BadWorkbook.With(from);
        }
        catch (IOException)
        {
            return workbook?.IsOverfull == true ? GrowthFileRefusals.TooManyRows.With(to) : GrowthFileRefusals.CannotWrite.With(to);
        }
    }
}
