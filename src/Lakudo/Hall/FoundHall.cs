using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>Brings a hall into a region.</summary>
public sealed class FoundHall(LakudoDb db, Commit commit)
{
    /// <summary>What is founded.</summary>
    /// <param name="Slug">Name in addresses: lower case letters, digits and hyphens.</param>
    /// <param name="Name">Name on boards and papers.</param>
    /// <param name="Address">Where it stands.</param>
    public sealed record Command(string Slug, string Name, string Address);

    private sealed record HallFounded(Guid Subject, int Hall) : IFact;

    /// <summary>Answers the hall's number. Refused with K-001 to others than the region's admin.</summary>
    public Task<Outcome<int>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<int>(caller, command, async token =>
    {
        if (caller.MayNot(Act.ManageRegion) is { } refusal)
        {
            return refusal;
        }

        var id = 1 + (await db.Halls.IgnoreQueryFilters(["region"]).MaxAsync(h => (int?)h.Id, token) ?? 0);
        db.Halls.Add(new ServiceHall(caller.Region, id, command.Slug, command.Name, command.Address));
        commit.Record(caller, new HallFounded(Guid.Empty, id));
        return id;
    }, ct);
}
