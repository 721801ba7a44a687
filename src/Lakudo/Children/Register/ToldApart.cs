using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>Two entries that somebody looked at and found to be two children, however alike: twins, cousins, namesakes of one day. They are not shown as likely one child any more.</summary>
internal sealed class ToldApart : IRegional
{
    private ToldApart()
    {
    }

    public ToldApart(int regionId, Guid one, Guid other, Guid? by, DateTime at) => (RegionId, One, Other, By, At) = (regionId, one < other ? one : other, one < other ? other : one, by, at);

    public int RegionId { get; private set; }

    /// <summary>The entry with the lesser id.</summary>
    public Guid One { get; private set; }

    public Guid Other { get; private set; }

    /// <summary>The account that said so.</summary>
    public Guid? By { get; private set; }

    public DateTime At { get; private set; }
}

/// <summary>Two entries that look alike are two children.</summary>
public sealed class TellApart(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    public sealed record Command(Guid One, Guid Other);

    /// <summary>Told once, told again changes nothing. Refused with C-005 where neither child is in the caller's care now or one is not of the register, C-058 for an entry and itself or one that was merged, K-001 to others than midwives and nutritionists.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageRegister) is { } refusal) return refusal;
        if (!await db.IsPairCaredForBy(caller, command.One, command.Other, clock.Now, token)) return ChildrenRefusals.NoSuchChild;
        if (command.One == command.Other || await db.Children.AnyAsync(c => (c.Id == command.One || c.Id == command.Other) && c.MergedInto != null, token)) return ChildrenRefusals.CannotTellApart;
        if (await db.TellingApart(command.One, command.Other).AnyAsync(token)) return new Done();
        db.ToldApart.Add(new(caller.Region, command.One, command.Other, caller.Id, clock.Now));
        commit.Record(caller, new ChildrenToldApart(command.One, command.Other));
        return new Done();
    }, ct);
}

/// <summary>Two entries that were told apart are looked at once more: where they are alike, the list shows them again.</summary>
public sealed class LookAgain(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    public sealed record Command(Guid One, Guid Other);

    /// <summary>Refused with C-005 where neither child is in the caller's care now, C-059 for two that nobody told apart, K-001 to others than midwives and nutritionists.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageRegister) is { } refusal) return refusal;
        if (!await db.IsPairCaredForBy(caller, command.One, command.Other, clock.Now, token)) return ChildrenRefusals.NoSuchChild;
        if (await db.TellingApart(command.One, command.Other).SingleOrDefaultAsync(token) is not { } told) return ChildrenRefusals.NotToldApart;
        db.ToldApart.Remove(told);
        commit.Record(caller, new ChildrenLookedAtAgain(command.One, command.Other));
        return new Done();
    }, ct);
}

/// <summary>Pairs of the register.</summary>
internal static class ToldApartReach
{
    extension(LakudoDb db)
    {
        /// <summary>Whether both stand in the register and one of them at least is at a posyandu in the caller's care now: whoever is shown a pair may decide of it.</summary>
        internal async Task<bool> IsPairCaredForBy(Caller caller, Guid one, Guid other, DateTime now, CancellationToken ct) =>
            (await db.ChildCaredForBy(caller, one, now, ct) is not null || await db.ChildCaredForBy(caller, other, now, ct) is not null)
            && await db.Children.AnyAsync(c => c.Id == one && c.ErasedAt == null, ct) && await db.Children.AnyAsync(c => c.Id == other && c.ErasedAt == null, ct);

        /// <summary>What was said of a pair, in whichever order it is named.</summary>
        internal IQueryable<ToldApart> TellingApart(Guid one, Guid other)
        {
            var (first, second) = one < other ? (one, other) : (other, one);
            return db.ToldApart.Where(t => t.One == first && t.Other == second);
        }

        /// <summary>Takes out what was said of these children.</summary>
        internal async Task ForgetPairs(HashSet<Guid> children, CancellationToken ct) =>
            db.ToldApart.RemoveRange(await db.ToldApart.Where(t => children.Contains(t.One) || children.Contains(t.Other)).ToListAsync(ct));
    }
}
