using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>Brings cadres, midwives and nutritionists in and says for whom each cares; many in one commit. A worker who is known already only gets the new assignments.</summary>
public sealed class AppointHealthWorkers(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>A health worker with her assignments: exactly one kind by her profession.</summary>
    /// <param name="Id">Made by whoever brings her (UUIDv7).</param>
    /// <param name="Profession">Cadre, midwife or nutritionist.</param>
    /// <param name="Name">Her name.</param>
    /// <param name="Account">By which she signs in; null for cadres.</param>
    /// <param name="Posyandu">A cadre's posyandu.</param>
    /// <param name="Villages">A midwife's villages.</param>
    /// <param name="Puskesmas">A nutritionist's puskesmas.</param>
    public sealed record Row(Guid Id, Profession Profession, string Name, Guid? Account = null, IReadOnlyList<Guid>? Posyandu = null, IReadOnlyList<int>? Villages = null, IReadOnlyList<int>? Puskesmas = null);

    /// <summary>Whom.</summary>
    public sealed record Command(IReadOnlyList<Row> Workers);

    /// <summary>How many assignments are new. Refused with C-004 where profession and assignment do not fit, an account is missing or a place is unknown; K-001 to others than the region's admin.</summary>
    public Task<Outcome<int>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<int>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        var now = clock.Now;
        var posyandu = await db.Posyandu.Where(p => p.ClosedAt == null).Select(p => p.Id).ToHashSetAsync(token);
        var puskesmas = await db.Puskesmas.Where(p => p.ClosedAt == null).Select(p => p.Id).ToHashSetAsync(token);
        var villages = await db.Areas.Where(a => a.Level != AreaLevel.District).Select(a => a.Id).ToHashSetAsync(token);
        var ids = command.Workers.Select(w => w.Id).ToHashSet();
        var known = await db.HealthWorkers.Where(w => ids.Contains(w.Id)).Select(w => w.Id).ToHashSetAsync(token);
        var held = (await db.CareAssignments.Where(a => ids.Contains(a.WorkerId) && (a.Until == null || a.Until > now)).Select(a => new { a.WorkerId, a.PosyanduId, a.VillageId, a.PuskesmasId }).ToListAsync(token))
            .Select(a => (a.WorkerId, a.PosyanduId, a.VillageId, a.PuskesmasId)).ToHashSet();
        var added = 0;
        foreach (var worker in command.Workers)
        {
            var (own, areas, centres) = (worker.Posyandu ?? [], worker.Villages ?? [], worker.Puskesmas ?? []);
            var fits = worker.Profession switch
            {
                Profession.Cadre => areas.Count + centres.Count == 0 && worker.Account is null,
                Profession.Midwife => own.Count + centres.Count == 0 && worker.Account is not null,
                Profession.Nutritionist => own.Count + areas.Count == 0 && worker.Account is not null,
                _ => false,
            };
            if (!fits || PersonName.Read(worker.Name).IsRefused || !own.All(posyandu.Contains) || !areas.All(villages.Contains) || !centres.All(puskesmas.Contains)) return ChildrenRefusals.AssignmentWrong;
            if (known.Add(worker.Id)) db.HealthWorkers.Add(new HealthWorker(caller.Region, worker.Id, worker.Profession, PersonName.Read(worker.Name).Value, worker.Account));
            foreach (var place in own.Select(p => ((Guid?)p, (int?)null, (int?)null)).Concat(areas.Select(v => ((Guid?)null, (int?)v, (int?)null))).Concat(centres.Select(c => ((Guid?)null, (int?)null, (int?)c))))
            {
                if (!held.Add((worker.Id, place.Item1, place.Item2, place.Item3))) continue;
                db.CareAssignments.Add(new CareAssignment(caller.Region, Ids.New(clock), worker.Id, place.Item1, place.Item2, place.Item3, now));
                added++;
            }

            commit.Record(caller, new HealthWorkerAppointed(worker.Id, worker.Profession, own.Count + areas.Count + centres.Count));
        }

        return added;
    }, ct);
}
