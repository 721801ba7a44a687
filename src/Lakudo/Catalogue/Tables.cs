using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Catalogue;

/// <summary>The catalogue's tables.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Agency>(e =>
        {
            e.ToTable("catalogue_agency");
            e.HasKey(a => new { a.RegionId, a.Id });
            e.Property(a => a.Code).HasMaxLength(60);
            e.Property(a => a.Name).HasMaxLength(200);
            e.Property(a => a.ShortName).HasMaxLength(60);
            e.Property(a => a.Kind).HasMaxLength(20);
            e.HasIndex(a => new { a.RegionId, a.Code }).IsUnique();
            e.HasIndex(a => new { a.RegionId, a.Name }).IsUnique();
        });
        model.Entity<Service>(e =>
        {
            e.ToTable("catalogue_service");
            e.HasKey(s => new { s.RegionId, s.Id });
            e.Property(s => s.Code).HasMaxLength(20);
            e.Property(s => s.Name).HasMaxLength(200);
            e.Property(s => s.Category).HasMaxLength(100);
            e.Property(s => s.Confidence).HasMaxLength(10);
            e.Property(s => s.Decree).HasMaxLength(200);
            e.Property(s => s.Revision).IsConcurrencyToken();
            e.Ignore(s => s.Promise).Ignore(s => s.Fields).Ignore(s => s.IsPublic);
            e.HasIndex(s => new { s.RegionId, s.Code }).IsUnique();
            e.HasOne<Agency>().WithMany().HasForeignKey(s => new { s.RegionId, s.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Requirement>(e =>
        {
            e.ToTable("catalogue_requirement");
            e.HasKey(r => new { r.RegionId, r.Id });
            e.Property(r => r.Text).HasMaxLength(500);
            e.HasOne<Service>().WithMany().HasForeignKey(r => new { r.RegionId, r.ServiceId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StandardText>(e =>
        {
            e.ToTable("catalogue_standard_text");
            e.HasKey(t => new { t.RegionId, t.ServiceId, t.Part });
            e.HasOne<Service>().WithMany().HasForeignKey(t => new { t.RegionId, t.ServiceId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CatalogueRevision>(e =>
        {
            e.ToTable("catalogue_revision");
            e.HasKey(r => r.RegionId);
            e.Property(r => r.RegionId).ValueGeneratedNever();
        });
    }
}

/// <summary>How the catalogue reaches its tables.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<Agency> Agencies => db.Set<Agency>();

        internal DbSet<Service> Services => db.Set<Service>();

        internal DbSet<Requirement> Requirements => db.Set<Requirement>();

        internal DbSet<StandardText> StandardTexts => db.Set<StandardText>();

        internal DbSet<CatalogueRevision> CatalogueRevisions => db.Set<CatalogueRevision>();
    }
}
