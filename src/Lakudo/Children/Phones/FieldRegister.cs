using Lakudo.Children.Cases;
using Lakudo.Children.Consent;
using Lakudo.Children.Measuring;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>A posyandu's register as a phone may have it: no NIK, the last months only.</summary>
internal sealed class FieldRegister(LakudoDb db)
{
    /// <summary>What changed after a cursor; everything for -1.</summary>
    public async Task<PosyanduData> Since(Guid posyandu, long since, AskChanges asked, FieldPosyandu place, int months, DateOnly today, CancellationToken ct)
    {
        // Who turned five is no longer measured here.
        var (oldest, first) = (today.AddMonths(-61), today.AddMonths(-months));
        var whole = (asked.Whole ?? []).ToHashSet();
        var older = asked.KeepsOlder && since >= 0 ? new OlderHistory(first, today.AddDays(-OlderHistory.RecentDays)) : null;
        var children = await (from c in db.Children.AsNoTracking()
                              join m in db.Mothers on c.MotherId equals m.Id
                              where c.PosyanduId == posyandu && (c.Change > since || whole.Contains(c.Id)) && c.MergedInto == null && c.ErasedAt == null && c.LeftOn == null && c.Birth > oldest
                              orderby c.NameNormalised, c.Id
                              select new { Child = c, Mother = m.Name }).ToListAsync(ct);
        var measurements = await (from m in db.Measurements.AsNoTracking()
                                  join c in db.Children on m.ChildId equals c.Id
                                  where c.PosyanduId == posyandu && (c.Change > since || whole.Contains(c.Id)) && c.MergedInto == null && c.ErasedAt == null && c.LeftOn == null && c.Birth > oldest && (m.Day >= first || m.State == MeasurementState.InQuestion)
                                  orderby m.Day, m.Id
                                  select new { m.ChildId, m.Id, m.Day, m.Weight, m.Height, m.Position, m.Head, m.Arm, m.HasOedema, m.State, IsConfirmed = m.Validation == Validation.Kept }).ToListAsync(ct);
        var services = await (from s in db.GivenServices.AsNoTracking()
                              join c in db.Children on s.ChildId equals c.Id
                              where c.PosyanduId == posyandu && (c.Change > since || whole.Contains(c.Id)) && c.MergedInto == null && c.ErasedAt == null && c.LeftOn == null && c.Birth > oldest
                              orderby s.Day, s.At, s.Id
                              select new { s.ChildId, s.Day, s.Kind, s.Yes, s.Detail }).ToListAsync(ct);
        var referred = await Referrals(posyandu, since, whole, ct);
        var measured = measurements.ToLookup(m => m.ChildId, m => new PastMeasurement
        {
            Id = m.Id,
            Day = m.Day,
            Weight = m.Weight,
            Height = m.Height,
            Position = m.Position,
            Head = m.Head,
            Arm = m.Arm,
            HasOedema = m.HasOedema,
            State = m.State,
            IsConfirmed = m.IsConfirmed,
        });
        var given = services.ToLookup(s => s.ChildId, s => new PastService(s.Day, s.Kind, s.Yes, s.Detail));
        return new PosyanduData
        {
            Cursor = "",
            Clock = default,
            Posyandu = place,
            Older = older,
            Children = [.. children.Select(c => new FieldChild
            {
                Id = c.Child.Id, Name = c.Child.Name, Sex = c.Child.Sex, Birth = c.Child.Birth, MotherName = c.Mother, Address = c.Child.Address, BirthOrder = c.Child.BirthOrder,
                BirthWeight = c.Child.BirthWeight, BirthLength = c.Child.BirthLength, Stunting = c.Child.Stunting, RemeasureReason = c.Child.RemeasureReason, Referral = referred.GetValueOrDefault(c.Child.Id),
            }).Select(c => older is null || whole.Contains(c.Id)
                ? c with { Measurements = [.. measured[c.Id]], Services = [.. given[c.Id]] }
                : c with
                {
                    Older = older.Mark(measured[c.Id], given[c.Id]),
                    Measurements = [.. measured[c.Id].Where(m => !older.Holds(m))],
                    Services = [.. given[c.Id].Where(s => !older.Holds(s))],
                })],
            Pregnancies = await Pregnancies(posyandu, since, ct),
            Gone = since < 0 ? [] : await Gone(posyandu, since, oldest, ct),
        };
    }

    /// <summary>The open referral of each of these children, the last where a merge brought two together.</summary>
    private async Task<Dictionary<Guid, FieldReferral>> Referrals(Guid posyandu, long since, HashSet<Guid> whole, CancellationToken ct)
    {
        var open = await (from r in db.Referrals.AsNoTracking()
                          join c in db.Children on r.ChildId equals c.Id
                          where r.EndedAt == null && c.PosyanduId == posyandu && (c.Change > since || whole.Contains(c.Id))
                          orderby r.At, r.Id
                          select new { r.Id, r.ChildId, r.On, r.To }).ToListAsync(ct);
        if (open.Count == 0) return [];
        var ids = open.Select(r => r.Id).ToHashSet();
        var answers = (await db.ReferralAnswers.AsNoTracking().Where(a => ids.Contains(a.ReferralId)).OrderBy(a => a.At).Select(a => new { a.ReferralId, a.Arrived, a.ComeBackOn }).ToListAsync(ct)).ToLookup(a => a.ReferralId);
        return open.GroupBy(r => r.ChildId).ToDictionary(g => g.Key, g => g.Last()).ToDictionary(r => r.Key, r =>
            new FieldReferral(r.Value.On, r.Value.To == ReferralPlace.Hospital, answers[r.Value.Id].Any(a => a.Arrived), answers[r.Value.Id].LastOrDefault()?.ComeBackOn));
    }

    private async Task<List<FieldPregnancy>> Pregnancies(Guid posyandu, long since, CancellationToken ct)
    {
        var pregnancies = await (from p in db.Pregnancies.AsNoTracking()
                                 join m in db.Mothers on p.MotherId equals m.Id
                                 where p.PosyanduId == posyandu && p.Change > since && p.ErasedAt == null && p.EndedOn == null
                                 orderby m.NameNormalised, p.Id
                                 select new { Pregnancy = p, m.Name }).ToListAsync(ct);
        var visits = (await (from v in db.PregnancyVisits.AsNoTracking()
                             join p in db.Pregnancies on v.PregnancyId equals p.Id
                             where p.PosyanduId == posyandu && p.Change > since && p.ErasedAt == null && p.EndedOn == null && v.StruckAt == null
                             orderby v.Day, v.Id
                             select v).ToListAsync(ct)).ToLookup(v => v.PregnancyId, v => v.Entered);
        return [.. pregnancies.Select(p => new FieldPregnancy
        {
            Id = p.Pregnancy.Id, Name = p.Name, Address = p.Pregnancy.Address, LastPeriod = p.Pregnancy.LastPeriod, DueDate = p.Pregnancy.DueDate, Visits = [.. visits[p.Pregnancy.Id]],
        })];
    }

    private async Task<List<Guid>> Gone(Guid posyandu, long since, DateOnly oldest, CancellationToken ct) =>
    [
        .. await db.Departures.Where(d => d.PosyanduId == posyandu && d.Change > since).Select(d => d.Subject).ToListAsync(ct),
        .. await db.AllChildren.Where(c => c.PosyanduId == posyandu && c.Change > since && (c.MergedInto != null || c.ErasedAt != null || c.WithdrawnAt != null || c.LeftOn != null || c.Birth <= oldest)).Select(c => c.Id).ToListAsync(ct),
        .. await db.Pregnancies.Where(p => p.PosyanduId == posyandu && p.Change > since && (p.ErasedAt != null || p.EndedOn != null)).Select(p => p.Id).ToListAsync(ct),
    ];
}
