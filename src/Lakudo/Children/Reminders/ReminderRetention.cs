using Lakudo.Children.Consent;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reminders;

/// <summary>Reminders of long ago: that a family was written to is of use for a few months only.</summary>
internal sealed class RetainReminders(LakudoDb db) : IRetention
{
    public string Rule => "pengingat-posyandu";

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await db.Reminders.CountAsync(r => r.WrittenAt < before, ct), await db.Reminders.CountAsync(ct), await db.Reminders.Where(r => r.WrittenAt >= before).MinAsync(r => (DateTime?)r.WrittenAt, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await db.Reminders.Where(r => r.WrittenAt < before).OrderBy(r => r.WrittenAt).Take(most).ToListAsync(ct);
        db.Reminders.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}

/// <summary>Contacts that families took back, of which only when is left, and those of families whose children have all turned five.</summary>
internal sealed class RetainReminderContacts(LakudoDb db) : IRetention
{
    private const int Years = 5;

    public string Rule => "kontak-pengingat";

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await Old(before).CountAsync(ct), await db.ReminderContacts.CountAsync(ct), await db.ReminderContacts.Where(c => c.EndedAt >= before).MinAsync(c => c.EndedAt, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await Old(before).OrderBy(c => c.ConsentAt).Take(most).ToListAsync(ct);
        db.ReminderContacts.RemoveRange(old);
        return Erased.Of(old.Count);
    }

    private IQueryable<ReminderContact> Old(DateTime before)
    {
        var (children, day) = (db.AllChildren, DateOnly.FromDateTime(before).AddYears(-Years));
        return db.ReminderContacts.Where(c => c.EndedAt < before || (c.EndedAt == null && !children.Any(a => a.RegionId == c.RegionId && a.MotherId == c.MotherId && a.Birth >= day)));
    }
}

/// <summary>What goes with children who are taken out of the register.</summary>
internal static class ForgottenReminders
{
    extension(LakudoDb db)
    {
        /// <summary>Deletes contact and reminders of families of whom no child is left. Called before the children are taken from their mothers.</summary>
        internal async Task ForgetReminders(IReadOnlyCollection<Guid> mothers, IReadOnlyCollection<Guid> children, CancellationToken ct)
        {
            var others = db.AllChildren;
            var gone = mothers.Where(m => m != Guid.Empty).ToList();
            db.ReminderContacts.RemoveRange(await db.ReminderContacts.Where(c => gone.Contains(c.MotherId) && !others.Any(o => o.MotherId == c.MotherId && o.ErasedAt == null && !children.Contains(o.Id))).ToListAsync(ct));
            db.Reminders.RemoveRange(await db.Reminders.Where(r => gone.Contains(r.MotherId) && !others.Any(o => o.MotherId == r.MotherId && o.ErasedAt == null && !children.Contains(o.Id))).ToListAsync(ct));
        }
    }
}
