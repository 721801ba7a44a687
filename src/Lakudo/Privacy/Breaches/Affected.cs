using System.Text.Json;
using Lakudo.Hall;
using Lakudo.Hall.Setup;
using Lakudo.Identity;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Breaches;

/// <summary>Works out who was affected, from the journal of what was opened and from what lay open. The database must see the caller's region already.</summary>
internal sealed class Affected(LakudoDb db, IEnumerable<IExposure> modules)
{
    internal async Task<IReadOnlyList<Exposed>> Of(Breach breach, CancellationToken ct)
    {
        var accounts = breach.Source switch
        {
            BreachSource.Account => [breach.SourceId!.Value],
            BreachSource.Device => await UsersOf(breach, ct),
            _ => (IReadOnlyList<Guid>)[],
        };
        var isStore = breach.Source is BreachSource.Store;
        var scope = new BreachScope(isStore, accounts, isStore ? new(true, []) : await Sight(accounts, breach, ct), breach.Activity, breach.From, breach.Until);
        var found = new List<Exposed>();
        foreach (var module in modules) found.AddRange(await module.Of(scope, ct));
        return [.. found.OrderByDescending(f => f.Certain).ThenBy(f => f.Since).ThenBy(f => f.Reference, StringComparer.Ordinal)];
    }

    /// <summary>What accounts could see by the roles they held in the span, beside what is journaled when it is opened.</summary>
    private async Task<SeenBy> Sight(IReadOnlyList<Guid> accounts, Breach breach, CancellationToken ct)
    {
        var readers = Permissions.For(Act.ReadApplications);
        var held = await db.HeldRoles.AsNoTracking().Where(r => accounts.Contains(r.AccountId) && r.From <= breach.Until && (r.Until == null || r.Until > breach.From)).ToListAsync(ct);
        var seeing = held.Where(r => readers.Contains(r.Role)).ToList();
        return new(seeing.Any(r => r.AgencyId is null), [.. seeing.Select(r => r.AgencyId).OfType<int>().Distinct()]);
    }

    /// <summary>The device itself, and whoever worked at its counter: a counter that was opened before the span may still have been open in it, so a day more is read.</summary>
    private async Task<IReadOnlyList<Guid>> UsersOf(Breach breach, CancellationToken ct)
    {
        var device = await db.Devices.AsNoTracking().SingleOrDefaultAsync(d => d.Id == breach.SourceId, ct);
        if (device is not { Kind: DeviceKind.Counter, Counter: { } counter }) return [breach.SourceId!.Value];
        var (hall, from, region) = ($"hall/{device.HallId}/", breach.From.AddDays(-1), device.RegionId);
        var opened = await db.JournalEntries.AsNoTracking()
            .Where(e => e.RegionId == region && e.Fact == "CounterOpened" && e.At >= from && e.At <= breach.Until && e.Stream != null && e.Stream.StartsWith(hall)).Select(e => e.Data).ToListAsync(ct);
        return [device.Id, .. opened.Select(Opening).Where(o => o.Counter == counter).Select(o => o.Clerk).Distinct()];
    }

    private static (int Counter, Guid Clerk) Opening(string data)
    {
        using var json = JsonDocument.Parse(data);
        return (json.RootElement.GetProperty("Counter").GetInt32(), json.RootElement.GetProperty("Clerk").GetGuid());
    }
}
