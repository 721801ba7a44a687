using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Officials;

/// <summary>Says once what stands in the head of an agency's letters.</summary>
public sealed class SetLetterhead(LakudoDb db, Commit commit)
{
    /// <summary>The letterhead.</summary>
    /// <param name="Agency">The agency's number.</param>
    /// <param name="Address">Street, town, telephone.</param>
    /// <param name="Place">Where its documents are issued.</param>
    public sealed record Command(int Agency, string Address, string Place);

    /// <summary>Sets it. An agency's admin does so for the own agency only. Refused with K-001, A-045, K-045.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, command, async token =>
        {
            if (db.MayNot(caller, Act.SetSigningOfficial, agency: command.Agency) is { } refusal) return refusal;
            var (readAddress, readPlace) = (WrittenText.ReadLines(command.Address, "Alamat kop surat"), WrittenText.ReadLine(command.Place, "Tempat terbit"));
            if ((readAddress.Refusal ?? readPlace.Refusal) is { } unprintable) return unprintable;
            var (address, place) = (readAddress.Value, readPlace.Value);
            if (address.Length is 0 or > 300) return ApplicationsRefusals.TextMissing.With("Alamat kop surat", 300);
            if (place.Length is 0 or > 100) return ApplicationsRefusals.TextMissing.With("Tempat terbit", 100);
            var letterhead = await db.AgencyLetterheads.SingleOrDefaultAsync(l => l.AgencyId == command.Agency, token);
            if (letterhead is null) db.AgencyLetterheads.Add(letterhead = new AgencyLetterhead(caller.Region, command.Agency));
            letterhead.Set(address, place);
            commit.Record(caller, new LetterheadSet(Guid.Empty, command.Agency));
            return new Done();
        }, ct);
}
