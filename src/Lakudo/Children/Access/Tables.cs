using Lakudo.Children.Phones;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Access;

/// <summary>The access log has no tables: it reads the journal. It only needs the batches of a posyandu found quickly.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model) => model.Entity<ReceivedBatch>(e => e.HasIndex(b => new { b.RegionId, b.PosyanduId, b.ReceivedAt }));
}
