using System.Globalization;
using System.Security.Cryptography;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Notifications;

/// <summary>Sends six digits to a telephone number or mailbox.</summary>
public sealed class SendContactCode(LakudoDb db, Commit commit, Clock clock, PersonalData personal, IEnumerable<IMessageChannel> channels)
{
    private const int PerContactAnHour = 3;
    private const int PerAddressADay = 20;

    /// <summary>Where to.</summary>
    /// <param name="Contact">A mobile number or e-mail address as typed.</param>
    /// <param name="Purpose">What the code is for: the message says so, and the code confirms nothing else.</param>
    public sealed record Command(string? Contact, MessagePurpose Purpose = MessagePurpose.Hall);

    /// <summary>What the page shows next.</summary>
    /// <param name="Code">The id by which the code is confirmed.</param>
    /// <param name="Masked">Where it was sent, masked.</param>
    /// <param name="IsSimulated">Whether a simulator carried it.</param>
    public sealed record Answer(Guid Code, string Masked, bool IsSimulated);

    private sealed record ContactCodeSent(Guid Subject, ContactKind Kind) : IFact;

    /// <summary>Refused with N-001 (unreadable), N-002 or N-006 (three per contact and hour, twenty per address and day), N-005 or N-007 (service down): the second of each where the code is not for the hall.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var read = Contact.Read(command.Contact);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var contact = read.Value;
        var (tooMany, down, subject, words) = command.Purpose == MessagePurpose.Hall
            ? (NotificationRefusals.TooManyCodes, NotificationRefusals.ChannelDown, "Kode antrean", "adalah kode antrean Anda, berlaku 10 menit. Jangan berikan kepada siapa pun.")
            : (NotificationRefusals.TooManyCodesAsked, NotificationRefusals.MessageNotSent, "Kode pengingat posyandu", "adalah kode untuk memasang pengingat posyandu, berlaku 10 menit. Bila bukan Anda yang meminta, abaikan saja.");
        if (channels.That(contact.Kind, command.Purpose) is not { } channel)
        {
            return down;
        }

        string? digits = null;
        var saved = await commit.Once<Answer>(caller, command, async token =>
        {
            var now = clock.Now;
            var who = personal.Fingerprint(contact.Value);
            var where = personal.Fingerprint(caller.Address ?? "");
            if (await db.ContactCodes.CountAsync(c => c.Contact == who && c.SentAt > now.AddHours(-1), token) >= PerContactAnHour
                || await db.ContactCodes.CountAsync(c => c.Address == where && c.SentAt > now.AddDays(-1), token) >= PerAddressADay)
            {
                return tooMany;
            }

            digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
            var code = new ContactCode(caller.Region, Ids.New(clock), who, where, personal.Fingerprint(digits), now, command.Purpose);
            db.ContactCodes.Add(code);
            commit.Record(caller, new ContactCodeSent(code.Id, contact.Kind));
            return new Answer(code.Id, contact.Masked, channel.IsSimulated);
        }, ct);
        if (saved.IsRefused || digits is null)
        {
            return saved;
        }

        var sent = await channel.Send(new OutgoingMessage(saved.Value.Code, contact, subject, $"{digits} {words}", command.Purpose, clock.Now + ContactCode.Life), ct);
        return sent.IsRefused ? down : saved;
    }
}
