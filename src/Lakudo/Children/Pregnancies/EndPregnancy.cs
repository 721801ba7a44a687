using Lakudo.Children.Cases;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Pregnancies;

/// <summary>
/// Says how a pregnancy ended: from then on the woman stands on no month sheet and no list of those who need something, and her posyandu's phones forget her at their next contact. The record stays; what a phone
/// still sends of it is taken in.
/// </summary>
public sealed class EndPregnancy(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>A woman whose dates nobody knows, or who has dates that cannot be, was pregnant for so many days at most when she was registered.</summary>
    private const int LongestDays = 300;

    /// <summary>Which, how and when.</summary>
    /// <param name="Pregnancy">The pregnancy.</param>
    /// <param name="Kind">Born, ended otherwise or moved away.</param>
    /// <param name="On">The day of it.</param>
    /// <param name="Note">What else should be known, at most 200 letters; null or empty for nothing.</param>
    public sealed record Command(Guid Pregnancy, PregnancyEnd Kind, DateOnly On, string? Note = null);

    /// <summary>
    /// Refused with K-001 to others than midwives and nutritionists, C-801 for a pregnancy not in the caller's care, C-803 for a day before it began, to come, or before a visit, C-804 for one that has ended, C-806 for no kind
    /// or a note that is too long.
    /// </summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.EndPregnancy) is { } refusal) return refusal;
        if (!Enum.IsDefined(command.Kind) || command.Note?.Trim().Length > CaseText.Short) return PregnancyRefusals.WordsNeeded;
        if (await db.PregnancyCaredForBy(caller, command.Pregnancy, clock.Now, token) is not { Pregnancy: var pregnancy }) return PregnancyRefusals.NoSuchPregnancy;
        if (pregnancy.EndedOn is not null) return PregnancyRefusals.HasEnded;
        if (command.On < Began(pregnancy) || command.On > await db.Today(caller, clock, token) || await db.PregnancyVisits.AnyAsync(v => v.PregnancyId == pregnancy.Id && v.Day > command.On && v.StruckAt == null, token)) return PregnancyRefusals.DayImpossible;
        var ending = new PregnancyEnding(caller.Region, Ids.New(clock), pregnancy.Id, command.Kind, command.On, CaseText.Read(command.Note, CaseText.Short), caller.Id ?? Guid.Empty, clock.Now);
        db.PregnancyEndings.Add(ending);
        pregnancy.End(command.On, await db.NextChange(caller.Region, pregnancy.PosyanduId, token));
        commit.Record(caller, new PregnancyEnded(pregnancy.Id, ending.Id));
        return new Done();
    }, ct);

    /// <summary>When it began; where the dates cannot be, because it was registered before that, they keep nobody from ending it.</summary>
    private static DateOnly Began(Pregnancy pregnancy)
    {
        var registered = DateOnly.FromDateTime(pregnancy.RegisteredAt);
        return pregnancy.Began is { } day && day <= registered ? day : registered.AddDays(-LongestDays);
    }
}

/// <summary>A pregnancy that was said to have ended goes on after all; the mistake stays in its history with the reason. Children that were named as born of it are not any more.</summary>
public sealed class TakeBackPregnancyEnd(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which and why.</summary>
    /// <param name="Pregnancy">The pregnancy.</param>
    /// <param name="Reason">At most 200 letters.</param>
    public sealed record Command(Guid Pregnancy, string? Reason);

    /// <summary>Refused with K-001 to others than midwives and nutritionists, C-801 for a pregnancy not in the caller's care, C-805 for one that has not ended, C-806 without a reason.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.EndPregnancy) is { } refusal) return refusal;
        if (CaseText.Read(command.Reason, CaseText.Short) is not { } reason) return PregnancyRefusals.WordsNeeded;
        if (await db.PregnancyCaredForBy(caller, command.Pregnancy, clock.Now, token) is not { Pregnancy: var pregnancy }) return PregnancyRefusals.NoSuchPregnancy;
        if (await db.PregnancyEndings.SingleOrDefaultAsync(e => e.PregnancyId == pregnancy.Id && e.TakenBackAt == null, token) is not { } ending) return PregnancyRefusals.HasNotEnded;
        ending.TakeBack(caller.Id ?? Guid.Empty, clock.Now, reason);
        db.BornChildren.RemoveRange(await db.BornChildren.Where(b => b.PregnancyId == pregnancy.Id).ToListAsync(token));
        pregnancy.End(null, await db.NextChange(caller.Region, pregnancy.PosyanduId, token));
        commit.Record(caller, new PregnancyEndTakenBack(pregnancy.Id, ending.Id));
        return new Done();
    }, ct);
}
