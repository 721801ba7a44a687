using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Households;

/// <summary>The tables of households.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Household>(e =>
        {
            e.ToTable("children_household").HasKey(h => new { h.RegionId, h.Id });
            e.HasIndex(h => new { h.RegionId, h.NumberFingerprint }).IsUnique().HasFilter("\"NumberFingerprint\" IS NOT NULL");
        });
        model.Entity<HouseholdStay>(e =>
        {
            e.ToTable("children_household_stay").HasKey(s => new { s.RegionId, s.Id });
            e.Ignore(s => s.Person);
            e.HasIndex(s => new { s.RegionId, s.HouseholdId });
            // Nobody belongs to two households: the database decides.
            e.HasIndex(s => new { s.RegionId, s.Kind, s.Subject }).IsUnique().HasFilter("\"Until\" IS NULL");
            e.HasIndex(s => new { s.RegionId, s.Subject, s.Kind, s.Since });
        });
        model.Entity<HouseholdCorrection>(e =>
        {
            e.ToTable("children_household_correction").HasKey(c => new { c.RegionId, c.Id });
            e.Property(c => c.Why).HasMaxLength(JournalReason.Longest);
            e.HasIndex(c => new { c.RegionId, c.HouseholdId });
        });
    }
}

/// <summary>How the module reaches them.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<Household> Households => db.Set<Household>();

        internal DbSet<HouseholdStay> HouseholdStays => db.Set<HouseholdStay>();

        internal DbSet<HouseholdCorrection> HouseholdCorrections => db.Set<HouseholdCorrection>();
    }
}
