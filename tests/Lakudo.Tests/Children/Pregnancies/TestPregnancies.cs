using Lakudo.Children.Access;
using Lakudo.Children.Pregnancies;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Pregnancies;

/// <summary>The verbs and views of pregnant women, for a posyandu of the tests. Today is 2 March 2026; Melati is held on the fifth.</summary>
internal static class TestPregnancies
{
    internal static readonly DateOnly Today = new(2026, 3, 2);

    extension(TestPosyandu test)
    {
        /// <summary>A pregnancy that began so many weeks ago.</summary>
        internal NewPregnancy Expecting(string name = "Wa Ode Hamil", int? weeks = 24, string? nik = "7414016505950011") => new()
        {
            Id = Guid.CreateVersion7(),
            At = test.Clock.Now,
            Name = name,
            Nik = nik,
            Address = "RT 2",
            LastPeriod = weeks is { } known ? Today.AddDays(-7 * known) : null,
            HasConsent = true,
        };

        /// <summary>A visit at which nothing was wanting by 24 weeks.</summary>
        internal PregnancyVisit Visited(Guid pregnancy, DateOnly? day = null, int? arm = 2_500, int? haemoglobin = 115) => new()
        {
            Id = Guid.CreateVersion7(),
            Pregnancy = pregnancy,
            Day = day ?? new DateOnly(2026, 2, 5),
            At = test.Clock.Now,
            Weight = 55_000,
            Arm = arm,
            Haemoglobin = haemoglobin,
            IronTablets = 30,
            AntenatalVisits = 3,
            DoctorVisits = 1,
        };

        internal Task<Outcome<PregnancyList.Answer>> Mothers(PregnancyList.Asked? asked = null, Caller? by = null) => test.With((db, commit) => new PregnancyList(db, commit, test.Clock).Run(by ?? test.Midwife, asked ?? new()));

        internal Task<Outcome<PregnancyRecord.Answer>> Mother(Guid pregnancy, Caller? by = null) => test.With((db, commit) => new PregnancyRecord(db, commit, test.Clock, test.Personal).Run(by ?? test.Midwife, pregnancy));

        internal Task<Outcome<string>> MotherNik(Guid pregnancy, string? reason = "Membuat surat rujukan", Caller? by = null) => test.With((db, commit) => new RevealMotherNik(db, commit, test.Clock, test.Personal).Run(by ?? test.Midwife, new(pregnancy, reason)));

        internal Task<Outcome<AccessLog.Answer>> MotherLog(Guid pregnancy, Caller? by = null) => test.With((db, commit) => new AccessLog(db, commit, test.Clock).OfPregnancy(by ?? test.Midwife, pregnancy));

        internal Task<Outcome<Done>> End(Guid pregnancy, PregnancyEnd kind = PregnancyEnd.Born, DateOnly? on = null, string? note = null, Caller? by = null) => test.With((db, commit) => new EndPregnancy(db, commit, test.Clock).Run(by ?? test.Midwife, new(pregnancy, kind, on ?? Today, note)));

        internal Task<Outcome<Done>> GoesOn(Guid pregnancy, string? reason = "Keliru orang", Caller? by = null) => test.With((db, commit) => new TakeBackPregnancyEnd(db, commit, test.Clock).Run(by ?? test.Midwife, new(pregnancy, reason)));

        internal Task<Outcome<Done>> Born(Guid pregnancy, Guid child, Caller? by = null) => test.With((db, commit) => new NameBornChild(db, commit, test.Clock).Run(by ?? test.Midwife, new(pregnancy, child)));

        /// <summary>Corrects a visit to these values and no others.</summary>
        internal Task<Outcome<Done>> Correct(Guid pregnancy, Guid visit, int? weight = 55_000, int? arm = null, int? tablets = null, string? reason = "Salah baca buku KIA", Caller? by = null) =>
            test.With((db, commit) => new CorrectVisit(db, commit, test.Clock).Run(by ?? test.Midwife, new(pregnancy, visit, weight, arm, null, tablets, null, null, reason)));

        /// <summary>The last fact of a kind, with what it holds and why.</summary>
        internal async Task<JournalEntry?> LastFact(string fact)
        {
            await using var db = test.Read();
            return await db.Set<JournalEntry>().Where(e => e.Fact == fact).OrderByDescending(e => e.Seq).FirstOrDefaultAsync();
        }
    }
}
