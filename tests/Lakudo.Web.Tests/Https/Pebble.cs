using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Lakudo.Kernel;

namespace Lakudo.Web.Tests.Https;

/// <summary>
/// Let's Encrypt's own test authority on loopback ports, with name servers that lead every name to this machine. It refuses half of all nonces, as it may.
/// </summary>
internal sealed class Pebble : IDisposable
{
    private readonly List<Process> _processes = [];

    private Pebble(string folder, int directory) => (Roots, Directory) = (Path.Combine(folder, "pebble.pem"), $"https://localhost:{directory}/dir");

    /// <summary>What its own HTTPS is trusted by.</summary>
    public string Roots { get; }

    public string Directory { get; }

    /// <param name="folder">Where its files go.</param>
    /// <param name="httpPort">Where it asks whether a name is ours.</param>
    public static async Task<Pebble> Start(string folder, int httpPort)
    {
        var (directory, management, dns, names) = (LoopbackPort.Free(), LoopbackPort.Free(), LoopbackPort.Free(), LoopbackPort.Free());
        var own = MadeCertificate.For("localhost");
        var pebble = new Pebble(folder, directory);
        await File.WriteAllTextAsync(pebble.Roots, own.Root.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "pebble.crt"), own.Pem);
        await File.WriteAllTextAsync(Path.Combine(folder, "pebble.key"), own.KeyPem);
        var settings = new
        {
            pebble = new
            {
                listenAddress = $"127.0.0.1:{directory}",
                managementListenAddress = $"127.0.0.1:{management}",
                certificate = Path.Combine(folder, "pebble.crt"),
                privateKey = Path.Combine(folder, "pebble.key"),
                httpPort,
                tlsPort = 1,
                ocspResponderURL = "",
                externalAccountBindingRequired = false,
            },
        };
        await File.WriteAllTextAsync(Path.Combine(folder, "pebble.json"), JsonSerializer.Serialize(settings));
        pebble.Run("pebble-challtestsrv", ["-defaultIPv4", "127.0.0.1", "-defaultIPv6", "", "-dns01", $"127.0.0.1:{dns}", "-http01", "", "-https01", "", "-tlsalpn01", "", "-management", $"127.0.0.1:{names}"]);
        pebble.Run("pebble", ["-config", Path.Combine(folder, "pebble.json"), "-strict", "-dnsserver", $"127.0.0.1:{dns}"]);
        await HttpsServedTests.Eventually(() => Listens(directory), 20);
        return pebble;
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        _processes.Clear();
    }

    private static async Task<bool> Listens(int port)
    {
        try
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { Environment = { ["PEBBLE_VA_NOSLEEP"] = "1", ["PEBBLE_WFE_NONCEREJECT"] = "50" } };
        var process = Process.Start(start)!;
        Assert.False(process.WaitForExit(300), $"{program} did not start. It is in the package 'pebble'; this test needs it and is not skipped.");
        _processes.Add(process);
    }
}
