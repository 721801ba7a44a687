using System.Net.Mail;
using Lakudo.Kernel;

namespace Lakudo.Notifications;

/// <summary>How a person is reached.</summary>
public enum ContactKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A mobile number, reached by WhatsApp or SMS.</summary>
    Phone,
}

/// <summary>A telephone number or e-mail address in one form, however it was typed.</summary>
/// <param name="Kind">Telephone or e-mail.</param>
/// <param name="Value">E.164 without the plus (<c>62812…</c>), or the e-mail address in lower case.</param>
public readonly record struct Contact(ContactKind Kind, string Value)
{
    /// <summary>Reads what was typed: <c>0812-3456-7890</c>, <c>+62 812…</c> or an e-mail address. Refused with N-001.</summary>
    public static Outcome<Contact> Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Contains('@'))
        {
            var isAddress = text.Length <= 254 && !text.Contains(' ') && MailAddress.TryCreate(text, out var mail) && mail.Address == text && mail.Host.Contains('.');
            return isAddress ? new Contact(ContactKind.Email, text.ToLowerInvariant()) : NotificationRefusals.ContactUnreadable;
        }

        if (text.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-' or '.' or '(' or ')' or '+')))
        {
            return NotificationRefusals.ContactUnreadable;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        digits = digits switch
        {
            _ when digits.StartsWith("62", StringComparison.Ordinal) => digits,
            _ when digits.StartsWith('0') => "62" + digits[1..],
            _ when digits.StartsWith('8') => "62" + digits,
            _ => "",
        };
        // Indonesian mobile numbers begin with 8 and have 9 to 12 digits behind the country code.
        return digits.Length is >= 11 and <= 15 && digits[2] == '8' ? new Contact(ContactKind.Phone, digits) : NotificationRefusals.ContactUnreadable;
    }

    /// <summary>The form for screens: enough to recognise one's own, for example <c>0812•••890</c>.</summary>
    public string Masked => Kind == ContactKind.Phone
        ? $"0{Value[2..5]}•••{Value[^3..]}"
        : $"{Value[0]}•••{Value[Value.IndexOf('@')..]}";

    /// <summary>Never the address itself: a contact that slips into a log line shows masked.</summary>
    public override string ToString() => Value is null ? "" : Masked;
}
