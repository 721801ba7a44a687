using System.Collections.Immutable;
using Lakudo.Children;
using Lakudo.Children.Cases;
using Lakudo.Children.Measuring;
using Lakudo.Field;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Cases;

/// <summary>The verbs and views of the puskesmas' desk over a <see cref="TestPosyandu"/>, whose day is 2 March 2026.</summary>
internal sealed class TestDesk : IAsyncDisposable
{
    internal static readonly DateOnly Today = new(2026, 3, 2);

    private TestDesk(TestPosyandu posyandu) => Posyandu = posyandu;

    internal TestPosyandu Posyandu { get; }

    internal Caller Gizi => Posyandu.Nutritionist;

    internal Caller Bidan => Posyandu.Midwife;

    internal static async Task<TestDesk> Open(Vendor vendor) => new(await TestPosyandu.Open(vendor));

    internal Task<Outcome<Guid>> Diagnose(Guid child, Guid measurement, Caller? by = null, string foundBy = "dr. Sitti Hartina", DateOnly? on = null) =>
        Posyandu.With((db, commit) => new DiagnoseStunting(db, commit, Posyandu.Clock).Run(by ?? Gizi, new(child, measurement, foundBy, on ?? Today)));

    internal Task<Outcome<Done>> TakeBack(Guid child, string reason = "Tinggi orang tuanya", Caller? by = null) =>
        Posyandu.With((db, commit) => new TakeBackDiagnosis(db, commit, Posyandu.Clock).Run(by ?? Gizi, new(child, reason)));

    internal Task<Outcome<Guid>> Refer(Guid child, Caller? by = null, string place = "RSUD Buton Tengah", string reason = "Berat tidak naik dua bulan", int days = 7) =>
        Posyandu.With((db, commit) => new ReferChild(db, commit, Posyandu.Clock).Run(by ?? Gizi, new(child, ReferralPlace.Hospital, place, reason, Today.AddDays(days))));

    internal Task<Outcome<Done>> Answer(AnswerReferral.Command command, Caller? by = null) => Posyandu.With((db, commit) => new AnswerReferral(db, commit, Posyandu.Clock).Run(by ?? Gizi, command));

    internal Task<Outcome<Done>> Close(Guid child, CaseOutcome outcome = CaseOutcome.Recovered, string? note = null, Caller? by = null) =>
        Posyandu.With((db, commit) => new CloseCase(db, commit, Posyandu.Clock).Run(by ?? Gizi, new(child, outcome, note)));

    internal Task<Outcome<ImmutableArray<CaseList.Row>>> List(Caller? by = null) => Posyandu.With((db, commit) => new CaseList(db, commit, Posyandu.Clock).Run(by ?? Gizi));

    internal Task<Outcome<ChildCase.Answer>> Case(Guid child, Caller? by = null) => Posyandu.With((db, commit) => new ChildCase(db, commit, Posyandu.Clock).Run(by ?? Gizi, child));

    internal Task<Outcome<ReferralLetter.Answer>> Letter(Guid referral, Caller? by = null) => Posyandu.With((db, commit) => new ReferralLetter(db, commit, Posyandu.Clock).Run(by ?? Gizi, referral));

    internal Task<Outcome<Done>> Leave(Guid child, DateOnly? on = null, LeavingKind kind = LeavingKind.MovedAway, string reason = "Kata tetangga", Caller? by = null) =>
        Posyandu.With((db, commit) => new SayLeft(db, commit, Posyandu.Clock).Run(by ?? Gizi, new(child, kind, on ?? Today, reason)));

    internal Task<Outcome<Done>> Return(Guid child, string reason = "Keliru anak", Caller? by = null) => Posyandu.With((db, commit) => new TakeBackLeaving(db, commit, Posyandu.Clock).Run(by ?? Gizi, new(child, reason)));

    internal Task<Outcome<UnseenList.Answer>> Unseen(Guid? posyandu = null, Caller? by = null) => Posyandu.With((db, commit) => new UnseenList(db, commit, Posyandu.Clock).Run(by ?? Gizi, posyandu));

    internal Task<Outcome<DeskToday.Answer>> Glance(Caller? by = null) => Posyandu.With((db, commit) =>
        new DeskToday(db, Posyandu.Clock, new CaseList(db, commit, Posyandu.Clock), new UnseenList(db, commit, Posyandu.Clock), new Lakudo.Children.Pregnancies.PregnancyList(db, commit, Posyandu.Clock)).Run(by ?? Gizi));

    internal Task<Outcome<Guid>> Correct(CorrectMeasurement.Command command, Caller? by = null) => Posyandu.With((db, commit) => new CorrectMeasurement(db, commit, Posyandu.Clock).Run(by ?? Gizi, command));

    /// <summary>A girl of Melati with measurements, entered by phone.</summary>
    internal async Task<NewChild> Child(string name, params (DateOnly Day, int Weight, int? Height)[] measured)
    {
        var phone = await Posyandu.Phone();
        var child = Posyandu.Girl(name, motherNik: null);
        var answer = (await phone.Send([child, .. measured.Select(m => Posyandu.Measured(child.Id, m.Weight, m.Height, m.Day))])).Value;
        Assert.Equal(BatchVerdict.Accepted, answer.Verdict);
        return child;
    }

    /// <summary>A child of 13 months, 68.5 cm: short as measured; validated where asked. Gives it with that measurement.</summary>
    internal async Task<(NewChild Child, Guid Measurement)> Short(bool validated = true, int height = 6_850)
    {
        var child = await Child("Wa Pendek", (new DateOnly(2026, 3, 2), 8_000, height));
        await using var db = Posyandu.Read();
        var measurement = await db.Measurements.Where(m => m.ChildId == child.Id).Select(m => m.Id).SingleAsync();
        if (validated) Assert.False((await Posyandu.Validate(new(measurement, true))).IsRefused);
        return (child, measurement);
    }

    internal async Task<int> Journaled(string fact)
    {
        await using var db = Posyandu.Read();
        return await db.JournalEntries.CountAsync(e => e.Fact == fact);
    }

    /// <summary>Every role but those named, in this region.</summary>
    internal static IEnumerable<Caller> AllBut(params Role[] allowed) => Enum.GetValues<Role>().Except(allowed).Select(TestPosyandu.Staff);

    public ValueTask DisposeAsync() => Posyandu.DisposeAsync();
}
