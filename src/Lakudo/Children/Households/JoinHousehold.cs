using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Households;

/// <summary>A child or a mother belongs to a household from now on: one in the caller's care, or that of the number on the family card that was shown.</summary>
public sealed class JoinHousehold(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Who joins which.</summary>
    /// <param name="Person">The child or the mother.</param>
    /// <param name="Household">The household; null to find it by the number.</param>
    /// <param name="Number">The number of the family card as typed, where no household is given.</param>
    /// <param name="WithFamily">Whether a child's mother and her other children below five come along, where they belong to none.</param>
    public sealed record Command(HouseholdPerson Person, Guid? Household = null, string? Number = null, bool WithFamily = false);

    private sealed record Asked(HouseholdPerson Person, Guid? Household, string Fingerprint, bool WithFamily);

    /// <summary>
    /// Gives the household. Refused with K-001 to others than midwives and nutritionists, C-005 for a child or C-615 for a mother not in the caller's care, C-612 for a household that is not, C-611 and C-620
    /// for a number that is none or nobody's, C-614 for who belongs to one already.
    /// </summary>
    public Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var asked = new Asked(command.Person, command.Household, Convert.ToHexString(personal.Fingerprint(command.Number ?? "")), command.WithFamily);
        return commit.Once<Guid>(caller, asked, async token =>
        {
            if (db.MayNot(caller, Act.ManageHousehold) is { } refusal) return refusal;
            var members = command.Person.Kind == MemberKind.Child ? await Child(caller, command, token) : await Mother(caller, command.Person.Id, token);
            if (members.IsRefused) return members.Refusal;
            var found = await Find(caller, command, token);
            if (found.IsRefused) return found.Refusal;
            foreach (var person in members.Value)
            {
                db.HouseholdStays.Add(new HouseholdStay(caller.Region, Ids.New(clock), found.Value, person, caller.Id, clock.Now));
                commit.Record(caller, HouseholdJoined.Of(person, found.Value));
            }

            return found.Value;
        }, ct);
    }

    private async Task<Outcome<Guid>> Find(Caller caller, Command command, CancellationToken ct)
    {
        if (command.Household is { } id) return await db.HouseholdCaredForBy(caller, id, clock.Now, ct) is null ? HouseholdRefusals.NoSuchHousehold : id;
        var number = HouseholdNumber.Read(command.Number);
        if (number.IsRefused) return number.Refusal;
        return await db.HouseholdOf(number.Value, personal, ct) is { } household ? household.Id : HouseholdRefusals.NumberUnknown;
    }

    private async Task<Outcome<List<HouseholdPerson>>> Child(Caller caller, Command command, CancellationToken ct)
    {
        if (await db.ChildCaredForBy(caller, command.Person.Id, clock.Now, ct) is not { MergedInto: null } child) return ChildrenRefusals.NoSuchChild;
        var members = await db.WithoutHousehold(child, command.WithFamily, await db.Today(caller, clock, ct), ct);
        return members.Contains(command.Person) ? members : HouseholdRefusals.HasHousehold;
    }

    private async Task<Outcome<List<HouseholdPerson>>> Mother(Caller caller, Guid mother, CancellationToken ct)
    {
        var own = db.PosyanduOf(caller, clock.Now).Select(p => p.Id);
        if (!await db.Children.AnyAsync(c => c.MotherId == mother && c.ErasedAt == null && own.Contains(c.PosyanduId), ct) && !await db.Pregnancies.AnyAsync(p => p.MotherId == mother && p.ErasedAt == null && own.Contains(p.PosyanduId), ct))
            return HouseholdRefusals.NoMember;
        return await db.StayOfMother(mother, ct) is null ? new List<HouseholdPerson> { new(MemberKind.Mother, mother) } : HouseholdRefusals.HasHousehold;
    }
}
