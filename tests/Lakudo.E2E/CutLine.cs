using System.Net;
using System.Net.Sockets;

namespace Lakudo.E2E;

/// <summary>A cable between a browser and the server that can be pulled and plugged in again.</summary>
internal sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _open = [];
    private readonly int _server;
    private readonly Task _loop;
    private volatile bool _cut;

    public CutLine(Uri server)
    {
        _server = server.Port;
        _listener.Start();
        _loop = Task.Run(Accept);
    }

    /// <summary>The server's address on this cable.</summary>
    public Uri Address => new($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Ends every connection and lets no new one through, or lets them through again.</summary>
    public void Cut(bool cut)
    {
        _cut = cut;
        if (cut)
        {
            lock (_open)
            {
                _open.ForEach(c => c.Dispose());
                _open.Clear();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Cut(true);
        _listener.Stop();
        await _loop;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptTcpClientAsync();
                if (_cut)
                {
                    browser.Dispose();
                    continue;
                }

                var server = new TcpClient();
                await server.ConnectAsync(IPAddress.Loopback, _server);
                lock (_open)
                {
                    _open.Add(browser);
                    _open.Add(server);
                }

                _ = Pass(browser, server);
                _ = Pass(server, browser);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private static async Task Pass(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }

        from.Dispose();
        to.Dispose();
    }
}
