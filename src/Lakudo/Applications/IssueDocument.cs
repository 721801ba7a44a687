using System.Text.Json;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Lakudo.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>Gives a granted application its document: number, verification code and words. Signing is the next act.</summary>
public sealed class IssueDocument(LakudoDb db, Commit commit, Clock clock, PersonalData personal, IssuingOffice office)
{
    /// <summary>What the official decides beside the words that were verified.</summary>
    /// <param name="Application">The granted application.</param>
    /// <param name="Signatory">Who signs, as printed.</param>
    /// <param name="Place">Where it is issued.</param>
    /// <param name="Address">The agency's address in the letterhead.</param>
    /// <param name="ValidUntil">The last day of validity; null when it does not expire.</param>
    public sealed record Command(Guid Application, Signatory Signatory, string Place, string Address, DateOnly? ValidUntil = null);

    /// <summary>What was given.</summary>
    /// <param name="Document">Its id.</param>
    /// <param name="Number">The number printed.</param>
    /// <param name="Code">The verification code.</param>
    public sealed record Answer(Guid Document, string Number, string Code);

    /// <summary>Numbers it. Refused with K-001, A-040, A-042, A-045, A-046, A-052. A refusal takes no number.</summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Answer>(caller, command, async token =>
        {
            if (caller.MayNot(Act.DecideApplication) is { } refusal) return refusal;
            if (await db.Applications.SingleOrDefaultAsync(a => a.Id == command.Application, token) is not { } application) return ApplicationsRefusals.NoSuchApplication;
            if (application.WhoIssues is not WhoIssues.Local) return ApplicationsRefusals.IssuedElsewhere;
            if (application.State is not ApplicationState.Approved) return application.NotNow();
            var standing = await db.IssuedDocuments.FirstOrDefaultAsync(d => d.ApplicationId == application.Id && d.State != DocumentState.Voided, token);
            if (standing is not null) return standing.NotNow();
            foreach (var (text, what) in new[] { (command.Signatory.Name, "Nama penandatangan"), (command.Signatory.Position, "Jabatan"), (command.Place, "Tempat terbit") })
                if (text.Trim().Length is 0 or > PersonName.Longest) return ApplicationsRefusals.TextMissing.With(what, PersonName.Longest);

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
                new Letterhead($"Pemerintah {region.Name}", agency.Name, command.Address), service.Output.Length > 0 ? service.Output : service.Name, number,
                $"Berdasarkan permohonan {application.Number} yang dinyatakan lengkap dan telah diperiksa, dengan ini diterangkan:",
                [
                    new("Nama", personal.Open(application.NameSealed)), new("NIK", personal.Open(application.NikSealed)),
                    new("Layanan", service.Name), new("Keterangan", personal.Open(application.StatementSealed!)),
                ],
                "Dokumen ini diberikan untuk dipergunakan sebagaimana mestinya.", command.Place.Trim(), today, command.ValidUntil, command.Signatory);
            document.Says(content, personal.Seal(JsonSerializer.Serialize(content)));
            db.IssuedDocuments.Add(document);
            commit.Record(caller, new DocumentNumbered(document.Id, application.Id, today.Year, sequence));
            return new Answer(document.Id, number, code.ToString());
        }, ct);
}
