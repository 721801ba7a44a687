using Lakudo.Children.Cases;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Pregnancies;

/// <summary>The tables of how pregnancies ended.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<PregnancyEnding>(e =>
        {
            e.ToTable("children_pregnancy_ending").HasKey(x => new { x.RegionId, x.Id });
            e.Property(x => x.Note).HasMaxLength(CaseText.Short);
            e.Property(x => x.TakenBackReason).HasMaxLength(CaseText.Short);
            // Two midwives who say it at the same moment: the second is told that it has ended.
            e.HasIndex(x => new { x.RegionId, x.PregnancyId }).IsUnique().HasFilter("\"TakenBackAt\" IS NULL");
        });
        model.Entity<BornChild>(e => e.ToTable("children_pregnancy_child").HasKey(x => new { x.RegionId, x.PregnancyId, x.ChildId }));
    }
}

/// <summary>How the module reaches them.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<PregnancyEnding> PregnancyEndings => db.Set<PregnancyEnding>();

        internal DbSet<BornChild> BornChildren => db.Set<BornChild>();
    }
}
