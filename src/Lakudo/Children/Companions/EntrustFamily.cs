using Lakudo.Children.Counts;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Companions;

/// <summary>
/// Entrusts a child's family to a named village officer or TPK member of its village, for a purpose, until a day, because its mother agreed to just that. What the same companion had of the family
/// before ends with it: nothing is prolonged in silence.
/// </summary>
public sealed class EntrustFamily(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Months offered.</summary>
    public const int MonthsOffered = 6;

    /// <summary>Months at most.</summary>
    public const int MostMonths = 12;

    /// <summary>So many days ago at most the mother agreed.</summary>
    public const int DaysOfConsent = 30;

    /// <summary>Whom to whom, for what, until when, and how the mother agreed.</summary>
    /// <param name="Child">A child of the family.</param>
    /// <param name="Office">The companion, by the duty in the village.</param>
    /// <param name="Purpose">For what.</param>
    /// <param name="Words">What is to be done; needed for another purpose, at most 200 letters.</param>
    /// <param name="LastDay">The last day, today to <see cref="MostMonths"/> months from now; null for <see cref="MonthsOffered"/> months.</param>
    /// <param name="HasConsent">Whether the mother or guardian, known to the officer, was told who, what for and until when, and agreed.</param>
    /// <param name="Consent">How.</param>
    /// <param name="ConsentOn">On which day; null for today.</param>
    public sealed record Command(Guid Child, Guid Office, CompanionPurpose Purpose, string? Words, DateOnly? LastDay, bool HasConsent, ConsentForm Consent, DateOnly? ConsentOn = null);

    /// <summary>
    /// The companionship's id. Refused with K-001 to others than midwives and nutritionists, C-005 for a child not in the caller's care, C-635 for one who has no duty in the child's village, C-636 without
    /// consent, C-637 for a last day that cannot be, C-638 for the purpose, C-639 where there is no child below five.
    /// </summary>
    public Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Guid>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.EntrustFamilies) is { } refusal) return refusal;
        var now = clock.Now;
        if (await db.ChildCaredForBy(caller, command.Child, now, token) is not { MergedInto: null } child) return ChildrenRefusals.NoSuchChild;
        // A mother who takes her consent back meanwhile locks the same posyandu: whichever of the two comes second sees the other.
        child.Changed(await db.NextChange(caller.Region, child.PosyanduId, token));
        if (!await db.Children.AnyAsync(c => c.Id == command.Child, token)) return ChildrenRefusals.NoSuchChild;
        var today = await db.Today(caller, clock, token);
        if (!command.HasConsent || !Enum.IsDefined(command.Consent) || command.ConsentOn > today || command.ConsentOn < today.AddDays(-DaysOfConsent)) return CompanionsRefusals.ConsentNeeded.With(DaysOfConsent);
        var words = WrittenText.Clean(command.Words);
        if (!Enum.IsDefined(command.Purpose) || words.Length > CompanionVisit.Longest || (command.Purpose == CompanionPurpose.Other && words.Length == 0)) return CompanionsRefusals.PurposeNeeded.With(CompanionVisit.Longest);
        var last = command.LastDay ?? today.AddMonths(MonthsOffered);
        if (last < today || last > today.AddMonths(MostMonths)) return CompanionsRefusals.LastDayImpossible.With(MostMonths);
        var village = await db.Posyandu.Where(p => p.Id == child.PosyanduId).Select(p => p.VillageId).SingleAsync(token);
        if (await db.VillageOffices.SingleOrDefaultAsync(o => o.Id == command.Office && o.VillageId == village && o.Until == null, token) is not { } office) return CompanionsRefusals.NoSuchCompanion;
        var family = await db.AccompaniedIn(village, child.MotherId, today, token);
        if (family.Count == 0) return CompanionsRefusals.NoChildHere;
        await db.EndCompanionships(caller, commit, now, await db.Companionships.Where(c => c.MotherId == child.MotherId && c.OfficeId == office.Id && c.EndedAt == null).ToListAsync(token), CompanionshipEnding.Replaced, null, token);
        var made = new Companionship(office, Ids.New(clock), child.MotherId, child.Id, command.Purpose, words, command.Consent, command.ConsentOn ?? today, today, last, caller.Id ?? Guid.Empty, now);
        db.Companionships.Add(made);
        foreach (var one in family) commit.Record(caller, new FamilyEntrusted(one.Id, made.Id, office.AccountId, last), CompanionWords.Of(command.Purpose));
        return made.Id;
    }, ct);
}
