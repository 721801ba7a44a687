namespace Lakudo.Kernel;

/// <summary>A reason that goes into the journal. The journal is never erased, so nothing in it may lead to a person.</summary>
public static class JournalReason
{
    /// <summary>The longest, in UTF-16 units.</summary>
    public const int Longest = 200;

    /// <summary>Reads what was typed. Refused with K-020 when it is empty or too long, K-021 when it holds what looks like a NIK, a telephone number or a mailbox, K-045 for a sign that cannot be printed.</summary>
    public static Outcome<string> Read(string? typed)
    {
        var read = WrittenText.ReadLines(typed, "Alasan");
        if (read.IsRefused) return read.Refusal;
        var reason = read.Value;
        if (reason.Length is 0 or > Longest) return KernelRefusals.ReasonNeeded;
        // Ten digits or more are a NIK or a telephone number, however they are spaced; a letter's number is broken by slashes.
        var digits = 0;
        foreach (var c in reason)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : c is ' ' or '-' or '.' ? digits : 0;
            if (digits >= 10) return KernelRefusals.ReasonNamesPerson;
        }

        return reason.Contains('@') ? KernelRefusals.ReasonNamesPerson : reason;
    }
}
