using Lakudo.Applications.Files;
using Lakudo.Applications.Officials;
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
            e.Property(a => a.DueReason).HasMaxLength(2000);
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
        model.Entity<ApplicationFile>(e =>
        {
            e.ToTable("applications_file");
            e.HasKey(f => new { f.RegionId, f.Id });
            e.Property(f => f.StoredName).HasMaxLength(32);
            e.Property(f => f.Hash).HasMaxLength(64);
            e.HasIndex(f => new { f.RegionId, f.ApplicationId });
            e.HasOne<Application>().WithMany().HasForeignKey(f => new { f.RegionId, f.ApplicationId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SigningOfficial>(e =>
        {
            e.ToTable("applications_official");
            e.HasKey(o => new { o.RegionId, o.AccountId, o.AgencyId });
            e.Property(o => o.Position).HasMaxLength(200);
            e.Property(o => o.Name).HasMaxLength(200);
            e.Property(o => o.Nip).HasMaxLength(30);
            e.Property(o => o.Rank).HasMaxLength(100);
            e.Ignore(o => o.Signatory);
        });
        model.Entity<AgencyLetterhead>(e =>
        {
            e.ToTable("applications_letterhead");
            e.HasKey(l => new { l.RegionId, l.AgencyId });
            e.Property(l => l.Address).HasMaxLength(300);
            e.Property(l => l.Place).HasMaxLength(100);
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

        internal DbSet<ApplicationFile> ApplicationFiles => db.Set<ApplicationFile>();

        internal DbSet<SigningOfficial> SigningOfficials => db.Set<SigningOfficial>();

        internal DbSet<AgencyLetterhead> AgencyLetterheads => db.Set<AgencyLetterhead>();

        internal DbSet<NumberRegister> NumberRegisters => db.Set<NumberRegister>();
    }
}
