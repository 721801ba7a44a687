using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>The kecamatan and villages of a region.</summary>
public sealed class AreaList(LakudoDb db)
{
    /// <summary>An area.</summary>
    /// <param name="Id">Its number within the region.</param>
    /// <param name="Level">Kecamatan, desa or kelurahan.</param>
    /// <param name="Parent">A village's kecamatan.</param>
    /// <param name="Code">Kemendagri code.</param>
    /// <param name="Name">The name.</param>
    public sealed record Row(int Id, AreaLevel Level, int? Parent, string Code, string Name);

    /// <summary>By code. Refused with K-001 to others than the region's admin.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, CancellationToken ct = default) =>
        db.MayNot(caller, Act.ManageRegion) is { } refusal
            ? refusal
            : (await db.Areas.AsNoTracking().OrderBy(a => a.Code).Select(a => new Row(a.Id, a.Level, a.ParentId, a.Code, a.Name)).ToListAsync(ct)).ToImmutableArray();
}
