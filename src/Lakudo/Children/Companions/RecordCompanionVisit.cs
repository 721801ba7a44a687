using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Companions;

/// <summary>A companion writes down having been at a family's home. The puskesmas reads it on the child's page.</summary>
public sealed class RecordCompanionVisit(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>When, and what to know of it.</summary>
    /// <param name="Companionship">The family.</param>
    /// <param name="Day">The day; null for today.</param>
    /// <param name="Met">Whether mother or child was there.</param>
    /// <param name="Words">Short words; needed where a midwife is.</param>
    /// <param name="NeedsMidwife">Whether a midwife should come.</param>
    public sealed record Command(Guid Companionship, DateOnly? Day, bool Met, string? Words, bool NeedsMidwife);

    /// <summary>The visit's id. Refused with K-001 to others than village officers and companions, C-641 for a family that is not entrusted to the caller now, C-642 for the day, C-643 for the words.</summary>
    public Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Guid>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.AccompanyFamilies) is { } refusal) return refusal;
        var today = await db.Today(caller, clock, token);
        if (await db.EntrustedTo(caller, today).SingleOrDefaultAsync(c => c.Id == command.Companionship, token) is not { } held) return CompanionsRefusals.NotEntrusted;
        var (day, words) = (command.Day ?? today, WrittenText.Clean(command.Words));
        if (day < held.FirstDay || day > today) return CompanionsRefusals.VisitDayImpossible.With(held.FirstDay);
        if (words.Length > CompanionVisit.Longest || (command.NeedsMidwife && words.Length == 0)) return CompanionsRefusals.WordsNeeded.With(CompanionVisit.Longest);
        var village = (await db.VillagesOf([held.OfficeId], token))[held.OfficeId];
        var family = await db.AccompaniedIn(village, held.MotherId, today, token);
        if (family.Count == 0) return CompanionsRefusals.NotEntrusted;
        var visit = new CompanionVisit(held, Ids.New(clock), day, command.Met, words, command.NeedsMidwife, clock.Now);
        db.CompanionVisits.Add(visit);
        foreach (var child in family) commit.Record(caller, new CompanionVisitRecorded(child.Id, visit.Id, command.NeedsMidwife));
        return visit.Id;
    }, ct);
}
