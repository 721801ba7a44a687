using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Households;

/// <summary>Members leave a household, alone or together as a household of their own. That they belonged to it, and until when, stays in its history.</summary>
public sealed class LeaveHousehold(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Who leaves.</summary>
    /// <param name="Household">The household.</param>
    /// <param name="People">The children and mothers.</param>
    /// <param name="Reason">Why; not <see cref="LeavingHousehold.United"/>.</param>
    /// <param name="Together">Whether they are a household of their own from now on.</param>
    public sealed record Command(Guid Household, IReadOnlyList<HouseholdPerson> People, LeavingHousehold? Reason, bool Together = false);

    /// <summary>Where they are now.</summary>
    /// <param name="New">Their own household; null where there is none.</param>
    public sealed record Answer(Guid? New);

    /// <summary>Refused with K-001 to others than midwives and nutritionists, C-612 for a household not in the caller's care, C-616 without anybody or a reason, C-615 for who is no member of it in the caller's care.</summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Answer>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageHousehold) is { } refusal) return refusal;
        var now = clock.Now;
        if (await db.HouseholdCaredForBy(caller, command.Household, now, token) is not var (household, members, own)) return HouseholdRefusals.NoSuchHousehold;
        if (command.People.Count == 0 || command.Reason is not { } reason || !Enum.IsDefined(reason) || reason == LeavingHousehold.United) return HouseholdRefusals.ReasonMissing;
        List<HouseholdPerson> leaving = [.. command.People.Distinct()];
        if (command.People.Any(p => members.StayAt(p, own) is null)) return HouseholdRefusals.NoMember;

        Guid? next = command.Together ? Ids.New(clock) : null;
        // Where they live now is not known yet, only that it is another house.
        if (next is { } house) db.Households.Add(new Household(caller.Region, house, household.VillageId, Neighbourhood.Unknown, null, now));
        foreach (var person in leaving)
        {
            // Every entry of the child leaves: none of those that were merged into it may hold it here.
            foreach (var entry in await OpenOf(person, token)) entry.End(reason, now);
            commit.Record(caller, HouseholdLeft.Of(person, household.Id));
        }

        // The old stays end before the new ones begin: nobody is in two, not for a moment.
        await db.SaveChangesAsync(token);
        if (next is { } opened)
        {
            foreach (var person in leaving) db.HouseholdStays.Add(new HouseholdStay(caller.Region, Ids.New(clock), opened, person, caller.Id, now));
            commit.Record(caller, new HouseholdOpened(opened, leaving.Count));
        }

        return new Answer(next);
    }, ct);

    private async Task<IReadOnlyList<HouseholdStay>> OpenOf(HouseholdPerson person, CancellationToken ct)
    {
        if (person.Kind == MemberKind.Mother) return [(await db.StayOfMother(person.Id, ct))!];
        var entries = (await db.Children.EntriesOf([person.Id], ct)).Keys.ToList();
        return await db.HouseholdStays.Where(s => s.Until == null && s.Kind == MemberKind.Child && entries.Contains(s.Subject)).ToListAsync(ct);
    }
}
