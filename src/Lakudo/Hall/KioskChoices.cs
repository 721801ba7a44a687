using Lakudo.Hall.Live;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>What a kiosk offers: the lines of today with how many wait.</summary>
public sealed class KioskChoices
{
    private readonly LakudoDb _db;
    private readonly HallDesk _desk;
    private readonly HallMirrors _mirrors;

    internal KioskChoices(LakudoDb db, HallDesk desk, HallMirrors mirrors) => (_db, _desk, _mirrors) = (db, desk, mirrors);

    /// <summary>A line.</summary>
    public sealed record LineRow(int Id, string Code, string Name, bool IsOpen, int Waiting);

    /// <summary>The rule the kiosk tells those who ask for priority; null before the day was opened.</summary>
    public async Task<FairnessRule?> Rule(Caller caller, int hall, CancellationToken ct = default)
    {
        var (key, _) = await _desk.Today(caller.Region, hall, ct);
        return FairnessRule.Of(await _mirrors.Get(key, ct));
    }

    /// <summary>The hall's lines in order of their numbers; all closed while the day is not open.</summary>
    public async Task<IReadOnlyList<LineRow>> Run(Caller caller, int hall, CancellationToken ct = default)
    {
        var (key, _) = await _desk.Today(caller.Region, hall, ct);
        var day = await _mirrors.Get(key, ct);
        var lines = await _db.As(caller).Lines.AsNoTracking().Where(l => l.HallId == hall).OrderBy(l => l.Id).ToListAsync(ct);
        return [.. lines.Select(l => new LineRow(l.Id, l.Code, l.Name, l.IsOpen && day.IsOpen, day.Lines.TryGetValue(l.Id, out var state) ? state.WaitingCount : 0))];
    }
}
