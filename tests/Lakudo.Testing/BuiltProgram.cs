using System.Diagnostics;
using System.Reflection;
using Lakudo.Kernel;

namespace Lakudo.Testing;

/// <summary>The built program in a process of its own, as an operator starts it, on the sample's Wednesday at 09.30 WITA.</summary>
public sealed class BuiltProgram : IDisposable
{
    private readonly Process _process;

    private BuiltProgram(Process process, int port) => (_process, Address) = (process, new Uri($"http://127.0.0.1:{port}/"));

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Processor seconds it has used so far.</summary>
    public double CpuSeconds
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts <c>lakudo serve</c> and waits until it is ready.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="database">The setting <c>Lakudo:Database</c>.</param>
    /// <param name="more">Further settings.</param>
    public static async Task<BuiltProgram> Serve(string data, string database, params string[] more)
    {
        var port = LoopbackPort.Free();
        // The program lies beside whoever starts it, with that one's list of libraries.
        var own = Assembly.GetEntryAssembly()!.Location;
        var start = new ProcessStartInfo("dotnet",
        [
            "exec", "--runtimeconfig", Path.ChangeExtension(own, "runtimeconfig.json"), "--depsfile", Path.ChangeExtension(own, "deps.json"), Path.Combine(AppContext.BaseDirectory, "Lakudo.Web.dll"),
            "serve", $"--urls=http://127.0.0.1:{port}", $"--Lakudo:Data={data}", $"--Lakudo:Database={database}", "--Clock:Start=2026-11-25T09:30:00+08:00", "--Logging:LogLevel:Default=Error", .. more,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        var program = new BuiltProgram(Process.Start(start)!, port);
        program._process.OutputDataReceived += (_, _) => { };
        program._process.ErrorDataReceived += (_, told) => Told(port, told.Data);
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        using var probe = program.Browser();
        for (var i = 0; i < 900 && !program.HasEnded; i++)
        {
            try
            {
                using var answer = await probe.GetAsync("health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return program;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        program.Dispose();
        throw new InvalidOperationException("The program did not start.");
    }

    /// <summary>A client of this one, that may open as many connections as a hall does.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { MaxConnectionsPerServer = 256, AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>SIGKILL: nothing is told to it, nothing is flushed.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static void Told(int port, string? line)
    {
        // What it says before it dies is worth reading by whoever looks for why.
        if (line is not null && Environment.GetEnvironmentVariable("LAKUDO_SHOW") == "1")
        {
            Console.Error.WriteLine($"{port}: {line}");
        }
    }
}
