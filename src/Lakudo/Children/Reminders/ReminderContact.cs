using Lakudo.Kernel;
using Lakudo.Notifications;

namespace Lakudo.Children.Reminders;

/// <summary>Where a family wants to be reminded of the posyandu's day, and that it agreed. One a mother: what is given later takes the place of what was, and the journal keeps when.</summary>
internal sealed class ReminderContact : IRegional
{
    private ReminderContact()
    {
    }

    public ReminderContact(int regionId, Guid motherId) => (RegionId, MotherId) = (regionId, motherId);

    public int RegionId { get; private set; }

    /// <summary>The family, as the register knows it.</summary>
    public Guid MotherId { get; private set; }

    public ContactKind Kind { get; private set; }

    /// <summary>The telephone number or mailbox, encrypted; null from the moment she wants no more.</summary>
    public byte[]? Sealed { get; private set; }

    /// <summary>Keyed hash by which equal contacts are found; null with it.</summary>
    public byte[]? Fingerprint { get; private set; }

    /// <summary>When she agreed, UTC.</summary>
    public DateTime ConsentAt { get; private set; }

    /// <summary>The account of the health worker to whom she said so; null where she did it herself on the family's page, confirmed by a code sent to this contact.</summary>
    public Guid? ConsentBy { get; private set; }

    /// <summary>When she took it back, UTC; null while it stands.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The account to whom she said so; null where she did it herself.</summary>
    public Guid? EndedBy { get; private set; }

    /// <summary>She agrees to be reminded here.</summary>
    public void Agree(Contact contact, PersonalData personal, Guid? by, DateTime now)
    {
        (Kind, Sealed, Fingerprint) = (contact.Kind, personal.Seal(contact.Value), personal.Fingerprint(contact.Value));
        (ConsentAt, ConsentBy, EndedAt, EndedBy) = (now, by, null, null);
    }

    /// <summary>She wants no more; the contact itself goes at once.</summary>
    public void End(Guid? by, DateTime now) => (Sealed, Fingerprint, EndedBy, EndedAt) = (null, null, by, now);

    /// <summary>Whether it is this contact and stands.</summary>
    public bool Is(Contact contact, PersonalData personal) => EndedAt is null && Fingerprint is { } mark && mark.AsSpan().SequenceEqual(personal.Fingerprint(contact.Value));

    /// <summary>In clear; only while it stands.</summary>
    public Contact? Open(PersonalData personal) => Sealed is { } box ? new Contact(Kind, personal.Open(box)) : null;
}
