using Lakudo.Kernel;

namespace Lakudo.Notifications;

/// <summary>What a message is for. A channel may carry one and not the other: WhatsApp takes only texts whose template was approved.</summary>
public enum MessagePurpose : byte
{
    /// <summary>Codes and news about a number or an application in the hall.</summary>
    Hall,

    /// <summary>Reminders of the posyandu's day, and the code by which a family asks for them.</summary>
    Reminder,
}

/// <summary>How far a message has come, as far as the channel can say.</summary>
public enum Delivery : byte
{
    /// <summary>The service has it and will send it.</summary>
    Taken = 1,

    /// <summary>It left the service: the mail server or the telephone network has it.</summary>
    Sent = 2,

    /// <summary>The receiver's telephone has it.</summary>
    Delivered = 3,

    /// <summary>It did not go out and will not.</summary>
    Failed = 4,
}

/// <summary>A message with a number of its own, so that handing it over twice sends it once where the service knows numbers.</summary>
/// <param name="Id">Made by us, before the first try.</param>
/// <param name="To">Whom to.</param>
/// <param name="Subject">One line; shown where the channel has subjects.</param>
/// <param name="Text">Plain text in Indonesian.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Until">UTC; a service that can forget a message later than this does so.</param>
public sealed record OutgoingMessage(Guid Id, Contact To, string Subject, string Text, MessagePurpose Purpose, DateTime Until);

/// <summary>Carries a short message to a person. Real: SMTP, WhatsApp's Cloud API and a telephone with SMS Gateway for Android; simulated: servers that speak the same protocols.</summary>
public interface IMessageChannel
{
    /// <summary>The kind of contact it reaches.</summary>
    ContactKind Kind { get; }

    /// <summary>Whether a simulator answers instead of the outside service; the screen then says so.</summary>
    bool IsSimulated { get; }

    /// <summary>Whether the service knows our numbers: the same message handed over twice is then sent once, and it can be asked what became of it.</summary>
    bool KnowsMessages => false;

    /// <summary>Whether it takes messages of this purpose.</summary>
    bool Carries(MessagePurpose purpose) => true;

    /// <summary>Sends a message now. Refused with N-005 when the service does not take it.</summary>
    /// <param name="to">Whom to.</param>
    /// <param name="subject">One line; shown where the channel has subjects.</param>
    /// <param name="text">Plain text in Indonesian.</param>
    /// <param name="ct">Stops.</param>
    Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct);

    /// <summary>Hands a numbered message over. Refused with N-005 (not there now), N-008 (does not take this message, ever), N-009 (does not take us).</summary>
    async Task<Outcome<Delivery>> Send(OutgoingMessage message, CancellationToken ct) =>
        await Send(message.To, message.Subject, message.Text, ct) is { IsRefused: true, Refusal: var refusal } ? refusal : Delivery.Sent;

    /// <summary>What became of a message that was handed over. Refused with N-005 or N-009 when the service does not say.</summary>
    Task<Outcome<Delivery>> Ask(Guid id, CancellationToken ct) => Task.FromResult<Outcome<Delivery>>(Delivery.Sent);
}

/// <summary>How a channel is chosen.</summary>
public static class MessageChannels
{
    /// <summary>The channel that reaches a kind of contact for a purpose; the first one where there are several. Null where there is none.</summary>
    public static IMessageChannel? That(this IEnumerable<IMessageChannel> channels, ContactKind reaches, MessagePurpose carries) => channels.FirstOrDefault(c => c.Kind == reaches && c.Carries(carries));
}
