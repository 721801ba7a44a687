using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>The tables of applications and documents.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Application>(e =>
        {
            e.ToTable("applications_application");
            e.HasKey(a => new { a.RegionId, a.Id });
            e.Property(a => a.Number).HasMaxLength(40);
            e.Property(a => a.Defects).HasMaxLength(4000);
            e.Property(a => a.DecisionReason).HasMaxLength(1000);
            e.Property(a => a.OutsideReference).HasMaxLength(100);
            e.Property(a => a.DueCalendar).HasMaxLength(60);
            e.Property(a => a.Revision).IsConcurrencyToken();
            e.Ignore(a => a.Promise);
            e.HasIndex(a => new { a.RegionId, a.Number }).IsUnique();
            e.HasIndex(a => new { a.RegionId, a.NikFingerprint });
            e.HasIndex(a => new { a.RegionId, a.AgencyId, a.State });
            e.HasOne<Service>().WithMany().HasForeignKey(a => new { a.RegionId, a.ServiceId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<IssuedDocument>(e =>
        {
            e.ToTable("applications_document");
            e.HasKey(d => new { d.RegionId, d.Id });
            e.Property(d => d.Code).HasMaxLength(12);
            e.Property(d => d.ContentHash).HasMaxLength(64);
            e.Property(d => d.FileHash).HasMaxLength(64);
            e.Property(d => d.StoredName).HasMaxLength(32);
            e.Property(d => d.Level).HasMaxLength(10);
            e.Property(d => d.Certificate).HasMaxLength(64);
            e.Property(d => d.EndReason).HasMaxLength(1000);
            e.Property(d => d.Revision).IsConcurrencyToken();
            e.HasIndex(d => new { d.RegionId, d.Code }).IsUnique();
            e.HasIndex(d => new { d.RegionId, d.ServiceId, d.Year, d.Sequence }).IsUnique();
            e.HasIndex(d => new { d.RegionId, d.FileHash });
            e.HasOne<Application>().WithMany().HasForeignKey(d => new { d.RegionId, d.ApplicationId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<NumberRegister>(e =>
        {
            e.ToTable("applications_number_register");
            e.HasKey(r => new { r.RegionId, r.Series, r.Year });
        });
    }
}

/// <summary>How the module reaches its tables.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<Application> Applications => db.Set<Application>();

        internal DbSet<IssuedDocument> IssuedDocuments => db.Set<IssuedDocument>();

        internal DbSet<NumberRegister> NumberRegisters => db.Set<NumberRegister>();
    }
}
