using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Officials;

/// <summary>What is printed for the caller's agencies: who signs, under which head.</summary>
public sealed class SigningOfficials(LakudoDb db)
{
    /// <summary>One official.</summary>
    /// <param name="Account">The account.</param>
    /// <param name="Agency">The agency, or null for every one.</param>
    /// <param name="Position">As printed.</param>
    /// <param name="Name">As printed.</param>
    /// <param name="Nip">As printed.</param>
    /// <param name="Rank">As printed.</param>
    /// <param name="HasServiceAccount">Whether an account at the signing service is known; the account itself is not shown.</param>
    public sealed record OfficialRow(Guid Account, int? Agency, string Position, string Name, string? Nip, string? Rank, bool HasServiceAccount);

    /// <summary>One agency's letterhead.</summary>
    public sealed record LetterheadRow(int Agency, string Address, string Place);

    /// <summary>Both lists.</summary>
    public sealed record Answer(OfficialRow[] Officials, LetterheadRow[] Letterheads);

    /// <summary>Lists. Refused with K-001.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SetSigningOfficial) is { } refusal) return refusal;
        var officials = await db.SigningOfficials.AsNoTracking().OrderBy(o => o.Name).ToListAsync(ct);
        var letterheads = await db.AgencyLetterheads.AsNoTracking().ToListAsync(ct);
        return new Answer(
            [.. officials.Select(o => new OfficialRow(o.AccountId, o.AgencyId == SigningOfficial.EveryAgency ? null : o.AgencyId, o.Position, o.Name, o.Nip, o.Rank, o.ServiceAccountSealed is not null))],
            [.. letterheads.Select(l => new LetterheadRow(l.AgencyId, l.Address, l.Place))]);
    }
}
