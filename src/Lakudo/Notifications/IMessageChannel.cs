using Lakudo.Kernel;

namespace Lakudo.Notifications;

/// <summary>Carries a short message to a person. Real: SMTP and WhatsApp's Cloud API; simulated: servers that speak the same protocols.</summary>
public interface IMessageChannel
{
    /// <summary>The kind of contact it reaches.</summary>
    ContactKind Kind { get; }

    /// <summary>Whether a simulator answers instead of the outside service; the screen then says so.</summary>
    bool IsSimulated { get; }

    /// <summary>Sends a message now. Refused with N-005 when the service does not take it.</summary>
    /// <param name="to">Whom to.</param>
    /// <param name="subject">One line; shown where the channel has subjects.</param>
    /// <param name="text">Plain text in Indonesian.</param>
    /// <param name="ct">Stops.</param>
    Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct);
}
