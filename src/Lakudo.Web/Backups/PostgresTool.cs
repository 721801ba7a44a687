using System.ComponentModel;
using System.Diagnostics;
using Lakudo.Kernel;
using Npgsql;

namespace Lakudo.Web.Backups;

/// <summary>Runs PostgreSQL's own programs, found on the path. The password goes by the environment, never by the command line that others can list.</summary>
internal static class PostgresTool
{
    /// <summary>Runs one. Refused with B-009 when it is missing, B-010 with its own words when it fails.</summary>
    internal static async Task<Outcome<Done>> Run(string program, string connection, IEnumerable<string> arguments, CancellationToken ct)
    {
        var place = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["PGHOST"] = place.Host;
        start.Environment["PGPORT"] = place.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = place.Username;
        start.Environment["PGDATABASE"] = place.Database;
        if (place.Password is { Length: > 0 } password) start.Environment["PGPASSWORD"] = password;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var words = await process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? new Done() : BackupRefusals.ToolFailed.With(program, words.Trim().ReplaceLineEndings(" "));
        }
        catch (Win32Exception)
        {
            return BackupRefusals.ToolMissing.With(program);
        }
    }
}
