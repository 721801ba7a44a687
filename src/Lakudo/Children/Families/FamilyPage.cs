using System.Collections.Immutable;
using Lakudo.Children.Cases;
using Lakudo.Children.Companions;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Families;

/// <summary>What a family reads of its child: last result, growth card, what comes next, advice. No name, no NIK, no address. Every showing is journaled before the answer leaves.</summary>
public sealed class FamilyPage(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>So many months of measurements are shown.</summary>
    private const int Months = 36;

    /// <summary>The page.</summary>
    /// <param name="Sex">Boy or girl; null when the register does not say.</param>
    /// <param name="CompletedMonths">Age.</param>
    /// <param name="Measurements">What counts of the last three years, the latest first.</param>
    /// <param name="Words">What the last measurement says, in words that never blame.</param>
    /// <param name="Picture">The growth card; null where there is nothing to draw.</param>
    /// <param name="NextDay">The next day of the posyandu, today included; null from the fifth birthday on.</param>
    /// <param name="Posyandu">Its name.</param>
    /// <param name="Village">Its village.</param>
    /// <param name="Puskesmas">The puskesmas behind it.</param>
    /// <param name="Care">What else comes next.</param>
    /// <param name="Advice">What helps at this age.</param>
    /// <param name="Companions">Who else may see the family now, until when.</param>
    /// <param name="Until">When the page closes, UTC.</param>
    public sealed record Answer(Sex? Sex, int CompletedMonths, ImmutableArray<PastMeasurement> Measurements, ImmutableArray<string> Words, CardPicture? Picture, DateOnly? NextDay, string Posyandu, string Village,
        string Puskesmas, NextCare Care, string Advice, ImmutableArray<FamilyCompanion> Companions, DateTime Until);

    /// <summary>Refused with C-506 for a page that is not open or whose child is not in the register any more, K-001 to whoever acts as staff.</summary>
    /// <param name="caller">The public.</param>
    /// <param name="session">The open page.</param>
    /// <param name="secret">What the browser shows with it.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid session, string? secret, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.OpenFamilyPage) is { } refusal) return refusal;
        if (await db.OpenPage(personal, session, secret, clock.Now, ct) is not { } open || await db.SurvivorOf(open.Card.ChildId, ct) is not { } child) return FamilyRefusals.PageClosed;
        var until = open.Session.Until;
        if (await commit.Note(caller, new FamilyPageRead(child.Id, open.Card.Id), ct) is { } notJournaled) return notJournaled;
        var today = await db.Today(caller, clock, ct);
        var since = today.AddMonths(-Months);
        var rows = await db.Measurements.AsNoTracking().Where(m => m.ChildId == child.Id && m.State != MeasurementState.Struck && m.Day >= since && m.Day >= child.Birth).OrderByDescending(m => m.Day).ToListAsync(ct);
        var services = await db.GivenServices.AsNoTracking().Where(s => s.ChildId == child.Id).Select(s => new PastService(s.Day, s.Kind, s.Yes, s.Detail)).ToListAsync(ct);
        var place = await (from p in db.Posyandu.AsNoTracking()
                           join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                           join h in db.Puskesmas on new { p.RegionId, Id = p.PuskesmasId } equals new { h.RegionId, h.Id }
                           where p.Id == child.PosyanduId
                           select new { Posyandu = p, Village = v.Name, Puskesmas = h.Name }).SingleAsync(ct);
        ImmutableArray<PastMeasurement> measurements = [.. rows.Where(r => r.State == MeasurementState.Counts).Select(r => r.Past)];
        var months = Growth.Indonesia.CompletedMonths.Between(child.Birth, today) ?? 0;
        var next = place.Posyandu.NextDay(today);
        var isOver = Growth.Indonesia.CompletedMonths.Between(child.Birth, next) >= Growth.Indonesia.CompletedMonths.UnderFive;
        ImmutableArray<string> words = measurements.IsEmpty ? [MotherWords.ToFamily("belum-ada")] : [.. MotherWords.ToFamily(ChildReading.Of(child.History([.. rows.Select(r => r.Past)], await db.IsReferred(child.Id, ct)), measurements[0]), today)];
        return new Answer(child.Sex, months, measurements, words, CardPicture.Of(child.Sex, child.Birth, measurements), isOver ? null : next, place.Posyandu.Name, place.Village, place.Puskesmas,
            NextCare.Of(child.Birth, services, today, next), isOver ? MotherWords.ToFamily("lewat-lima") : MotherWords.ToFamily(months), [.. await db.CompanionsOf(child.Id, today, ct)], until);
    }
}
