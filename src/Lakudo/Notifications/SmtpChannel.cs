using Lakudo.Kernel;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Lakudo.Notifications;

/// <summary>Where mail is handed over.</summary>
/// <param name="Host">The SMTP server.</param>
/// <param name="Port">Its port: 465 for TLS from the first byte, any other for STARTTLS.</param>
/// <param name="From">The sender's address.</param>
/// <param name="User">User name, or empty for none.</param>
/// <param name="Password">Password.</param>
/// <param name="IsSimulated">Whether this is the simulator.</param>
/// <param name="Tls"><see cref="SmtpTls.Required"/> unless the officer says otherwise: without it anybody on the way reads codes and addresses, and the password.</param>
public sealed record SmtpSettings(string Host, int Port, string From, string User = "", string Password = "", bool IsSimulated = false, SmtpTls Tls = SmtpTls.Required);

/// <summary>Whether mail may be handed over without encryption.</summary>
public enum SmtpTls
{
    /// <summary>Nothing is said to a server that offers no TLS or shows a certificate that is not its own.</summary>
    Required,

    /// <summary>Plain text: for a mail server on the machine itself or on a network of its own.</summary>
    None,
}

/// <summary>Sends mail by SMTP.</summary>
public sealed class SmtpChannel(SmtpSettings settings) : IMessageChannel
{
    private const int TlsPort = 465;

    /// <inheritdoc />
    public ContactKind Kind => ContactKind.Email;

    /// <inheritdoc />
    public bool IsSimulated => settings.IsSimulated;

    /// <inheritdoc />
    public Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct) => Send(to, subject, text, null, ct);

    /// <inheritdoc />
    public async Task<Outcome<Delivery>> Send(OutgoingMessage message, CancellationToken ct)
    {
        var sent = await Send(message.To, message.Subject, message.Text, message.Id, ct);
        return sent.IsRefused ? sent.Refusal : Delivery.Sent;
    }

    private SecureSocketOptions Encryption => settings switch
    {
        { IsSimulated: true } or { Tls: SmtpTls.None } => SecureSocketOptions.None,
        { Port: TlsPort } => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    private async Task<Outcome<Done>> Send(Contact to, string subject, string text, Guid? id, CancellationToken ct)
    {
        using var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        // The same message under the same number: a mailbox that gets it twice can tell.
        if (id is { } own) message.MessageId = $"{own:N}@{settings.From[(settings.From.IndexOf('@') + 1)..].TrimEnd('>')}";
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(MailboxAddress.Parse(to.Value));
        using var client = new SmtpClient { Timeout = 10_000 };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Encryption, ct);
            if (settings.User.Length > 0)
            {
                await client.AuthenticateAsync(settings.User, settings.Password, ct);
            }

            await client.SendAsync(message, ct);
            await client.DisconnectAsync(quit: true, ct);
            return new Done();
        }
        // A code from 500 to 599 about the receiver is for good: there is no such mailbox.
        catch (SmtpCommandException e) when (id is not null && e.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)e.StatusCode >= 500)
        {
            return NotificationRefusals.MessageRefused;
        }
        catch (Exception e) when (id is not null && e is AuthenticationException)
        {
            return NotificationRefusals.ChannelRefusesUs;
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or MailKit.ProtocolException or MailKit.CommandException
                                      or TimeoutException or NotSupportedException or AuthenticationException or SslHandshakeException)
        {
            return NotificationRefusals.ChannelDown;
        }
    }
}
