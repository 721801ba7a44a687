using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>What was carried to the puskesmas by file or QR, newest first.</summary>
public sealed class HandOverList(LakudoDb db, Clock clock)
{
    /// <summary>How many are shown.</summary>
    public const int Most = 50;

    /// <summary>A hand-over.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="At">When it first came, UTC.</param>
    /// <param name="LastAt">When it last came, UTC.</param>
    /// <param name="Times">How often.</param>
    /// <param name="Way">How.</param>
    /// <param name="Posyandu">The posyandu.</param>
    /// <param name="PosyanduName">Its name.</param>
    /// <param name="Cadre">Whose phone.</param>
    /// <param name="By">The health worker who took it; null where that was another.</param>
    /// <param name="Measurements">Measurements entered.</param>
    /// <param name="Doubled">Measurements that were here before.</param>
    /// <param name="Conflicts">Of those entered, beside another.</param>
    /// <param name="Refused">Entries that could not be entered.</param>
    /// <param name="Unopened">Boxes that did not open.</param>
    /// <param name="Receipt">The code for the cadre; null where there is none.</param>
    public sealed record Row(Guid Id, DateTime At, DateTime LastAt, int Times, HandOverWay Way, Guid Posyandu, string PosyanduName, string Cadre, string? By, int Measurements, int Doubled, int Conflicts, int Refused, int Unopened, string? Receipt);

    /// <summary>Those of the caller's own posyandu; numbers only, so nothing is journaled. Refused with K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ManagePhones) is { } refusal) return refusal;
        var own = db.PosyanduOf(caller, clock.Now);
        var rows = await (from h in db.TakenHandOvers.AsNoTracking()
                          join p in own on h.PosyanduId equals p.Id
                          join w in db.HealthWorkers on h.WorkerId equals w.Id
                          orderby h.LastAt descending, h.Id
                          select new { HandOver = h, Posyandu = p.Name, Cadre = w.Name }).Take(Most).ToListAsync(ct);
        var names = await db.NamesOf(rows.Select(row => row.HandOver.By), ct);
        return ImmutableArray.CreateRange(rows.Select(row => Of(row.HandOver, row.Posyandu, row.Cadre, row.HandOver.By is { } by ? names.GetValueOrDefault(by) : null)));
    }

    private static Row Of(TakenHandOver h, string posyandu, string cadre, string? by) =>
        new(h.Id, h.At, h.LastAt, h.Times, h.Way, h.PosyanduId, posyandu, cadre, by, h.Measurements, h.Doubled, h.Conflicts, h.Refused, h.Unopened, h.Receipt);
}
