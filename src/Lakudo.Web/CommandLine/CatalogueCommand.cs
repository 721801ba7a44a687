using System.CommandLine;
using Lakudo.Catalogue;
using Lakudo.Kernel;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo catalogue import FILE.csv</c>: brings a catalogue file in, all of it or nothing.</summary>
public static class CatalogueCommand
{
    /// <summary>The command.</summary>
    public static Command Make() => new("catalogue", "The catalogue of services.") { Import() };

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "CSV with the columns of data/catalogue/services.csv, or - for standard input." };
        var region = new Option<int>("--region") { Description = "The region's number.", DefaultValueFactory = _ => 1 };
        var command = new Command("import", "Import services from a CSV: every row is taken or refused with line, column and reason. One refused row and nothing is changed. "
            + "Example: lakudo catalogue import layanan.csv") { file, region };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (result, ct) =>
        {
            byte[] bytes;
            try
            {
                bytes = await Bytes(result.GetValue(file)!, ct);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"Berkas {result.GetValue(file)} tidak dapat dibuka. Periksa nama dan izinnya.");
                return 2;
            }

            catch (FileTooLargeException e)
            {
                await Console.Error.WriteLineAsync($"{e.Refusal.Code}: {e.Refusal.Message}");
                return 1;
            }

            await using var services = Offline.Services(result.UnmatchedTokens);
            await using var scope = services.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<ImportCatalogue>().Run(Caller.System(result.GetValue(region)), new(bytes), ct);
            if (outcome.IsRefused)
            {
                await Console.Error.WriteLineAsync($"{outcome.Refusal.Code}: {outcome.Refusal.Message}");
                return 1;
            }

            return await Tell(outcome.Value);
        });
        return command;
    }

    private static async Task<int> Tell(ImportCatalogue.Report report)
    {
        foreach (var row in report.Refused)
        {
            await Console.Error.WriteLineAsync($"baris {row.Line}{(row.Column.Length > 0 ? $", kolom {row.Column}" : "")}: {row.Reason}");
        }

        if (report.Refused.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{report.Refused.Count} kesalahan; tidak ada yang diubah. Perbaiki berkasnya, lalu impor lagi.");
            return 1;
        }

        Console.WriteLine($"{report.Added} layanan baru, {report.Changed} berubah, {report.Unchanged} tetap; {report.NewAgencies} instansi baru.");
        return 0;
    }

    private static async Task<byte[]> Bytes(string file, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await using var input = new CountedStream(file == "-" ? Console.OpenStandardInput() : File.OpenRead(file), new ExpansionLimit(ImportCatalogue.Largest));
        await input.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
