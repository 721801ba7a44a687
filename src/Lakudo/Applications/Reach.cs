using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>How a verb reaches the row it acts on: only where the caller may do that act, and only at the agency it is held for.</summary>
internal static class Reach
{
    extension(LakudoDb db)
    {
        /// <summary>The application, tracked. K-001 where the act is not the caller's, A-040 where the application is not there to be seen.</summary>
        internal async Task<Outcome<Application>> ApplicationFor(Caller caller, Act act, Guid id, CancellationToken ct)
        {
            if (db.MayNot(caller, act) is { } refusal) return refusal;
            if (await db.Applications.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } application) return await Hidden(db, caller, id, ApplicationsRefusals.NoSuchApplication, ct);
            return db.MayNot(caller, act, agency: application.AgencyId) is { } elsewhere ? elsewhere : application;
        }

        /// <summary>The document, tracked. K-001 where the act is not the caller's, A-050 where the document is not there to be seen.</summary>
        internal async Task<Outcome<IssuedDocument>> DocumentFor(Caller caller, Act act, Guid id, CancellationToken ct)
        {
            if (db.MayNot(caller, act) is { } refusal) return refusal;
            if (await db.IssuedDocuments.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } document)
            {
                var of = await db.IssuedDocuments.IgnoreQueryFilters(["agency"]).Where(d => d.Id == id).Select(d => d.ApplicationId).SingleOrDefaultAsync(ct);
                return await Hidden(db, caller, of, ApplicationsRefusals.NoSuchDocument, ct);
            }

            return db.MayNot(caller, act, agency: document.AgencyId) is { } elsewhere ? elsewhere : document;
        }
    }

    /// <summary>Whoever may read the file by another role hears that the act is not theirs; for everybody else it is not there.</summary>
    private static async Task<Refusal> Hidden(LakudoDb db, Caller caller, Guid application, Refusal notThere, CancellationToken ct)
    {
        var agency = await db.Applications.IgnoreQueryFilters(["agency"]).Where(a => a.Id == application).Select(a => (int?)a.AgencyId)
            .SingleOrDefaultAsync(ct);
        return agency is not null && caller.MayNot(Act.ReadApplications, agency: agency) is null ? KernelRefusals.NotAllowed : notThere;
    }
}
