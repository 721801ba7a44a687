using Lakudo.Kernel;

namespace Lakudo.Privacy.Requests;

/// <summary>Takes a data subject's request, once the officer has seen who asks. From here three times 24 hours run.</summary>
public sealed class TakeDataRequest(LakudoDb db, Commit commit, Clock clock, PersonalData personal, IEnumerable<IPersonalRecords> modules)
{
    /// <summary>What is asked.</summary>
    /// <param name="Kind">Copy, correction or erasure.</param>
    /// <param name="Key">NIK, application's number, telephone, mailbox or user name, as typed.</param>
    /// <param name="Proof">How the officer knows that it is the person; null where nothing was chosen.</param>
    public sealed record Command(DataRequestKind Kind, string? Key, IdentityProof? Proof);

    /// <summary>What a repeated request is told from another by: a hash of a NIK could be tried out, a keyed one cannot.</summary>
    private sealed record Asked(DataRequestKind Kind, IdentityProof Proof, string Fingerprint);

    /// <summary>Takes it. Refused with K-001, D-007 for a key that is none, D-016 without proof or kind.</summary>
    public async Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNotForAll(caller, Act.AnswerDataRequest) is { } refusal) return refusal;
        if (!Enum.IsDefined(command.Kind)) return PrivacyRefusals.TextMissing.With("Yang diminta", 1);
        if (command.Proof is not { } proof || !Enum.IsDefined(proof)) return PrivacyRefusals.TextMissing.With("Cara memeriksa identitas", 1);
        var found = await new PersonSearch(personal, modules).Find(command.Key, ct);
        if (found.IsRefused) return found.Refusal;
        var (person, masked) = found.Value;
        return await commit.Once<Guid>(caller, new Asked(command.Kind, proof, Convert.ToHexString(person.Key)), _ =>
        {
            var request = new DataRequest(caller.Region, Ids.New(clock), command.Kind, proof, person, personal.Seal(command.Key!.Trim()), masked, clock.Now, caller.Id);
            db.DataRequests.Add(request);
            commit.Record(caller, new DataRequestTaken(request.Id, command.Kind, person.Kind));
            return Task.FromResult<Outcome<Guid>>(request.Id);
        }, ct);
    }
}
