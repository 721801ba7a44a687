using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Companions;

/// <summary>Ends a companionship before its last day. The companion does not see the family from this moment.</summary>
public sealed class EndCompanionship(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which and why.</summary>
    /// <param name="Companionship">Which.</param>
    /// <param name="Why">Why, for the journal; no personal data.</param>
    public sealed record Command(Guid Companionship, string? Why);

    /// <summary>Refused with K-001 to others than midwives and nutritionists, K-020 or K-021 for the reason, C-640 for one that is not in force in the caller's care.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.EntrustFamilies) is { } refusal) return refusal;
        var why = JournalReason.Read(command.Why);
        if (why.IsRefused) return why.Refusal;
        if (await db.CompanionshipsInCareOf(caller, clock.Now).SingleOrDefaultAsync(c => c.Id == command.Companionship, token) is not { } held || !held.IsInForce(await db.Today(caller, clock, token))) return CompanionsRefusals.NoSuchCompanionship;
        await db.EndCompanionships(caller, commit, clock.Now, [held], CompanionshipEnding.ByPuskesmas, why.Value, token);
        return new Done();
    }, ct);
}

/// <summary>
/// The mother no longer wants her family to be seen by a companion (UU 27/2022 art. 9, 40): every companionship of the family ends at once. That her child's data is kept at the posyandu is another
/// consent and stays.
/// </summary>
public sealed class WithdrawSharing(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Whose.</summary>
    /// <param name="Child">A child of the family.</param>
    /// <param name="IsGuardian">Whether the officer checked that who asks is the mother or guardian.</param>
    /// <param name="Why">How she asked, for the journal; no personal data.</param>
    public sealed record Command(Guid Child, bool IsGuardian, string? Why);

    /// <summary>Refused with K-001 to others than midwives and nutritionists, C-706 where nobody checked who asks, K-020 or K-021 for the words, C-005 for a child not in the caller's care, C-645 where the family has no companion.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.EntrustFamilies) is { } refusal) return refusal;
        if (!command.IsGuardian) return Consent.ConsentRefusals.NotChecked;
        var why = JournalReason.Read(command.Why);
        if (why.IsRefused) return why.Refusal;
        if (await db.ChildCaredForBy(caller, command.Child, clock.Now, token) is not { } child) return ChildrenRefusals.NoSuchChild;
        var mothers = await db.MothersOf([child.Id], token);
        var open = await db.Companionships.Where(c => mothers.Contains(c.MotherId) && c.EndedAt == null).ToListAsync(token);
        if (open.Count == 0) return CompanionsRefusals.NotShared;
        await db.EndCompanionships(caller, commit, clock.Now, open, CompanionshipEnding.SharingWithdrawn, why.Value, token);
        return new Done();
    }, ct);
}
