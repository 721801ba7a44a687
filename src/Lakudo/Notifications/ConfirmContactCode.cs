using System.Text;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Notifications;

/// <summary>A telephone number or mailbox that its owner has shown to be theirs.</summary>
/// <param name="Fingerprint">Keyed hash of the contact: equal for equal contacts, and says nothing of them.</param>
public sealed record ConfirmedContact(byte[] Fingerprint);

/// <summary>Checks the six digits that a person received.</summary>
public sealed class ConfirmContactCode(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>What was typed.</summary>
    /// <param name="Code">The id that <see cref="SendContactCode"/> answered.</param>
    /// <param name="Digits">The six digits; spaces are ignored.</param>
    /// <param name="Purpose">What it is to confirm; a code that was sent for something else does not.</param>
    public sealed record Command(Guid Code, string? Digits, MessagePurpose Purpose = MessagePurpose.Hall);

    private sealed record ContactConfirmed(Guid Subject) : IFact;

    private sealed record Tried(ConfirmedContact? Contact, string? Refused);

    /// <summary>Refused with N-003 (wrong, counted) or N-004 (too old, used, tried five times, sent for something else).</summary>
    public async Task<Outcome<ConfirmedContact>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        // A wrong try must be counted, so it is saved as an answer and only then turned into a refusal.
        var tried = await commit.Once<Tried>(caller, command, async token =>
        {
            if (await db.ContactCodes.SingleOrDefaultAsync(c => c.Id == command.Code && c.Purpose == command.Purpose, token) is not { } code)
            {
                return NotificationRefusals.CodeSpent;
            }

            var typed = new StringBuilder().AppendJoin("", (command.Digits ?? "").Where(char.IsAsciiDigit)).ToString();
            if (code.Try(personal.Fingerprint(typed), clock.Now) is { } refusal)
            {
                return new Tried(null, refusal.Code);
            }

            commit.Record(caller, new ContactConfirmed(code.Id));
            return new Tried(new ConfirmedContact(code.Contact), null);
        }, ct);
        return tried switch
        {
            { IsRefused: true } => tried.Refusal,
            { Value.Contact: { } contact } => contact,
            { Value.Refused: "N-003" } => NotificationRefusals.CodeWrong,
            _ => NotificationRefusals.CodeSpent,
        };
    }
}
