using System.Collections.Immutable;
using Lakudo.Notifications;

namespace Lakudo.Children.Reminders;

/// <summary>When reminders go out, in the region's own time. Section <c>Reminders</c> of the configuration.</summary>
public sealed record ReminderSettings
{
    /// <summary>Whether none are written or sent, whatever channels there are.</summary>
    public bool Off { get; init; }

    /// <summary>The hour at which they are written, 0 to 23: when mothers are back from field and sea.</summary>
    public int Hour { get; init; } = 16;

    /// <summary>No message leaves before this hour.</summary>
    public int From { get; init; } = 8;

    /// <summary>No message leaves from this hour on.</summary>
    public int Until { get; init; } = 19;

    /// <summary>What cannot be, in words for whoever set it; null when all is well.</summary>
    public string? Wrong => From is < 0 or > 23 || Until is < 1 or > 24 || From >= Until ? "Reminders:From harus lebih kecil daripada Reminders:Until, antara 0 dan 24."
        : Hour < From || Hour >= Until ? "Reminders:Hour harus di antara Reminders:From dan Reminders:Until." : null;
}

/// <summary>By which channels reminders leave.</summary>
public sealed class ReminderChannels(IEnumerable<IMessageChannel> channels, ReminderSettings settings)
{
    /// <summary>When they go out.</summary>
    public ReminderSettings Settings => settings;

    /// <summary>The kinds of contact that can be reached; none while reminders are off.</summary>
    public ImmutableArray<ContactKind> Kinds => [.. Enum.GetValues<ContactKind>().Where(k => For(k) is not null)];

    /// <summary>Whether any reminder can leave.</summary>
    public bool IsOn => !Kinds.IsEmpty;

    /// <summary>Whether a simulator answers for one of them.</summary>
    public bool IsSimulated => Kinds.Any(k => For(k)!.IsSimulated);

    /// <summary>The channel to a kind of contact; null where there is none, or reminders are off.</summary>
    public IMessageChannel? For(ContactKind kind) => settings.Off || settings.Wrong is not null ? null : channels.That(kind, MessagePurpose.Reminder);
}
