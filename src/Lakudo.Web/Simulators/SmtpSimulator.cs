using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Lakudo.Web.Simulators;

/// <summary>A mail server that takes everything and delivers nothing: enough of SMTP (RFC 5321) for any client, on a loopback port.</summary>
public sealed class SmtpSimulator : BackgroundService
{
    private const int LongestMessage = 1 << 20;
    private readonly TcpListener _listener;
    private readonly SimulatedMessages _messages;

    /// <summary>Opens the port at once, so that nobody finds it closed.</summary>
    /// <param name="messages">Where messages go.</param>
    /// <param name="port">The loopback port, or 0 for any free one.</param>
    public SmtpSimulator(SimulatedMessages messages, int port)
    {
        _messages = messages;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    /// <summary>The port listened on.</summary>
    public int Port { get; }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(stoppingToken);
            _ = Converse(client, stoppingToken);
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _listener.Dispose();
        base.Dispose();
    }

    private async Task Converse(TcpClient client, CancellationToken ct)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, false, 1024, leaveOpen: true);
                await using var writer = new StreamWriter(stream, Encoding.ASCII, 1024, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 simulator ESMTP");
                var to = "";
                while (await reader.ReadLineAsync(ct) is { } line)
                {
                    var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                    if (verb == "QUIT")
                    {
                        await writer.WriteLineAsync("221 simulator closing");
                        return;
                    }

                    if (verb == "DATA")
                    {
                        await writer.WriteLineAsync("354 end with <CRLF>.<CRLF>");
                        await writer.WriteLineAsync(await Receive(reader, to, ct) ? "250 taken" : "552 too large");
                        continue;
                    }

                    to = verb == "RCPT" ? line[(line.IndexOf('<') + 1)..].TrimEnd('>') : to;
                    await writer.WriteLineAsync(verb is "EHLO" or "HELO" or "MAIL" or "RCPT" or "RSET" or "NOOP" ? "250 simulator" : "502 not known here");
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client went away; a mail server shrugs.
            }
        }
    }

    private async Task<bool> Receive(StreamReader reader, string to, CancellationToken ct)
    {
        var body = new StringBuilder();
        while (await reader.ReadLineAsync(ct) is { } line and not ".")
        {
            if (body.Length < LongestMessage)
            {
                body.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }
        }

        if (body.Length >= LongestMessage)
        {
            return false;
        }

        using var raw = new MemoryStream(Encoding.Latin1.GetBytes(body.ToString()));
        using var message = await MimeMessage.LoadAsync(raw, ct);
        _messages.Take("Surel", to, message.TextBody?.Trim() ?? "");
        return true;
    }
}
