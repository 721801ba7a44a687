using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Officials;

/// <summary>Says once what is printed under an official's signature, so that nobody types a position or NIP case by case.</summary>
public sealed class SetSigningOfficial(LakudoDb db, Commit commit, PersonalData personal)
{
    /// <summary>Who signs, and as what.</summary>
    /// <param name="Account">The account with the role of signer.</param>
    /// <param name="Agency">The agency whose documents are signed so; null for every agency of the region.</param>
    /// <param name="Position">For example "Kepala Dinas Sosial".</param>
    /// <param name="Name">With titles, as in the decree of appointment.</param>
    /// <param name="Nip">Civil servant number, 18 digits; empty for those who have none.</param>
    /// <param name="Rank">Rank and class; may be empty.</param>
    /// <param name="ServiceAccount">NIK or e-mail at the signing service; empty keeps what is known, or the installation's own key.</param>
    public sealed record Command(Guid Account, int? Agency, string Position, string Name, string? Nip = null, string? Rank = null, string? ServiceAccount = null);

    /// <summary>Sets it. An agency's admin does so for the own agency only. Refused with K-001, A-045, K-045.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, command, async token =>
        {
            if (db.MayNot(caller, Act.SetSigningOfficial, agency: command.Agency) is { } refusal) return refusal;
            if (command.Agency is null && db.Scope.Agencies is not null) return KernelRefusals.NotAllowed;
            var (readPosition, readName) = (WrittenText.ReadLine(command.Position, "Jabatan"), WrittenText.ReadName(command.Name, "Nama pejabat"));
            var (readNip, readRank) = (WrittenText.ReadLine(command.Nip, "NIP"), WrittenText.ReadLine(command.Rank, "Pangkat"));
            if ((readPosition.Refusal ?? readName.Refusal ?? readNip.Refusal ?? readRank.Refusal) is { } unprintable) return unprintable;
            var (position, name, nip, rank, account) = (readPosition.Value, readName.Value, readNip.Value, readRank.Value, command.ServiceAccount?.Trim());
            if (position.Length is 0 or > 200) return ApplicationsRefusals.TextMissing.With("Jabatan", 200);
            if (name.Length is 0 or > 200) return ApplicationsRefusals.TextMissing.With("Nama pejabat", 200);
            if (nip.Length > 30 || rank.Length > 100 || account?.Length > 254) return ApplicationsRefusals.TextMissing.With("NIP (30), pangkat (100), dan akun (254)", 254);

            var agency = command.Agency ?? SigningOfficial.EveryAgency;
            var official = await db.SigningOfficials.SingleOrDefaultAsync(o => o.AccountId == command.Account && o.AgencyId == agency, token);
            if (official is null) db.SigningOfficials.Add(official = new SigningOfficial(caller.Region, command.Account, agency));
            official.Set(position, name, nip.Length == 0 ? null : nip, rank.Length == 0 ? null : rank,
                string.IsNullOrEmpty(account) ? official.ServiceAccountSealed : personal.Seal(account));
            commit.Record(caller, new SigningOfficialSet(command.Account));
            return new Done();
        }, ct);
}
