using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>Voids a number that was given and not signed. The number stays in the register as <em>batal</em> and is never given again.</summary>
public sealed class VoidNumber(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which, and why.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Reason">The reason; it stays in the register.</param>
    public sealed record Command(Guid Document, string Reason);

    /// <summary>Ends it. Refused with K-001, A-045, A-050, A-051, K-045.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, command, async token =>
        {
            var found = await db.DocumentFor(caller, Act.DecideApplication, command.Document, token);
            if (found.IsRefused) return found.Refusal;
            var document = found.Value;
            var read = WrittenText.ReadLines(command.Reason, "Alasan");
            if (read.IsRefused) return read.Refusal;
            var reason = read.Value;
            if (reason.Length is 0 or > 1000) return ApplicationsRefusals.TextMissing.With("Alasan", 1000);
            if (document.Void(reason, clock.Now) is { } notNow) return notNow;
            commit.Record(caller, new DocumentVoided(document.Id));
            return new Done();
        }, ct);
}
