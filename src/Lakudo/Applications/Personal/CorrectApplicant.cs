using Lakudo.Kernel;
using Lakudo.Notifications;

namespace Lakudo.Applications.Personal;

/// <summary>Corrects what is wrong of an applicant, at the person's request (UU 27/2022 art. 6, 30). A document that was issued is not changed by it: it is revoked and issued anew.</summary>
public sealed class CorrectApplicant(LakudoDb db, Commit commit, PersonalData personal)
{
    /// <summary>What is right; empty leaves a part as it is.</summary>
    /// <param name="Application">The application.</param>
    /// <param name="Name">The right name.</param>
    /// <param name="Nik">The right NIK, as on the identity card.</param>
    /// <param name="Contact">The right telephone or mailbox.</param>
    /// <param name="Why">For the journal, for example the letter's number; no personal data.</param>
    public sealed record Command(Guid Application, string? Name, string? Nik, string? Contact, string? Why);

    /// <summary>What a repeated request is told from another by: no hash of what could be tried out.</summary>
    private sealed record Asked(Guid Application, string Fingerprint);

    /// <summary>Corrects. Refused with K-001, K-006, K-008, A-040, K-020 or K-021 for the reason, A-059, A-060, N-001.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var asked = new Asked(command.Application, Convert.ToHexString(personal.Fingerprint($"{command.Name}\n{command.Nik}\n{command.Contact}")));
        return commit.Once<Done>(caller, asked, async token =>
        {
            var found = await db.ApplicationFor(caller, Act.AnswerDataRequest, command.Application, token);
            if (found.IsRefused) return found.Refusal;
            if (caller.AgenciesFor(Act.AnswerDataRequest) is not null) return KernelRefusals.NotAllowed;
            var why = JournalReason.Read(command.Why);
            if (why.IsRefused) return why.Refusal;
            var fields = new List<string>();
            byte[]? name = null;
            (byte[], byte[])? nik = null, contact = null;
            if (!string.IsNullOrWhiteSpace(command.Name))
            {
                var read = PersonName.Read(command.Name);
                if (read.IsRefused) return read.Refusal;
                name = personal.Seal(read.Value);
                fields.Add("name");
            }

            if (!string.IsNullOrWhiteSpace(command.Nik))
            {
                var read = Nik.Read(command.Nik);
                if (read.IsRefused) return read.Refusal;
                nik = (personal.Seal(read.Value.Digits), personal.Fingerprint(read.Value.Digits));
                fields.Add("nik");
            }

            if (!string.IsNullOrWhiteSpace(command.Contact))
            {
                var read = Contact.Read(command.Contact);
                if (read.IsRefused) return read.Refusal;
                contact = (personal.Seal(read.Value.Value), personal.Fingerprint(read.Value.Value));
                fields.Add("contact");
            }

            if (fields.Count == 0) return ApplicationsRefusals.NothingToCorrect;
            if (found.Value.ErasedAt is not null) return ApplicationsRefusals.ApplicantErased;
            found.Value.Correct(name, nik, contact);
            commit.Record(caller, new ApplicantCorrected(command.Application, fields), why.Value);
            return new Done();
        }, ct);
    }
}
