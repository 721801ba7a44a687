using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>A row of the desk about one child: it goes along when entries are merged, comes back when they are split, and loses its words when the child is erased.</summary>
internal interface IFollowsChild
{
    /// <summary>The child.</summary>
    Guid ChildId { get; }

    /// <summary>The entry of the child under which it was written; stays when entries are merged.</summary>
    Guid WrittenFor { get; }

    /// <summary>Puts it under another entry of the same child.</summary>
    void Follow(Guid childId);

    /// <summary>Takes names and words out; what was done and when stays as numbers of nobody.</summary>
    void Forget();
}

/// <summary>What happens to the desk's rows when a child's entry is merged, split or erased.</summary>
internal static class CaseRows
{
    extension(LakudoDb db)
    {
        /// <summary>Moves the rows of one entry to another: all, or only those that were written for some entries.</summary>
        internal async Task FollowCases(Child from, Child to, IReadOnlySet<Guid>? writtenFor, CancellationToken ct)
        {
            foreach (var row in (await db.CasesOf([from.Id], ct)).Where(r => writtenFor?.Contains(r.WrittenFor) != false)) row.Follow(to.Id);
            foreach (var child in new[] { from, to })
            {
                // Tracked rows know where they stand now; the database does not yet.
                var known = db.ChangeTracker.Entries<StuntingDiagnosis>().Select(e => e.Entity).Concat(await db.StuntingDiagnoses.Where(d => d.ChildId == child.Id).ToListAsync(ct)).DistinctBy(d => d.Id);
                child.Diagnosed(known.Where(d => d.ChildId == child.Id && d.TakenBackAt is null).MaxBy(d => d.FoundOn));
                var leavings = db.ChangeTracker.Entries<Leaving>().Select(e => e.Entity).Concat(await db.Leavings.Where(l => l.ChildId == child.Id).ToListAsync(ct)).DistinctBy(l => l.Id);
                child.Left(leavings.Where(l => l.ChildId == child.Id && l.TakenBackAt is null).MaxBy(l => l.On)?.On);
            }
        }

        /// <summary>Takes the words out of the rows of children who are being erased.</summary>
        internal async Task ForgetCases(IReadOnlyCollection<Guid> children, CancellationToken ct)
        {
            foreach (var row in await db.CasesOf(children, ct)) row.Forget();
        }

        private async Task<IReadOnlyList<IFollowsChild>> CasesOf(IReadOnlyCollection<Guid> children, CancellationToken ct) =>
        [
            .. await db.StuntingDiagnoses.Where(r => children.Contains(r.ChildId)).ToListAsync(ct), .. await db.Referrals.Where(r => children.Contains(r.ChildId)).ToListAsync(ct),
            .. await db.ReferralAnswers.Where(r => children.Contains(r.ChildId)).ToListAsync(ct), .. await db.CaseClosings.Where(r => children.Contains(r.ChildId)).ToListAsync(ct),
            .. await db.Leavings.Where(r => children.Contains(r.ChildId)).ToListAsync(ct),
        ];
    }
}
