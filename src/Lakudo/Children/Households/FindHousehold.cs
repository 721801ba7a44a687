using Lakudo.Kernel;

namespace Lakudo.Children.Households;

/// <summary>Finds the household of a family card by its number. Journaled before the answer leaves: who tries numbers out is seen.</summary>
public sealed class FindHousehold(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>The number as typed.</summary>
    public sealed record Command(string? Number);

    /// <summary>The household. Refused with K-001 to others than midwives and nutritionists, C-611 for a number that is none, C-620 where no household in the caller's care has it.</summary>
    public async Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadHousehold) is { } refusal) return refusal;
        var number = HouseholdNumber.Read(command.Number);
        if (number.IsRefused) return number.Refusal;
        var found = await db.HouseholdOf(number.Value, personal, ct);
        var isOurs = found is not null && await db.HouseholdCaredForBy(caller, found.Id, clock.Now, ct) is not null;
        if (await commit.Note(caller, new HouseholdSought(isOurs ? found!.Id : Guid.Empty), ct) is { } notJournaled) return notJournaled;
        return isOurs ? found!.Id : HouseholdRefusals.NumberUnknown;
    }
}

/// <summary>Shows a household's whole number to one who cares for it. Every time is journaled before it is shown.</summary>
public sealed class RevealHouseholdNumber(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Whose.</summary>
    /// <param name="Household">The household.</param>
    public sealed record Command(Guid Household);

    /// <summary>The sixteen digits. Refused with K-001 to others than midwives and nutritionists, C-612 for a household not in the caller's care, C-619 where none is known.</summary>
    public async Task<Outcome<string>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        // Without a key: a stored answer would keep the sealed digits a second time.
        var found = await commit.Once<byte[]>(caller with { Key = null }, command, async token =>
        {
            if (db.MayNot(caller, Act.RevealHouseholdNumber) is { } refusal) return refusal;
            if (await db.HouseholdCaredForBy(caller, command.Household, clock.Now, token) is not { Household: var household }) return HouseholdRefusals.NoSuchHousehold;
            if (household.NumberSealed is not { } number) return HouseholdRefusals.NoNumber;
            commit.Record(caller, new HouseholdNumberRevealed(household.Id));
            return number;
        }, ct);
        return found.Then<string>(number => HouseholdNumber.Open(number, personal).Digits);
    }
}
