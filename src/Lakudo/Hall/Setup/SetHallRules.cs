using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>Sets the rules of a hall. An open day goes on by its plan until the manager changes that.</summary>
public sealed class SetHallRules(LakudoDb db, Commit commit)
{
    /// <summary>The rules.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="MaxOvertakes">N, 0 to 50.</param>
    /// <param name="MaxWaitMinutes">M, 1 to 240.</param>
    /// <param name="SecondChanceMinutes">1 to 60.</param>
    /// <param name="CheckInMinutes">10 to 480.</param>
    /// <param name="WebTicketsPerPerson">1 to 50 a day.</param>
    /// <param name="WebTicketsPerAddress">1 to 1,000 a day.</param>
    public sealed record Command(
        int Hall, int MaxOvertakes, int MaxWaitMinutes, int SecondChanceMinutes, int CheckInMinutes, int WebTicketsPerPerson, int WebTicketsPerAddress);

    private sealed record HallRulesSet(Guid Subject, Command Rules) : IFact;

    /// <summary>Refused with H-048 naming the rule that is out of its bounds, K-001 to others than the hall's manager.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHall, command.Hall) is { } refusal)
        {
            return refusal;
        }

        if (Bounds(command).FirstOrDefault(b => b.Value < b.From || b.Value > b.To) is { Words: { } words } wrong)
        {
            return HallRefusals.RuleOutOfBounds.With(words, wrong.From, wrong.To);
        }

        var rules = await db.HallRules.SingleOrDefaultAsync(r => r.HallId == command.Hall, token);
        if (rules is null)
        {
            rules = new HallRules { RegionId = caller.Region, HallId = command.Hall };
            db.HallRules.Add(rules);
        }

        (rules.MaxOvertakes, rules.MaxWaitMinutes, rules.SecondChanceMinutes) = (command.MaxOvertakes, command.MaxWaitMinutes, command.SecondChanceMinutes);
        (rules.CheckInMinutes, rules.WebTicketsPerPerson, rules.WebTicketsPerAddress) = (command.CheckInMinutes, command.WebTicketsPerPerson, command.WebTicketsPerAddress);
        commit.Record(caller, new HallRulesSet(Guid.Empty, command));
        return new Done();
    }, ct);

    private static IEnumerable<(string Words, int Value, int From, int To)> Bounds(Command c) =>
    [
        ("Paling banyak didahului", c.MaxOvertakes, 0, 50), ("Batas menunggu", c.MaxWaitMinutes, 1, 240), ("Kesempatan kedua", c.SecondChanceMinutes, 1, 60),
        ("Batas melapor", c.CheckInMinutes, 10, 480), ("Nomor per orang", c.WebTicketsPerPerson, 1, 50), ("Nomor per jaringan", c.WebTicketsPerAddress, 1, 1_000),
    ];
}
