using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>The kernel's tables.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Region>(e =>
        {
            e.ToTable("kernel_region");
            e.HasKey(r => r.Id);
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Code).HasMaxLength(20);
            e.Property(r => r.Name).HasMaxLength(100);
            e.Property(r => r.Zone).HasMaxLength(60);
            e.Ignore(r => r.TimeZone);
        });
        model.Entity<Area>(e =>
        {
            e.ToTable("kernel_area");
            e.HasKey(a => new { a.RegionId, a.Id });
            e.Property(a => a.Code).HasMaxLength(20);
            e.Property(a => a.Name).HasMaxLength(100);
            e.HasIndex(a => new { a.RegionId, a.Code }).IsUnique();
        });
        model.Entity<JournalEntry>(e =>
        {
            e.ToTable("kernel_journal");
            e.HasKey(j => new { j.RegionId, j.Seq });
            e.Property(j => j.Seq).ValueGeneratedNever();
            e.HasIndex(j => new { j.RegionId, j.Subject });
            e.HasIndex(j => new { j.RegionId, j.Stream, j.StreamSeq }).IsUnique();
        });
        model.Entity<JournalHead>(e =>
        {
            e.ToTable("kernel_journal_head");
            e.HasKey(h => h.RegionId);
            e.Property(h => h.RegionId).ValueGeneratedNever();
        });
        model.Entity<StoredAnswer>(e =>
        {
            e.ToTable("kernel_stored_answer");
            e.HasKey(a => new { a.RegionId, a.CallerId, a.Key });
            e.Property(a => a.Key).HasMaxLength(200);
            e.HasIndex(a => a.At);
        });
        model.Entity<OutboxMessage>(e =>
        {
            e.ToTable("kernel_outbox");
            e.HasKey(m => new { m.RegionId, m.Id });
            e.HasIndex(m => new { m.DoneAt, m.DueAt });
        });
    }
}

/// <summary>How the kernel reaches its tables.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<Region> Regions => db.Set<Region>();

        internal DbSet<Area> Areas => db.Set<Area>();

        internal DbSet<JournalEntry> JournalEntries => db.Set<JournalEntry>();

        internal DbSet<JournalHead> JournalHeads => db.Set<JournalHead>();

        internal DbSet<StoredAnswer> StoredAnswers => db.Set<StoredAnswer>();

        internal DbSet<OutboxMessage> OutboxMessages => db.Set<OutboxMessage>();
    }
}
