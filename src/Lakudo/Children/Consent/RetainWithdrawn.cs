using Lakudo.Children.Personal;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Consent;

/// <summary>Children whose mother took her consent back and did not agree again (UU 27/2022 art. 43).</summary>
internal sealed class RetainWithdrawn(LakudoDb db, Clock clock) : IRetention
{
    public string Rule => "persetujuan-ditarik";

    private IQueryable<Child> Held => db.AllChildren.Where(c => c.WithdrawnAt != null && c.ErasedAt == null);

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await Held.CountAsync(c => c.WithdrawnAt < before, ct), await Held.CountAsync(ct), await Held.Where(c => c.WithdrawnAt >= before).MinAsync(c => c.WithdrawnAt, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await Held.Where(c => c.WithdrawnAt < before).OrderBy(c => c.WithdrawnAt).ThenBy(c => c.Id).Take(most).ToListAsync(ct);
        return await db.Forget(old, [], clock.Now, ct) with { Rows = old.Count };
    }
}
