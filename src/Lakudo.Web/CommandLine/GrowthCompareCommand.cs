using System.CommandLine;
using System.Globalization;
using System.Text;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Lakudo.Web.Growth;
using Lakudo.Web.Growth.Compare;
using Lakudo.Web.Growth.Workbooks;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo growth compare EXPORT [OUT]</c>: whether an export went by day or by completed month, and why rows differ.</summary>
internal static class GrowthCompareCommand
{
    /// <summary>Bytes of an export as CSV; it is held in memory whole.</summary>
    private const long LargestExport = 256 * 1024 * 1024;

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var export = new Argument<string>("EXPORT") { Description = "An e-PPGBM export, xlsx or CSV, with its own ZS BB/U, ZS TB/U and ZS BB/TB." };
        var output = new Argument<string?>("OUT") { Description = "CSV to write with every z-score that differs and why, or - for standard output.", Arity = ArgumentArity.ZeroOrOne };
        var columns = new Option<string[]>("--column")
        {
            Description = $"A column that is called otherwise, as NAME=HEADER with NAME one of {string.Join(", ", ExportFile.MappableNames)}.",
            DefaultValueFactory = _ => [],
        };
        var sheet = new Option<string?>("--sheet") { Description = "The sheet of an xlsx; the first one where not given." };
        var command = new Command("compare",
            "Compares the z-scores that an e-PPGBM export carries with WHO's: says whether they were computed by day or by completed month, and explains every one that differs. "
            + "Neither names nor NIK are written. Example: lakudo growth compare ekspor.xlsx beda.csv") { export, output, columns, sheet };
        command.SetAction(result =>
        {
            var outcome = Run(result.GetValue(export)!, result.GetValue(output), result.GetValue(columns)!, result.GetValue(sheet));
            if (outcome.IsRefused)
            {
                Console.Error.WriteLine($"{outcome.Refusal.Code}: {outcome.Refusal.Message}");
                return 1;
            }

            return 0;
        });
        return command;
    }

    private static Outcome<Done> Run(string from, string? to, string[] columns, string? sheet)
    {
        byte[] bytes;
        try
        {
            using var file = from == "-" ? Console.OpenStandardInput() : File.OpenRead(from);
            using var all = new MemoryStream();
            using var counted = new CountedStream(WorkbookReader.IsWorkbook(from) ? WorkbookReader.Open(file, sheet, WorkbookLimits.CommandLine) : file, new ExpansionLimit(LargestExport));
            counted.CopyTo(all);
            bytes = all.ToArray();
        }
        catch (FileTooLargeException e)
        {
            return e.Refusal;
        }
        catch (InvalidDataException)
        {
            return GrowthFileRefusals.BadWorkbook.With(from);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return GrowthFileRefusals.CannotOpen.With(from);
        }

        var export = ExportFile.Read(bytes, columns);
        if (export.IsRefused)
        {
            return export.Refusal;
        }

        var comparison = Comparison.Of(export.Value.Rows);
        if (to is not null)
        {
            var answer = OutputFile.Open(to);
            if (answer.IsRefused)
            {
                return answer.Refusal;
            }

            using var file = answer.Value;
            using (var writer = new StreamWriter(file.Stream, new UTF8Encoding(false), 65_536, leaveOpen: true))
            {
                Write(comparison, export.Value, writer);
            }

            file.Keep();
        }

        Tell(comparison, export.Value, to == "-" ? Console.Error : Console.Out);
        return default(Done);
    }

    private static void Write(Comparison comparison, ExportFile export, TextWriter to)
    {
        to.Write("line,index,printed,by_day,by_month,reason\n");
        foreach (var row in comparison.Differences)
        {
            to.Write($"{row.Line},{row.Index},{Z(row.Printed)},{Z(row.ByDay)},{Z(row.ByMonth)},\"{row.Reason}\"\n");
        }

        foreach (var (line, reason) in export.LeftOut)
        {
            to.Write($"{line},,,,,\"tidak dibandingkan: {reason}\"\n");
        }
    }

    private static void Tell(Comparison comparison, ExportFile export, TextWriter to)
    {
        static string Count(int number) => number.ToString("N0", Formats.Indonesian);
        to.WriteLine($"{Count(export.Rows.Count)} baris dengan {Count(comparison.Compared)} nilai z dibandingkan; {Count(export.LeftOut.Count)} baris tidak dapat dibandingkan.");
        to.WriteLine($"Sama menurut hari: {Count(comparison.EqualByDay)}. Sama menurut bulan penuh: {Count(comparison.EqualByMonth)}.");
        to.WriteLine(comparison.Method is { } method
            ? $"Ekspor ini dihitung {Words.Of(method)}: {Count(method == AgeMethod.Days ? comparison.TellingDay : comparison.Telling - comparison.TellingDay)} dari {Count(comparison.Telling)} nilai yang membedakan kedua cara."
            : comparison.Telling < Comparison.FewestTelling
                ? $"Cara umur belum dapat dipastikan: baru {Count(comparison.Telling)} nilai yang membedakan kedua cara, perlu {Comparison.FewestTelling}."
                : $"Cara umur tidak seragam: {Count(comparison.TellingDay)} menurut hari dan {Count(comparison.Telling - comparison.TellingDay)} menurut bulan penuh dari {Count(comparison.Telling)} nilai yang membedakan.");
        if (export.Twice > 0)
        {
            to.WriteLine($"{Count(export.Twice)} baris memuat anak dan hari ukur yang sudah ada di atasnya.");
        }

        foreach (var group in comparison.Differences.GroupBy(row => row.Reason).OrderByDescending(group => group.Count()))
        {
            var lines = group.Select(row => row.Line).Distinct().ToList();
            to.WriteLine($"{Count(group.Count())} nilai berbeda: {group.Key} (baris {string.Join(", ", lines.Take(5))}{(lines.Count > 5 ? ", …" : "")})");
        }
    }

    private static string Z(long? hundredths) => hundredths is { } z ? (z / 100m).ToString("0.##", CultureInfo.InvariantCulture) : "";
}
