using System.CommandLine;
using System.Text;
using Lakudo.Growth.Survey;
using Lakudo.Kernel;
using Lakudo.Web.Growth;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo growth prevalence IN OUT</c>: the prevalences of a survey, as WHO reports them.</summary>
internal static class GrowthPrevalenceCommand
{
    private const int ToldReasons = 20;

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var input = new GrowthInput();
        var output = new Argument<string>("OUT") { Description = "CSV to write, or - for standard output. Appears whole or not at all." };
        var weights = new Option<string?>("--weights") { Description = "Column with the sampling weight." };
        var cluster = new Option<string?>("--cluster") { Description = "Column with the cluster within its stratum." };
        var strata = new Option<string?>("--strata") { Description = "Column with the stratum." };
        Option<string>[] groups =
        [
            Group("--residence", "typeres"), Group("--region", "gregion"), Group("--wealth", "wealthq"), Group("--education", "mothered"), Group("--group", "othergr"),
        ];
        var command = new Command("prevalence",
            "Prevalences and mean z-scores of a survey by WHO's groups, with standard errors and 95 % intervals by Taylor linearisation; the 135 columns of WHO's R package anthro. "
            + "IN as for zscores, with columns for the design. The monthly posyandu measurement is no sample: its interval would say nothing about the children who were not measured. "
            + "Example: lakudo growth prevalence survei.csv prevalensi.csv --weights sw --cluster cluster --strata strata");
        input.AddTo(command);
        command.Add(output);
        command.Add(weights);
        command.Add(cluster);
        command.Add(strata);
        foreach (var group in groups)
        {
            command.Add(group);
        }

        command.SetAction(result =>
        {
            var columns = new SurveyFileColumns(
                result.GetValue(cluster), result.GetValue(strata), result.GetValue(weights), [.. groups.Select(group => result.GetValue(group))]);
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

    private static Option<string> Group(string name, string usual) => new(name)
    {
        Description = "Column of this group; left out where the file has none.",
        DefaultValueFactory = _ => usual,
    };

    private static Outcome<Done> Run(GrowthInput input, ParseResult result, string to, SurveyFileColumns columns)
    {
        var opened = input.Open(result);
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        using var source = opened.Value;
        try
        {
            var survey = SurveyFile.Read(source.Source, source.Header, columns, input.MissingOf(result));
            if (survey.IsRefused)
            {
                return survey.Refusal;
            }

            var answer = OutputFile.Open(to);
            if (answer.IsRefused)
            {
                return answer.Refusal;
            }

            using var file = answer.Value;
            using (var writer = new StreamWriter(file.Stream, new UTF8Encoding(false), 65_536, leaveOpen: true))
            {
                SurveyFile.Write(survey.Value.Sample.Compute(), writer);
            }

            file.Keep();
            Tell(survey.Value, source.Header);
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

    private static void Tell(SurveyFile survey, GrowthHeader header)
    {
        var report = new ReasonReport(header, null, ToldReasons);
        report.Add(survey.Faults);
        report.Tell(survey.Rows);
        foreach (var (use, reason) in new[]
        {
            (SurveyRowUse.TooOld, "di atas 1.826 hari: tidak dihitung"),
            (SurveyRowUse.WithoutCluster, "tanpa klaster: tidak dihitung"),
            (SurveyRowUse.WithoutStratum, "tanpa strata: tidak dihitung"),
            (SurveyRowUse.WithoutWeight, "tanpa bobot: bobot dianggap nol"),
        })
        {
            if (survey.Sample.CountOf(use) is > 0 and var count)
            {
                Console.Error.WriteLine($"{count.ToString("N0", Formats.Indonesian)} baris {reason}.");
            }
        }

        if (survey.BadWeights > 0)
        {
            Console.Error.WriteLine($"{survey.BadWeights.ToString("N0", Formats.Indonesian)} bobot tidak terbaca atau negatif.");
        }
    }
}
