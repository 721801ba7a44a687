using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>Takes an application in, at the counter or online: the first stamp, a number and a receipt.</summary>
public sealed class FileApplication(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>What is handed in.</summary>
    /// <param name="Service">The service asked for.</param>
    /// <param name="Name">The applicant's name; one word is a name.</param>
    /// <param name="Nik">The applicant's NIK, as typed.</param>
    public sealed record Command(Guid Service, string Name, string Nik);

    /// <summary>What stands on the receipt.</summary>
    /// <param name="Id">The application.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Secret">With the number, the way to follow it without an account.</param>
    public sealed record Receipt(Guid Id, string Number, string Secret);

    /// <summary>Files. Refused with K-001, K-006, K-008, A-040 for an unknown service, A-041 for a referral.</summary>
    public async Task<Outcome<Receipt>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var filed = await commit.Once<Stored>(caller, command, async token =>
        {
            var service = await db.Services.SingleOrDefaultAsync(s => s.Id == command.Service, token);
            if (caller.MayNot(Act.FileApplication, agency: service?.AgencyId) is { } refusal) return refusal;
            if (service is null || !service.IsPublic) return KernelRefusals.NotFound;
            if (service.WhoIssues is WhoIssues.Referral) return ApplicationsRefusals.ReferralTakesNoFile;
            var name = PersonName.Read(command.Name);
            if (name.IsRefused) return name.Refusal;
            var nik = Nik.Read(command.Nik);
            if (nik.IsRefused) return nik.Refusal;

            var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, token);
            var year = clock.Today(region.TimeZone).Year;
            var sequence = await NumberRegister.Next(db, caller.Region, NumberRegister.Applications, year, token);
            var application = new Application(caller.Region, Ids.New(clock), service, $"P-{year}-{sequence:000000}",
                personal.Seal(name.Value), personal.Seal(nik.Value.Digits), personal.Fingerprint(nik.Value.Digits), clock.Now);
            db.Applications.Add(application);
            commit.Record(caller, new ApplicationFiled(application.Id, service.Id, application.Number));
            return new Stored(application.Id, application.Number);
        }, ct);
        return filed.Then<Receipt>(stored => new Receipt(stored.Id, stored.Number, ReceiptSecret.Of(personal, stored.Id)));
    }

    /// <summary>The part of the answer that may be kept for a repeated request; the secret is not.</summary>
    private sealed record Stored(Guid Id, string Number);
}
