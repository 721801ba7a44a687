using Lakudo.Children.Companions;
using Lakudo.Children.Network;
using Lakudo.Children.Personal;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Consent;

/// <summary>
/// The mother or guardian takes her consent back (UU 27/2022 art. 9, 25, 40): from this moment nobody reads, lists, counts or measures the child, phones forget it, and what they still send of it is not
/// kept. The record is erased by the rule <c>persetujuan-ditarik</c>; until then she may agree again. A backup restored meanwhile loses the child at once.
/// </summary>
public sealed class WithdrawConsent(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Whose.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="IsGuardian">Whether the officer checked that who asks is the mother or guardian.</param>
    /// <param name="Why">How she asked, for the journal; no personal data.</param>
    public sealed record Command(Guid Child, bool IsGuardian, string? Why);

    /// <summary>Withdraws. Refused with K-001, K-020, K-021, C-706, and C-005 for a child that is not in the caller's care or whose consent is withdrawn already.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.RecordConsent) is { } refusal) return refusal;
        if (!command.IsGuardian) return ConsentRefusals.NotChecked;
        var why = JournalReason.Read(command.Why);
        if (why.IsRefused) return why.Refusal;
        if (await db.ChildCaredForBy(caller, command.Child, clock.Now, token) is not { } child) return ChildrenRefusals.NoSuchChild;
        var (person, now) = (Person.OfRecord(RegisterNumber.Child, child.Id), clock.Now);
        await db.ForEachEntry(caller, person, c => c.WithdrawnAt is null, (c, change) => c.Withdraw(now, change), token);
        await db.EndCompanionshipsOf(caller, commit, now, [child.Id], CompanionshipEnding.ConsentWithdrawn, token);
        commit.Record(caller, new ConsentWithdrawn(child.Id), why.Value);
        commit.Publish(caller, new ErasureAhead(child.Id, person.Kind, person.Key, now));
        return new Done();
    }, ct);
}

/// <summary>The mother or guardian agrees again before the record was erased: it is as it was, and phones get it back.</summary>
public sealed class GiveConsentAgain(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Whose.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="IsGuardian">Whether the officer checked that who asks is the mother or guardian.</param>
    /// <param name="Why">How she agreed, for the journal; no personal data.</param>
    public sealed record Command(Guid Child, bool IsGuardian, string? Why);

    /// <summary>Takes it down. Refused with K-001, K-020, K-021, C-706, and C-705 where no consent is withdrawn in the caller's care.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.RecordConsent) is { } refusal) return refusal;
        if (!command.IsGuardian) return ConsentRefusals.NotChecked;
        var why = JournalReason.Read(command.Why);
        if (why.IsRefused) return why.Refusal;
        var now = clock.Now;
        if (await db.WithdrawnOf(caller, now).SingleOrDefaultAsync(c => c.Id == command.Child, token) is not { } child) return ConsentRefusals.NotWithdrawn;
        var worker = await db.WorkerOf(caller).Select(w => (Guid?)w.Id).FirstOrDefaultAsync(token);
        var person = Person.OfRecord(RegisterNumber.Child, child.Id);
        await db.ForEachEntry(caller, person, c => c.WithdrawnAt is not null, (c, change) => c.AgreeAgain(worker, now, change), token);
        commit.Record(caller, new ConsentGivenAgain(child.Id), why.Value);
        commit.Publish(caller, new ErasureTakenBack(child.Id, person.Kind, person.Key));
        return new Done();
    }, ct);
}

/// <summary>Whose consent is withdrawn, and all entries of one child.</summary>
internal static class ConsentReach
{
    extension(LakudoDb db)
    {
        /// <summary>Children in the caller's care whose consent is withdrawn and who are not erased yet.</summary>
        internal IQueryable<Child> WithdrawnOf(Caller caller, DateTime now)
        {
            var own = db.PosyanduOf(caller, now);
            return db.AllChildren.Where(c => c.WithdrawnAt != null && c.ErasedAt == null && own.Any(p => p.Id == c.PosyanduId));
        }

        /// <summary>Does something with a child's entry and those merged with it, and has the phones told.</summary>
        internal async Task ForEachEntry(Caller caller, Person person, Func<Child, bool> which, Action<Child, long> act, CancellationToken ct)
        {
            var entries = (await Family.Of(db, person, ct)).Children.Where(c => c.ErasedAt is null && which(c)).ToList();
            foreach (var place in entries.GroupBy(c => c.PosyanduId).OrderBy(g => g.Key))
            {
                var change = await db.NextChange(caller.Region, place.Key, ct);
                foreach (var entry in place) act(entry, change);
            }
        }
    }
}
