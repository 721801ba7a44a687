using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Notifications;

/// <summary>The tables of notifications.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model) => model.Entity<ContactCode>(e =>
    {
        e.ToTable("notifications_contact_code");
        e.HasKey(c => new { c.RegionId, c.Id });
        e.Property(c => c.Tried).IsConcurrencyToken();
        e.HasIndex(c => new { c.RegionId, c.Contact, c.SentAt });
        e.HasIndex(c => new { c.RegionId, c.Address, c.SentAt });
    });
}

/// <summary>How notifications reach their tables.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<ContactCode> ContactCodes => db.Set<ContactCode>();
    }
}
