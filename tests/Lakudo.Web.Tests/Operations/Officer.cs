using System.Diagnostics;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Identity;
using Lakudo.Web.Tests.Backups;
using Lakudo.Web.Tests.Https;

namespace Lakudo.Web.Tests.Operations;

/// <summary>
/// A new officer with the manual open, on an installation of the built program in a folder of a test: types each command as it stands there. Only places that a test cannot
/// have are other ones (the data folder, the stick, the other machine, PostgreSQL, port and sheet). A command that this officer does not know is an error.
/// </summary>
internal sealed class Officer : IDisposable
{
    private readonly string _root;
    private readonly int _port = LoopbackPort.Free();
    private readonly SshServer _nas;
    private readonly string _postgres;
    private Process? _server;
    private string _sheet = "";

    public Officer(string root, string postgres)
    {
        (_root, _postgres) = (root, postgres);
        Directory.CreateDirectory(Stick);
        _nas = new SshServer(Path.Combine(root, "nas"));
    }

    private string Data => Path.Combine(_root, "data");

    private string Stick => Path.Combine(_root, "cadangan");

    /// <summary>Makes the empty database, as install.sh does.</summary>
    public Task<(int Code, string Told)> Install() => Lakudo(["migrate"]);

    /// <summary>Types one command. Answers its exit code and what it told.</summary>
    public async Task<(int Code, string Told)> Type(string line)
    {
        var words = Words(line);
        switch (words[0])
        {
            case "lakudo":
                var told = await Lakudo(words[1..]);
                if (words is [_, "backup", "init"]) _sheet = told.Told;
                return told;
            case "systemctl" when words is [_, var what, "lakudo"]:
                if (what is "stop" or "restart") await Stop();
                if (what is "start" or "restart") await Start();
                return what is "stop" or "start" or "restart" ? (0, "") : throw new InvalidOperationException(line);
            // The log of the service is what it prints; here its end has been read already.
            case "journalctl" when line == "journalctl -u lakudo -n 50": return (0, "");
            case "curl": return await Run("curl", [.. words[1..].Select(w => w.Replace(":5080", $":{_port}", StringComparison.Ordinal))]);
            case "mv": return await Run("mv", [.. words[1..]]);
            case "ssh-keygen":
                var made = await Run("ssh-keygen", [.. words[1..]]);
                // Its public half is installed on the other machine, as the sentence before the command says.
                File.AppendAllText(Path.Combine(_root, "nas", "allowed"), File.ReadAllText(words[^1] + ".pub"));
                return made;
            default: throw new InvalidOperationException($"The manual has a command that no officer of this test knows: {line}");
        }
    }

    public void Dispose()
    {
        if (_server is { HasExited: false }) _server.Kill();
        _server?.Dispose();
        _nas.Dispose();
    }

    private List<string> Words(string line)
    {
        var here = line.Replace("/media/cadangan", Stick, StringComparison.Ordinal).Replace("/var/lib/lakudo", Data, StringComparison.Ordinal)
            .Replace("sftp://cadangan@nas.contoh.go.id/lakudo", _nas.Address, StringComparison.Ordinal)
            .Replace("postgres:Host=/run/postgresql;Username=lakudo;Database=lakudo", "postgres:" + _postgres, StringComparison.Ordinal)
            .Replace("lakudo-TERBARU.lakudo", Path.GetFileName(Directory.GetFiles(Stick, "*.lakudo").Order().LastOrDefault() ?? "belum-ada"), StringComparison.Ordinal);
        return [.. System.Text.RegularExpressions.Regex.Matches(here, "\"([^\"]*)\"|(\\S+)").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value)];
    }

    private async Task Start()
    {
        _server = Process.Start(Prepare(["serve", "--urls", $"http://127.0.0.1:{_port}"]))!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await HttpsServedTests.Eventually(async () =>
        {
            Assert.False(_server.HasExited, "The server ended.");
            try
            {
                return (await http.GetAsync(new Uri($"http://127.0.0.1:{_port}/health/ready"))).IsSuccessStatusCode;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                return false;
            }
        }, 90);
    }

    /// <summary>As systemd ends it.</summary>
    private async Task Stop()
    {
        // A service that does not run is stopped already.
        if (_server is null) return;
        using var kill = Process.Start("kill", ["-TERM", _server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _server.WaitForExitAsync();
        Assert.Equal(0, _server.ExitCode);
        _server.Dispose();
        _server = null;
    }

    private Task<(int Code, string Told)> Lakudo(IEnumerable<string> words) => Run(Prepare([.. words]));

    private Task<(int Code, string Told)> Run(string program, string[] arguments) => Run(new ProcessStartInfo(program, arguments));

    private async Task<(int Code, string Told)> Run(ProcessStartInfo start)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var process = Process.Start(start)!;
        // What an officer who restores reads off the sheet; other commands ask for nothing.
        if (start.ArgumentList.Contains("restore")) await process.StandardInput.WriteLineAsync(global::Lakudo.Web.Backups.InitBackup.GroupsOf(_sheet));
        process.StandardInput.Close();
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(told));
    }

    private ProcessStartInfo Prepare(string[] words)
    {
        var tests = typeof(Officer).Assembly.Location;
        return new("dotnet", ["exec", "--runtimeconfig", Path.ChangeExtension(tests, "runtimeconfig.json"), "--depsfile", Path.ChangeExtension(tests, "deps.json"), typeof(ClientsCommand).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _root,
            Environment = { ["Lakudo__Data"] = Data },
        };
    }
}
