using Lakudo.Kernel;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Lakudo.Notifications;

/// <summary>Where mail is handed over.</summary>
/// <param name="Host">The SMTP server.</param>
/// <param name="Port">Its port: 587 with STARTTLS, 465 with TLS, 25 plain on the own network.</param>
/// <param name="From">The sender's address.</param>
/// <param name="User">User name, or empty for none.</param>
/// <param name="Password">Password.</param>
/// <param name="IsSimulated">Whether this is the simulator.</param>
public sealed record SmtpSettings(string Host, int Port, string From, string User = "", string Password = "", bool IsSimulated = false);

/// <summary>Sends mail by SMTP.</summary>
public sealed class SmtpChannel(SmtpSettings settings) : IMessageChannel
{
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
            await client.ConnectAsync(settings.Host, settings.Port, settings.IsSimulated ? SecureSocketOptions.None : SecureSocketOptions.Auto, ct);
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
                                      or TimeoutException or AuthenticationException or SslHandshakeException)
        {
            return NotificationRefusals.ChannelDown;
        }
    }
}
