using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Households;

/// <summary>
/// A household whose number was not known turns out to be the one of a family card that was shown: its members belong to that one from now on. That they were written down apart stays in the history.
/// </summary>
public sealed class UniteHouseholds(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Which.</summary>
    /// <param name="Household">The household without a number, in the caller's care.</param>
    /// <param name="Number">The number on the family card, as typed, of the household that stays.</param>
    public sealed record Command(Guid Household, string? Number);

    private sealed record Asked(Guid Household, string Fingerprint);

    /// <summary>Gives the household that stays. Refused with K-001 to others than midwives and nutritionists, C-612 for a household not in the caller's care, C-611 and C-620 for a number that is none or nobody's, C-618 where it has a number of its own.</summary>
    public Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Guid>(caller, new Asked(command.Household, Convert.ToHexString(personal.Fingerprint(command.Number ?? ""))), async token =>
        {
            if (db.MayNot(caller, Act.ManageHousehold) is { } refusal) return refusal;
            if (await db.HouseholdCaredForBy(caller, command.Household, clock.Now, token) is not { Household: var household }) return HouseholdRefusals.NoSuchHousehold;
            var number = HouseholdNumber.Read(command.Number);
            if (number.IsRefused) return number.Refusal;
            if (await db.HouseholdOf(number.Value, personal, token) is not { } keep) return HouseholdRefusals.NumberUnknown;
            if (household.NumberFingerprint is not null) return HouseholdRefusals.CannotUnite;
            // All open stays, also of those who may not be seen now: a mother who agrees again finds her child where its family is.
            var stays = await db.HouseholdStays.Where(s => s.HouseholdId == household.Id && s.Until == null).OrderBy(s => s.Since).ThenBy(s => s.Id).ToListAsync(token);
            foreach (var stay in stays) stay.End(LeavingHousehold.United, clock.Now);
            await db.SaveChangesAsync(token);
            foreach (var stay in stays) db.HouseholdStays.Add(new HouseholdStay(caller.Region, Ids.New(clock), keep.Id, stay.Person, caller.Id, clock.Now));
            commit.Record(caller, new HouseholdsUnited(keep.Id, household.Id, stays.Count));
            return keep.Id;
        }, ct);
}
