using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Households;

/// <summary>
/// Opens households, each from one of its children: the child, its mother and her other children below five who belong to none yet. The number of the family card may follow later. Many in one commit, all or
/// nothing; one that is open already is passed over.
/// </summary>
public sealed class OpenHouseholds(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Most households of one command.</summary>
    public const int Most = 200;

    /// <summary>A household.</summary>
    /// <param name="Id">Made by whoever opens it.</param>
    /// <param name="Child">One of its children.</param>
    /// <param name="Number">The number of the family card as typed; null or empty where it is not known.</param>
    /// <param name="Place">RT and RW; null to take them from the child's address.</param>
    public sealed record Row(Guid Id, Guid Child, string? Number = null, Neighbourhood? Place = null);

    /// <summary>The order.</summary>
    public sealed record Command(IReadOnlyList<Row> Rows);

    /// <summary>What a repeated request is told from another by: no hash of a number that could be tried out.</summary>
    private sealed record Asked(string Fingerprint);

    /// <summary>
    /// How many were opened. Refused with K-001 to others than midwives, nutritionists and Lakudo itself, C-623 for none or too many, C-611 for a number that is none, C-613 for another household's, C-621 for
    /// an impossible RT or RW, C-005 for a child not in the caller's care, C-614 for one that belongs to a household, C-622 for an id that stands for another family.
    /// </summary>
    public Task<Outcome<int>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var asked = new Asked(Convert.ToHexString(personal.Fingerprint(string.Join('\n', command.Rows.Select(r => $"{r.Id} {r.Child} {r.Number} {r.Place}")))));
        return commit.Once<int>(caller, asked, async token =>
        {
            if (db.MayNot(caller, Act.ManageHousehold) is { } refusal) return refusal;
            if (command.Rows.Count is 0 or > Most) return HouseholdRefusals.TooMany.With(Most);
            var (opened, today) = (0, await db.Today(caller, clock, token));
            foreach (var row in command.Rows)
            {
                var outcome = await Open(caller, row, today, token);
                if (outcome.IsRefused) return outcome.Refusal;
                if (outcome.Value) opened++;
            }

            return opened;
        }, ct);
    }

    /// <summary>Opens one; false where it is open already.</summary>
    private async Task<Outcome<bool>> Open(Caller caller, Row row, DateOnly today, CancellationToken ct)
    {
        if (await db.ChildCaredForBy(caller, row.Child, clock.Now, ct) is not { MergedInto: null } child) return ChildrenRefusals.NoSuchChild;
        if (await db.Households.AnyAsync(h => h.Id == row.Id, ct))
            return await db.HouseholdStays.AnyAsync(s => s.HouseholdId == row.Id && ((s.Kind == MemberKind.Child && s.Subject == child.Id) || (s.Kind == MemberKind.Mother && s.Subject == child.MotherId)), ct) ? false : HouseholdRefusals.IdTaken;
        SealedNumber? number = null;
        if (!string.IsNullOrWhiteSpace(row.Number))
        {
            var read = HouseholdNumber.Read(row.Number);
            if (read.IsRefused) return read.Refusal;
            if (await db.HouseholdOf(read.Value, personal, ct) is not null) return HouseholdRefusals.NumberTaken;
            number = read.Value.Seal(personal);
        }

        var place = row.Place is null or { Rt: null, Rw: null } ? Neighbourhood.In(child.Address) : row.Place;
        if (!place.IsPossible) return HouseholdRefusals.PlaceImpossible;
        var members = await db.WithoutHousehold(child, withFamily: true, today, ct);
        if (!members.Contains(new(MemberKind.Child, child.Id))) return HouseholdRefusals.HasHousehold;
        var village = await db.Posyandu.Where(p => p.Id == child.PosyanduId).Select(p => p.VillageId).SingleAsync(ct);
        db.Households.Add(new Household(caller.Region, row.Id, village, place, number, clock.Now));
        foreach (var person in members) db.HouseholdStays.Add(new HouseholdStay(caller.Region, Ids.New(clock), row.Id, person, caller.Id, clock.Now));
        commit.Record(caller, new HouseholdOpened(row.Id, members.Count));
        // The next row must see it: the same mother is not put into two.
        await db.SaveChangesAsync(ct);
        return true;
    }
}
