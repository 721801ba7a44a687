using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Lakudo.Web.Tests.Operations;

/// <summary>Every kind of PDF as the first that a process makes, and whole by an outside judge.</summary>
public sealed partial class EveryPdfTests
{
    private static readonly string[] WithName = ["DocumentPdf", "ReferralSheet", "MonthSheetPdf"];

    /// <summary>The kinds, by the source file that draws each.</summary>
    public static TheoryData<string> Kinds => [.. PdfKinds.All.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public async Task It_is_made_as_the_first_of_a_process_and_qpdf_finds_it_whole(string kind)
    {
        var file = Path.GetTempFileName();
        try
        {
            var tests = typeof(PdfKinds).Assembly.Location;
            var start = new ProcessStartInfo("dotnet", ["exec", tests])
            {
                Environment = { ["DOTNET_STARTUP_HOOKS"] = tests, [StartupHook.Wanted] = $"{kind}={file}" },
            };
            Assert.Equal((0, ""), await Said(start));
            var (ended, said) = await Said(new ProcessStartInfo("qpdf", ["--check", file]));
            Assert.True(ended == 0, said);
            var (_, words) = await Said(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]));
            Assert.False(string.IsNullOrWhiteSpace(words));
            Assert.DoesNotContain('\uFFFD', words);
            if (WithName.Contains(kind)) Assert.Contains("Andr\u00E9 Nur'aini", words, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void No_source_file_makes_a_PDF_that_is_not_tried_here()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Lakudo.slnx"))) root = root.Parent;
        string[] frames = ["PaperSheet", "PaperTable"];
        var makers = Directory.EnumerateFiles(Path.Combine(root.FullName, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && Makes().IsMatch(File.ReadAllText(path)))
            .Select(path => Path.GetFileNameWithoutExtension(path)).Except(frames).Order();
        Assert.Equal(PdfKinds.All.Keys.Order(), makers);
    }

    [GeneratedRegex(@"PdfFile\.New\(|PdfFile\.Open\(|PaperSheet\.Draw\(|new PaperTable\(|SKDocument\.CreatePdf\(")]
    private static partial Regex Makes();

    /// <summary>How a program ended and what it said.</summary>
    private static async Task<(int Ended, string Words)> Said(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var words = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, words);
    }
}
