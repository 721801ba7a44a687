using Lakudo.Kernel;
using Lakudo.Privacy.Breaches;
using Lakudo.Privacy.Requests;
using Lakudo.Privacy.Retention;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy;

/// <summary>The tables of the module.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<SetPeriod>(e =>
        {
            e.ToTable("privacy_period");
            e.HasKey(p => new { p.RegionId, p.Rule });
            e.Property(p => p.Rule).HasMaxLength(40);
            e.Ignore(p => p.Period);
        });
        model.Entity<ConfirmedPlan>(e =>
        {
            e.ToTable("privacy_plan");
            e.HasKey(p => p.RegionId);
            e.Property(p => p.RegionId).ValueGeneratedNever();
            e.Property(p => p.Hash).HasMaxLength(64);
        });
        model.Entity<RetentionRun>(e =>
        {
            e.ToTable("privacy_run");
            e.HasKey(r => new { r.RegionId, r.Id });
            e.Property(r => r.Rule).HasMaxLength(40);
            e.HasIndex(r => new { r.RegionId, r.At });
        });
        model.Entity<DataRequest>(e =>
        {
            e.ToTable("privacy_request");
            e.HasKey(r => new { r.RegionId, r.Id });
            e.Property(r => r.Masked).HasMaxLength(60);
            e.Property(r => r.Outcome).HasMaxLength(200);
            e.Property(r => r.Revision).IsConcurrencyToken();
            e.Ignore(r => r.DueAt).Ignore(r => r.IsOpen);
            e.HasIndex(r => new { r.RegionId, r.ReceivedAt });
        });
        model.Entity<Erasure>(e =>
        {
            e.ToTable("privacy_erasure");
            e.HasKey(r => new { r.RegionId, r.Id });
        });
        model.Entity<Breach>(e =>
        {
            e.ToTable("privacy_breach");
            e.HasKey(b => new { b.RegionId, b.Id });
            e.Property(b => b.Activity).HasMaxLength(40);
            e.Property(b => b.SourceName).HasMaxLength(100);
            e.Property(b => b.CloseReason).HasMaxLength(200);
            e.Property(b => b.Revision).IsConcurrencyToken();
            e.Ignore(b => b.DueAt);
            e.HasIndex(b => new { b.RegionId, b.KnownAt });
        });
    }
}

/// <summary>How the module reaches its tables.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<SetPeriod> SetPeriods => db.Set<SetPeriod>();

        internal DbSet<ConfirmedPlan> ConfirmedPlans => db.Set<ConfirmedPlan>();

        internal DbSet<RetentionRun> RetentionRuns => db.Set<RetentionRun>();

        internal DbSet<DataRequest> DataRequests => db.Set<DataRequest>();

        internal DbSet<Erasure> Erasures => db.Set<Erasure>();

        internal DbSet<Breach> Breaches => db.Set<Breach>();
    }
}
