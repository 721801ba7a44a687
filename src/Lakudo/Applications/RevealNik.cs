using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>Shows an applicant's full NIK to one who works on the file. Every time is journaled before it is shown.</summary>
public sealed class RevealNik(LakudoDb db, Commit commit, PersonalData personal)
{
    /// <summary>Whose.</summary>
    /// <param name="Application">The application.</param>
    public sealed record Command(Guid Application);

    /// <summary>The sixteen digits. Refused with K-001, A-040.</summary>
    public async Task<Outcome<string>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        // Without a key: a stored answer would keep the sealed digits a second time.
        var found = await commit.Once<byte[]>(caller with { Key = null }, command, async token =>
        {
            if (caller.MayNot(Act.ReadApplicant) is { } refusal) return refusal;
            var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.Application, token);
            if (application is null || caller.MayNot(Act.ReadApplicant, agency: application.AgencyId) is not null) return ApplicationsRefusals.NoSuchApplication;
            commit.Record(caller, new NikRevealed(application.Id));
            return application.NikSealed;
        }, ct);
        return found.Then<string>(nik => personal.Open(nik));
    }
}
