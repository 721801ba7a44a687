using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>
/// Steps every register of this year on after a restore: numbers given between the backup and the loss stand on papers that nobody can call back,
/// so they are left out and the journal says why. Two papers with one number would be worse than a gap that is explained.
/// </summary>
public sealed class SkipNumbers(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>What is skipped.</summary>
    /// <param name="Count">How many numbers each register leaves out; 0 when nothing was issued since the backup.</param>
    /// <param name="Why">For the journal; no personal data.</param>
    public sealed record Command(int Count, string Why);

    /// <summary>Steps them on, also those that have no number in this year yet. Answers how many registers. Refused with K-001 and A-058.</summary>
    public Task<Outcome<int>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<int>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.RestoreInstallation) is { } refusal) return refusal;
        if (command.Count is < 0 or > 100_000) return ApplicationsRefusals.SkipOutOfRange;
        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, token);
        var year = clock.Today(region.TimeZone).Year;
        var registers = await db.NumberRegisters.ToListAsync(token);
        var now = new List<NumbersSkipped.Register>();
        foreach (var series in registers.GroupBy(r => r.Series))
        {
            var register = series.SingleOrDefault(r => r.Year == year);
            if (register is null)
            {
                register = new NumberRegister { RegionId = caller.Region, Series = series.Key, Year = year };
                db.NumberRegisters.Add(register);
            }

            register.Last += command.Count;
            now.Add(new(series.Key, year, register.Last));
        }

        commit.Record(caller, new NumbersSkipped(Guid.Empty, command.Count, now), command.Why);
        return now.Count;
    }, ct);
}
