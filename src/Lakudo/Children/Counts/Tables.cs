using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Counts;

/// <summary>The one table of the counts: who is of which village.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model) => model.Entity<VillageOffice>(e =>
    {
        e.ToTable("children_village_office").HasKey(o => new { o.RegionId, o.Id });
        e.Property(o => o.Name).HasMaxLength(PersonName.Longest);
        e.HasIndex(o => new { o.RegionId, o.AccountId });
        e.HasIndex(o => new { o.RegionId, o.VillageId });
    });
}

/// <summary>How it is reached.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<VillageOffice> VillageOffices => db.Set<VillageOffice>();
    }
}
