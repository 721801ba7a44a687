using System.Security.Cryptography;
using Lakudo.Kernel;

namespace Lakudo.Notifications;

/// <summary>Six digits sent to a person to show that a telephone number or mailbox is theirs. Only keyed hashes are kept.</summary>
internal sealed class ContactCode : IRegional
{
    /// <summary>How long a code is good for.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>How often a code may be tried.</summary>
    public const int Tries = 5;

    private ContactCode()
    {
    }

    public ContactCode(int regionId, Guid id, byte[] contact, byte[] address, byte[] code, DateTime now, MessagePurpose purpose = MessagePurpose.Hall)
    {
        (RegionId, Id, Contact, Address, Code, SentAt, Purpose) = (regionId, id, contact, address, code, now, purpose);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Keyed hash of the contact.</summary>
    public byte[] Contact { get; private set; } = [];

    /// <summary>Keyed hash of the network address that asked.</summary>
    public byte[] Address { get; private set; } = [];

    /// <summary>Keyed hash of the code.</summary>
    public byte[] Code { get; private set; } = [];

    public DateTime SentAt { get; private set; }

    /// <summary>What the person was told that it is for; it confirms nothing else.</summary>
    public MessagePurpose Purpose { get; private set; }

    public int Tried { get; private set; }

    public DateTime? UsedAt { get; private set; }

    /// <summary>Counts a try and compares without telling by time how far it matched.</summary>
    public Refusal? Try(byte[] code, DateTime now)
    {
        if (UsedAt is not null || Tried >= Tries || now - SentAt > Life)
        {
            return NotificationRefusals.CodeSpent;
        }

        Tried++;
        if (!CryptographicOperations.FixedTimeEquals(code, Code))
        {
            return NotificationRefusals.CodeWrong;
        }

        UsedAt = now;
        return null;
    }
}
