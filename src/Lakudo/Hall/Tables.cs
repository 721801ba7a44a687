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
    }
}

/// <summary>How the hall reaches its tables.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<ServiceHall> Halls => db.Set<ServiceHall>();
    }
}
