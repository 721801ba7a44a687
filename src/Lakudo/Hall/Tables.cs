using Lakudo.Hall.Live;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>The hall's tables.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ServiceHall>(e =>
        {
            e.ToTable("hall_hall");
            e.HasKey(h => new { h.RegionId, h.Id });
            e.Property(h => h.Slug).HasMaxLength(60);
            e.Property(h => h.Name).HasMaxLength(100);
            e.Property(h => h.Address).HasMaxLength(300);
            e.HasIndex(h => h.Id).IsUnique();
            e.HasIndex(h => h.Slug).IsUnique();
        });
        MapSetup(model);
        model.Entity<HallDayRow>(e =>
        {
            e.ToTable("hall_day");
            e.HasKey(d => new { d.RegionId, d.HallId, d.Day });
        });
        model.Entity<TicketRow>(e =>
        {
            e.ToTable("hall_ticket");
            e.HasKey(t => new { t.RegionId, t.Id });
            e.Property(t => t.Label).HasMaxLength(20);
            e.HasIndex(t => new { t.RegionId, t.HallId, t.Day, t.Series, t.Number }).IsUnique();
            // Called or being served: a counter holds one ticket at most.
            e.HasIndex(t => new { t.RegionId, t.HallId, t.Day, t.Counter }).IsUnique().HasFilter("\"State\" IN (3, 4)");
        });
        model.Entity<Device>(e =>
        {
            e.ToTable("hall_device");
            e.HasKey(d => new { d.RegionId, d.Id });
            e.Property(d => d.Name).HasMaxLength(60);
            e.HasIndex(d => d.TokenHash).IsUnique();
            e.HasIndex(d => d.CodeHash);
        });
    }

    private static void MapSetup(ModelBuilder model)
    {
        model.Entity<Zone>(e =>
        {
            e.ToTable("hall_zone");
            e.HasKey(z => new { z.RegionId, z.HallId, z.Id });
            e.Property(z => z.Name).HasMaxLength(60);
        });
        model.Entity<Line>(e =>
        {
            e.ToTable("hall_line");
            e.HasKey(l => new { l.RegionId, l.HallId, l.Id });
            e.Property(l => l.Code).HasMaxLength(6);
            e.Property(l => l.Name).HasMaxLength(100);
            e.HasIndex(l => new { l.RegionId, l.HallId, l.Code }).IsUnique();
            e.HasMany(l => l.Services).WithOne().HasForeignKey(s => new { s.RegionId, s.HallId, s.LineId });
        });
        model.Entity<LineService>(e =>
        {
            e.ToTable("hall_line_service");
            e.HasKey(s => new { s.RegionId, s.HallId, s.ServiceId });
        });
        model.Entity<Counter>(e =>
        {
            e.ToTable("hall_counter");
            e.HasKey(c => new { c.RegionId, c.HallId, c.Id });
            e.Property(c => c.Code).HasMaxLength(10);
            e.HasIndex(c => new { c.RegionId, c.HallId, c.Code }).IsUnique();
            e.HasMany(c => c.Lines).WithOne().HasForeignKey(l => new { l.RegionId, l.HallId, l.CounterId });
        });
        model.Entity<CounterLine>(e =>
        {
            e.ToTable("hall_counter_line");
            e.HasKey(l => new { l.RegionId, l.HallId, l.CounterId, l.LineId });
        });
        model.Entity<HallHours>(e =>
        {
            e.ToTable("hall_hours");
            e.HasKey(h => new { h.RegionId, h.HallId, h.Weekday });
        });
        model.Entity<HallBreak>(e =>
        {
            e.ToTable("hall_break");
            e.HasKey(b => new { b.RegionId, b.HallId, b.Weekday, b.From });
        });
        model.Entity<HallRules>(e =>
        {
            e.ToTable("hall_rules");
            e.HasKey(r => new { r.RegionId, r.HallId });
            e.Ignore(r => r.ForDay);
        });
        model.Entity<ServiceStatus>(e =>
        {
            e.ToTable("hall_service_status");
            e.HasKey(s => new { s.RegionId, s.HallId, s.ServiceId });
        });
    }
}

/// <summary>How the hall reaches its tables.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<ServiceHall> Halls => db.Set<ServiceHall>();

        internal DbSet<Zone> Zones => db.Set<Zone>();

        internal DbSet<Line> Lines => db.Set<Line>();

        internal DbSet<LineService> LineServices => db.Set<LineService>();

        internal DbSet<Counter> Counters => db.Set<Counter>();

        internal DbSet<HallHours> HallHours => db.Set<HallHours>();

        internal DbSet<HallBreak> HallBreaks => db.Set<HallBreak>();

        internal DbSet<HallRules> HallRules => db.Set<HallRules>();

        internal DbSet<ServiceStatus> ServiceStatuses => db.Set<ServiceStatus>();

        internal DbSet<HallDayRow> HallDays => db.Set<HallDayRow>();

        internal DbSet<TicketRow> Tickets => db.Set<TicketRow>();

        internal DbSet<Device> Devices => db.Set<Device>();
    }
}
