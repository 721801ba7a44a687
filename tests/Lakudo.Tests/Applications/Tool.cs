using System.Diagnostics;

namespace Lakudo.Tests.Applications;

/// <summary>Runs a program of the machine; a missing one fails the test and is named.</summary>
internal static class Tool
{
    internal static string Run(string name, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output + error.Result;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail($"The program '{name}' is not installed; this check cannot be done without it (Debian: poppler-utils, qpdf).");
            throw;
        }
    }
}
