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
    public sealed record Command(string? Contact);

    /// <summary>What the page shows next.</summary>
    /// <param name="Code">The id by which the code is confirmed.</param>
    /// <param name="Masked">Where it was sent, masked.</param>
    /// <param name="IsSimulated">Whether a simulator carried it.</param>
    public sealed record Answer(Guid Code, string Masked, bool IsSimulated);

    private sealed record ContactCodeSent(Guid Subject, ContactKind Kind) : IFact;

    /// <summary>Refused with N-001 (unreadable), N-002 (three per contact and hour, twenty per address and day) or N-005 (service down).</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var read = Contact.Read(command.Contact);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var contact = read.Value;
        if (channels.FirstOrDefault(c => c.Kind == contact.Kind) is not { } channel)
        {
            return NotificationRefusals.ChannelDown;
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
                return NotificationRefusals.TooManyCodes;
            }

            digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
            var code = new ContactCode(caller.Region, Ids.New(clock), who, where, personal.Fingerprint(digits), now);
            db.ContactCodes.Add(code);
            commit.Record(caller, new ContactCodeSent(code.Id, contact.Kind));
            return new Answer(code.Id, contact.Masked, channel.IsSimulated);
        }, ct);
        if (saved.IsRefused || digits is null)
        {
            return saved;
        }

        var sent = await channel.Send(contact, "Kode antrean", $"{digits} adalah kode antrean Anda, berlaku 10 menit. Jangan berikan kepada siapa pun.", ct);
        return sent.IsRefused ? sent.Refusal : saved;
    }
}
