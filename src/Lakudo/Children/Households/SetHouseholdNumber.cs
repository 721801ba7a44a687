using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Households;

/// <summary>Writes down the number of a household's family card, or corrects it with a reason. What stood before is kept, sealed.</summary>
public sealed class SetHouseholdNumber(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Which number for whom.</summary>
    /// <param name="Household">The household.</param>
    /// <param name="Number">As typed.</param>
    /// <param name="Why">Why, for the journal; no personal data.</param>
    public sealed record Command(Guid Household, string? Number, string? Why);

    private sealed record Asked(Guid Household, string Fingerprint, string? Why);

    /// <summary>Refused with K-001 to others than midwives and nutritionists, C-612 for a household not in the caller's care, C-611 for a number that is none, C-617 for its own, C-613 for another household's, K-020 or K-021 for the reason.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, new Asked(command.Household, Convert.ToHexString(personal.Fingerprint(command.Number ?? "")), command.Why), async token =>
        {
            if (db.MayNot(caller, Act.ManageHousehold) is { } refusal) return refusal;
            if (await db.HouseholdCaredForBy(caller, command.Household, clock.Now, token) is not { Household: var household }) return HouseholdRefusals.NoSuchHousehold;
            var number = HouseholdNumber.Read(command.Number);
            if (number.IsRefused) return number.Refusal;
            var why = JournalReason.Read(command.Why);
            if (why.IsRefused) return why.Refusal;
            if (await db.HouseholdOf(number.Value, personal, token) is { } other) return other.Id == household.Id ? HouseholdRefusals.NumberUnchanged : HouseholdRefusals.NumberTaken;
            var before = household.NumberSealed;
            if (before is not null) db.HouseholdCorrections.Add(new HouseholdCorrection(caller.Region, Ids.New(clock), household.Id, before, caller.Id, clock.Now, why.Value));
            household.Number(number.Value.Seal(personal));
            commit.Record(caller, new HouseholdNumberSet(household.Id, before is not null), why.Value);
            return new Done();
        }, ct);
}

/// <summary>Writes down where a household lives: its village, RT and RW. Which posyandu measures its children is another question (<see cref="Register.MoveChild"/>).</summary>
public sealed class PlaceHousehold(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Who lives where.</summary>
    /// <param name="Household">The household.</param>
    /// <param name="Village">The desa or kelurahan.</param>
    /// <param name="Place">RT and RW; what is null is not known.</param>
    public sealed record Command(Guid Household, int Village, Neighbourhood Place);

    /// <summary>Refused with K-001 to others than midwives and nutritionists, C-612 for a household not in the caller's care, C-621 for an impossible RT or RW or a village that is none of the region's.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageHousehold) is { } refusal) return refusal;
        if (await db.HouseholdCaredForBy(caller, command.Household, clock.Now, token) is not { Household: var household }) return HouseholdRefusals.NoSuchHousehold;
        if (!command.Place.IsPossible || !await db.Areas.AnyAsync(a => a.Id == command.Village && a.Level != AreaLevel.District, token)) return HouseholdRefusals.PlaceImpossible;
        household.LivesAt(command.Village, command.Place);
        commit.Record(caller, new HouseholdPlaced(household.Id));
        return new Done();
    }, ct);
}
