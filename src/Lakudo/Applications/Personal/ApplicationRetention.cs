using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Personal;

/// <summary>The contact of an applicant whose application has ended: there is nothing more to tell.</summary>
internal sealed class RetainContacts(LakudoDb db) : IRetention
{
    public string Rule => "kontak-pemohon";

    private IQueryable<Application> Held => db.Applications.Ended().Where(a => a.ContactSealed != null);

    public Task<Aged> Look(DateTime before, CancellationToken ct) => EndedApplications.Look(Held, before, ct);

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await EndedApplications.Older(Held, before, most, ct);
        foreach (var application in old) application.ForgetContact();
        return Erased.Of(old.Count);
    }
}

/// <summary>What was handed in for an application that has ended.</summary>
internal sealed class RetainFiles(LakudoDb db) : IRetention
{
    public string Rule => "berkas-pemohon";

    private IQueryable<Application> Held
    {
        get
        {
            var files = db.ApplicationFiles;
            return db.Applications.Ended().Where(a => files.Any(f => f.ApplicationId == a.Id));
        }
    }

    public Task<Aged> Look(DateTime before, CancellationToken ct) => EndedApplications.Look(Held, before, ct);

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await EndedApplications.Older(Held, before, most, ct);
        return new(old.Count, await db.RemoveFiles([.. old.Select(a => a.Id)], ct), []);
    }
}

/// <summary>Name, NIK and statement of an application that has ended. Its document and the register stay.</summary>
internal sealed class RetainApplicants(LakudoDb db, PersonalData personal, Clock clock) : IRetention
{
    public string Rule => "data-pemohon";

    private IQueryable<Application> Held => db.Applications.Ended().Where(a => a.ErasedAt == null);

    public Task<Aged> Look(DateTime before, CancellationToken ct) => EndedApplications.Look(Held, before, ct);

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct) =>
        await db.Erase(await EndedApplications.Older(Held, before, most, ct), personal, clock.Now, ct);
}

/// <summary>Applications by the moment they ended: handed over, or rejected.</summary>
internal static class EndedApplications
{
    internal static async Task<Aged> Look(IQueryable<Application> held, DateTime before, CancellationToken ct) => new(
        await held.CountAsync(a => (a.HandedOverAt ?? a.ResultAt) < before, ct), await held.CountAsync(ct),
        await held.Where(a => (a.HandedOverAt ?? a.ResultAt) >= before).MinAsync(a => a.HandedOverAt ?? a.ResultAt, ct));

    internal static Task<List<Application>> Older(IQueryable<Application> held, DateTime before, int most, CancellationToken ct) =>
        held.Where(a => (a.HandedOverAt ?? a.ResultAt) < before).OrderBy(a => a.HandedOverAt ?? a.ResultAt).Take(most).ToListAsync(ct);
}
