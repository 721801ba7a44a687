using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Companions;

/// <summary>The tables of families entrusted to companions and of the companions' visits.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Companionship>(e =>
        {
            e.ToTable("children_companionship").HasKey(c => new { c.RegionId, c.Id });
            e.Property(c => c.Words).HasMaxLength(CompanionVisit.Longest);
            e.HasIndex(c => new { c.RegionId, c.AccountId });
            // Of two who entrust one family to the same companion at once, one decides after the other.
            e.HasIndex(c => new { c.RegionId, c.MotherId, c.OfficeId }).HasFilter("\"EndedAt\" IS NULL").IsUnique();
            e.HasIndex(c => new { c.RegionId, c.MotherId });
        });
        model.Entity<CompanionVisit>(e =>
        {
            e.ToTable("children_companion_visit").HasKey(v => new { v.RegionId, v.Id });
            e.Property(v => v.Words).HasMaxLength(CompanionVisit.Longest);
            e.HasIndex(v => new { v.RegionId, v.CompanionshipId });
        });
    }
}

/// <summary>How the module reaches them.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<Companionship> Companionships => db.Set<Companionship>();

        internal DbSet<CompanionVisit> CompanionVisits => db.Set<CompanionVisit>();
    }
}
