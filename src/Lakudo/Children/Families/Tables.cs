using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Families;

/// <summary>The tables of what families get.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<FamilyCard>(e =>
        {
            e.ToTable("children_family_card").HasKey(c => new { c.RegionId, c.Id });
            e.HasIndex(c => new { c.RegionId, c.Token }).IsUnique();
            e.HasIndex(c => new { c.RegionId, c.ChildId });
        });
        model.Entity<FamilySession>(e =>
        {
            e.ToTable("children_family_session").HasKey(s => new { s.RegionId, s.Id });
            e.HasIndex(s => new { s.RegionId, s.CardId });
            e.HasIndex(s => new { s.RegionId, s.OpenedAt });
        });
        model.Entity<FamilyDoor>(e =>
        {
            e.ToTable("children_family_door").HasKey(d => new { d.RegionId, d.Key });
            // Two tries at once are counted one after the other, or somebody could try a hundred PINs in one moment.
            e.Property(d => d.Wrong).IsConcurrencyToken();
            e.HasIndex(d => new { d.RegionId, d.LastAt });
        });
    }
}

/// <summary>How the module reaches them.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<FamilyCard> FamilyCards => db.Set<FamilyCard>();

        internal DbSet<FamilySession> FamilySessions => db.Set<FamilySession>();

        internal DbSet<FamilyDoor> FamilyDoors => db.Set<FamilyDoor>();
    }
}
