using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Consent;

/// <summary>The tables of consent, and the filter by which a child whose consent was withdrawn is nowhere to be seen until it is erased or the mother agrees again.</summary>
internal sealed class Tables : ITables
{
    /// <summary>The filter's name.</summary>
    internal const string Filter = "consent";

    public void Map(ModelBuilder model)
    {
        model.Entity<Child>().HasQueryFilter(Filter, c => c.WithdrawnAt == null || c.ErasedAt != null);
        model.Entity<ChildCorrection>(e =>
        {
            e.ToTable("children_correction").HasKey(c => new { c.RegionId, c.Id });
            e.Property(c => c.Why).HasMaxLength(JournalReason.Longest);
            e.HasIndex(c => new { c.RegionId, c.ChildId });
        });
    }
}

/// <summary>How the module reaches its tables.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<ChildCorrection> ChildCorrections => db.Set<ChildCorrection>();

        /// <summary>Children with those whose consent was withdrawn: for intake, erasure and the record of consent itself, and for nothing else.</summary>
        internal IQueryable<Child> AllChildren => db.Set<Child>().IgnoreQueryFilters([Tables.Filter]);
    }
}
