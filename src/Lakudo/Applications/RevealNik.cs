using Lakudo.Kernel;

namespace Lakudo.Applications;

/// <summary>Shows an applicant's full NIK to one who works on the file. Every time is journaled before it is shown.</summary>
public sealed class RevealNik(LakudoDb db, Commit commit, PersonalData personal)
{
    /// <summary>Whose.</summary>
    /// <param name="Application">The application.</param>
    public sealed record Command(Guid Application);

    /// <summary>The sixteen digits. Refused with K-001, A-040, A-059 once the data was erased.</summary>
    public async Task<Outcome<string>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        // Without a key: a stored answer would keep the sealed digits a second time.
        var found = await commit.Once<byte[]>(caller with { Key = null }, command, async token =>
        {
            var application = await db.ApplicationFor(caller, Act.ReadApplicant, command.Application, token);
            if (application.IsRefused) return application.Refusal;
            if (application.Value.ErasedAt is not null) return ApplicationsRefusals.ApplicantErased;
            commit.Record(caller, new NikRevealed(application.Value.Id));
            return application.Value.NikSealed;
        }, ct);
        return found.Then<string>(nik => personal.Open(nik));
    }
}
