using Lakudo.Children.Measuring;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Pregnancies;

/// <summary>
/// The puskesmas corrects a visit that was written down wrong, from her KIA book or the paper sheet. The wrong one stays, struck with the reason; the right one stands beside it on the same day. Without any value it is only struck:
/// it was another woman's.
/// </summary>
public sealed class CorrectVisit(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>The right values; what is null was not measured or not said.</summary>
    /// <param name="Pregnancy">The pregnancy.</param>
    /// <param name="Visit">The wrong visit.</param>
    /// <param name="Weight">Grams.</param>
    /// <param name="Arm">Tenths of a millimetre.</param>
    /// <param name="Haemoglobin">Tenths of a gram per decilitre.</param>
    /// <param name="IronTablets">Handed out on that day.</param>
    /// <param name="AntenatalVisits">So far.</param>
    /// <param name="DoctorVisits">Of these, to a doctor.</param>
    /// <param name="Reason">Why, without names.</param>
    public sealed record Command(Guid Pregnancy, Guid Visit, int? Weight, int? Arm, int? Haemoglobin, int? IronTablets, int? AntenatalVisits, int? DoctorVisits, string? Reason);

    /// <summary>
    /// Refused with K-001 to others than midwives and nutritionists, C-801 for a pregnancy not in the caller's care, K-020 or K-021 for the reason, C-053 for values that cannot be, C-808 for a visit that is not hers, is struck
    /// already, or would stay as it is.
    /// </summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.CorrectPregnancyVisit) is { } refusal) return refusal;
        if (await db.PregnancyCaredForBy(caller, command.Pregnancy, clock.Now, token) is not { Pregnancy: var pregnancy }) return PregnancyRefusals.NoSuchPregnancy;
        var why = JournalReason.Read(command.Reason);
        if (why.IsRefused) return why.Refusal;
        // The posyandu's row first: of two who correct it at once, the second reads what the first has done.
        var change = await db.NextChange(caller.Region, pregnancy.PosyanduId, token);
        if (await db.PregnancyVisits.SingleOrDefaultAsync(v => v.Id == command.Visit && v.PregnancyId == pregnancy.Id, token) is not { StruckAt: null } wrong) return PregnancyRefusals.NoSuchVisit;
        var right = wrong.Entered with
        {
            Id = Ids.New(clock),
            At = clock.Now,
            Weight = command.Weight,
            Arm = command.Arm,
            Haemoglobin = command.Haemoglobin,
            IronTablets = command.IronTablets,
            AntenatalVisits = command.AntenatalVisits,
            DoctorVisits = command.DoctorVisits,
        };
        if (right with { Id = wrong.Id, At = wrong.At } == wrong.Entered) return PregnancyRefusals.NoSuchVisit;
        var isHers = MotherLimits.SaysAnything(right);
        if (isHers && EntryRules.Of(right, wrong.Day) is { } impossible) return impossible;
        wrong.Strike(caller.Id ?? Guid.Empty, clock.Now, why.Value);
        if (isHers) db.PregnancyVisits.Add(new VisitOfPregnancy(caller.Region, right, null, wrong.Id));
        pregnancy.Changed(change);
        commit.Record(caller, new PregnancyVisitCorrected(pregnancy.Id, wrong.Id, isHers ? right.Id : null), why.Value);
        return new Done();
    }, ct);
}
