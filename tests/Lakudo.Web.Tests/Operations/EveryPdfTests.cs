using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;

namespace Lakudo.Web.Tests.Operations;

/// <summary>Every kind of PDF as the first that a process makes, and whole by an outside judge.</summary>
public sealed partial class EveryPdfTests
{
    /// <summary>The kinds, and the source file that draws each.</summary>
    public static TheoryData<string> Kinds => [.. PdfKinds.All.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public async Task It_is_made_as_the_first_of_a_process_and_qpdf_finds_it_whole(string kind)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, FreshProgram.Draw(kind));
        try
        {
            using var qpdf = Process.Start(new ProcessStartInfo("qpdf", ["--check", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = qpdf.StandardError.ReadToEndAsync();
            var said = await qpdf.StandardOutput.ReadToEndAsync() + await error;
            await qpdf.WaitForExitAsync();
            Assert.True(qpdf.ExitCode == 0, said);
            using var text = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true })!;
            var words = await text.StandardOutput.ReadToEndAsync();
            await text.WaitForExitAsync();
            Assert.False(string.IsNullOrWhiteSpace(words));
            Assert.DoesNotContain('\uFFFD', words);
            if (kind is "DocumentPdf" or "ReferralSheet" or "MonthSheetPdf") Assert.Contains("Andr\u00E9 Nur'aini", words, StringComparison.Ordinal);
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

    /// <summary>The program and its libraries loaded a second time, so that nothing static of theirs has been set yet.</summary>
    private sealed class FreshProgram : AssemblyLoadContext
    {
        internal static byte[] Draw(string kind)
        {
            var kinds = new FreshProgram().LoadFromAssemblyPath(typeof(PdfKinds).Assembly.Location).GetType(typeof(PdfKinds).FullName!)!;
            return (byte[])kinds.GetMethod(nameof(PdfKinds.Draw), BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [kind])!;
        }

        protected override Assembly? Load(AssemblyName name)
        {
            var path = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
            var isOurs = name.Name!.StartsWith("Lakudo", StringComparison.Ordinal) || name.Name.StartsWith("PdfSharp", StringComparison.Ordinal) || name.Name == "QRCoder";
            return isOurs && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
