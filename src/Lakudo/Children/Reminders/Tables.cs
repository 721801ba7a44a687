using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reminders;

/// <summary>The tables of reminders.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ReminderContact>(e =>
        {
            e.ToTable("children_reminder_contact").HasKey(c => new { c.RegionId, c.MotherId });
            e.HasIndex(c => new { c.RegionId, c.Fingerprint });
        });
        model.Entity<Reminder>(e =>
        {
            e.ToTable("children_reminder").HasKey(r => new { r.RegionId, r.Id });
            e.Ignore(r => r.NeverLeft);
            e.Ignore(r => r.MayHaveLeft);
            // One that is being handed over is not written for another day in the same moment.
            e.Property(r => r.HandedAt).IsConcurrencyToken();
            // Two nodes, a run that is repeated, a run that was killed: a family never gets a second message in a month.
            e.HasIndex(r => new { r.RegionId, r.MotherId, r.Month }).IsUnique();
            e.HasIndex(r => new { r.RegionId, r.PosyanduId, r.Day });
            // Few wait; the sender reads these alone.
            e.HasIndex(r => new { r.RegionId, r.DueAt }).HasFilter("\"DueAt\" IS NOT NULL");
        });
    }
}

/// <summary>How the module reaches them.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<ReminderContact> ReminderContacts => db.Set<ReminderContact>();

        internal DbSet<Reminder> Reminders => db.Set<Reminder>();
    }
}
