using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Workflow;

/// <summary>The verifier has checked a complete file and says what the document shall say.</summary>
public sealed class VerifyApplication(LakudoDb db, Commit commit, PersonalData personal)
{
    /// <summary>The result of the check.</summary>
    /// <param name="Application">The application.</param>
    /// <param name="Statement">What the document says of the applicant; kept sealed.</param>
    public sealed record Command(Guid Application, string Statement);

    /// <summary>Verifies. Refused with K-001, A-040, A-042, A-045, K-045.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, command, async token =>
        {
            var found = await db.ApplicationFor(caller, Act.VerifyApplication, command.Application, token);
            if (found.IsRefused) return found.Refusal;
            var application = found.Value;
            var read = WrittenText.ReadLines(command.Statement, "Isi keterangan");
            if (read.IsRefused) return read.Refusal;
            var statement = read.Value;
            if (statement.Length is 0 or > 2000) return ApplicationsRefusals.TextMissing.With("Isi keterangan", 2000);
            if (application.Verify(personal.Seal(statement), caller.Id) is { } notNow) return notNow;
            commit.Record(caller, new ApplicationVerified(application.Id));
            return new Done();
        }, ct);
}
