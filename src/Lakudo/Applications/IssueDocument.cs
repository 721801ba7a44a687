using System.Text.Json;
using Lakudo.Applications.Documents;
using Lakudo.Applications.Officials;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>Gives a granted application its document: number, verification code and words. Signing is the next act.</summary>
public sealed class IssueDocument(LakudoDb db, Commit commit, Clock clock, PersonalData personal, IssuingOffice office)
{
    /// <summary>What the official decides beside the words that were verified.</summary>
    /// <param name="Application">The granted application.</param>
    /// <param name="ValidUntil">The last day of validity; null when it does not expire.</param>
    public sealed record Command(Guid Application, DateOnly? ValidUntil = null);

    /// <summary>What was given.</summary>
    /// <param name="Document">Its id.</param>
    /// <param name="Number">The number printed.</param>
    /// <param name="Code">The verification code.</param>
    public sealed record Answer(Guid Document, string Number, string Code);

    /// <summary>
    /// Numbers it. Refused with K-001, A-040, A-042, A-046, A-051 where a document stands already, A-052, A-053 or A-054 where official or letterhead is not set, A-061 for a sign that cannot be printed.
    /// A refusal takes no number.
    /// </summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Answer>(caller, command, async token =>
        {
            var found = await db.ApplicationFor(caller, Act.DecideApplication, command.Application, token);
            if (found.IsRefused) return found.Refusal;
            var application = found.Value;
            if (application.WhoIssues is not WhoIssues.Local) return ApplicationsRefusals.IssuedElsewhere;
            if (application.State is not ApplicationState.Approved) return application.NotNow();
            var standing = await db.IssuedDocuments.FirstOrDefaultAsync(d => d.ApplicationId == application.Id && d.State != DocumentState.Voided, token);
            if (standing is not null) return standing.NotNow();
            if (await OfficialOf(db, caller, application.AgencyId, token) is not { } official) return ApplicationsRefusals.OfficialMissing;
            if (await db.AgencyLetterheads.AsNoTracking().SingleOrDefaultAsync(l => l.AgencyId == application.AgencyId, token) is not { } head) return ApplicationsRefusals.LetterheadMissing;

            var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, token);
            var today = clock.Today(region.TimeZone);
            if (command.ValidUntil < today) return ApplicationsRefusals.ValidityPast;
            var service = await db.Services.AsNoTracking().SingleAsync(s => s.Id == application.ServiceId, token);
            var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == application.AgencyId, token);

            var sequence = await NumberRegister.Next(db, caller.Region, service.Id, today.Year, token);
            var code = VerificationCode.New();
            var document = new IssuedDocument(application, Ids.New(clock), today.Year, sequence, code.Value, office.Signer.IsSample || region.IsSample);
            var number = $"{service.Code}/{sequence:0000}/{today.Year}";
            var content = new DocumentContent(
                new Letterhead($"Pemerintah {region.Name}", agency.Name, head.Address), service.Output.Length > 0 ? service.Output : service.Name, number,
                $"Berdasarkan permohonan {application.Number} yang dinyatakan lengkap dan telah diperiksa, dengan ini diterangkan:",
                [
                    new("Nama", WrittenText.Fold(personal.Open(application.NameSealed), isName: true)), new("NIK", personal.Open(application.NikSealed)),
                    new("Layanan", service.Name), new("Keterangan", WrittenText.Fold(personal.Open(application.StatementSealed!))),
                ],
                "Dokumen ini diberikan untuk dipergunakan sebagaimana mestinya.", head.Place, today, command.ValidUntil, official.Signatory);
            if (content.Unprintable() is { } unprintable) return unprintable;
            document.Says(content, personal.Seal(JsonSerializer.Serialize(content)));
            db.IssuedDocuments.Add(document);
            commit.Record(caller, new DocumentNumbered(document.Id, application.Id, today.Year, sequence));
            return new Answer(document.Id, number, code.ToString());
        }, ct);

    /// <summary>What the caller signs as for an agency: what is set for that agency before what is set for every one.</summary>
    internal static async Task<SigningOfficial?> OfficialOf(LakudoDb db, Caller caller, int agency, CancellationToken ct) =>
        await db.SigningOfficials.IgnoreQueryFilters(["agency"]).AsNoTracking().Where(o => o.AccountId == caller.Id && (o.AgencyId == agency || o.AgencyId == SigningOfficial.EveryAgency))
            .OrderByDescending(o => o.AgencyId).FirstOrDefaultAsync(ct);
}
