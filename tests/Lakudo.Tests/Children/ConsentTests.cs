using Lakudo.Children;
using Lakudo.Children.Consent;
using Lakudo.Children.Personal;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Privacy.Requests;
using Lakudo.Testing;
using Lakudo.Tests.Children.Personal;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

/// <summary>That a mother says who her child is, and whether its data is kept at all.</summary>
public sealed class ConsentTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_corrected_birth_reads_growth_anew_keeps_what_stood_before_and_is_told_to_the_phone(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var (before, cursor) = ((await test.Posyandu.Record(test.Elder.Id)).Value, (await test.Phone.Ask()).Cursor);
        Assert.Equal("C-703", (await Correct(test, new(test.Elder.Id, Birth: new DateOnly(2026, 2, 3), Why: "Buku KIA"))).Refusal?.Code);
        Assert.Equal("C-702", (await Correct(test, new(test.Elder.Id, Birth: new DateOnly(2030, 1, 1), Why: "Buku KIA"))).Refusal?.Code);
        Assert.Equal("C-702", (await Correct(test, new(test.Elder.Id, Birth: new DateOnly(2015, 1, 1), Why: "Buku KIA"))).Refusal?.Code);
        Assert.Equal("C-704", (await Correct(test, new(test.Elder.Id, BirthOrder: 0, Why: "Buku KIA"))).Refusal?.Code);
        Assert.Equal("C-701", (await Correct(test, new(test.Elder.Id, Name: "Sitti Aisyah", Why: "Buku KIA"))).Refusal?.Code);
        Assert.Equal("K-020", (await Correct(test, new(test.Elder.Id, Name: "Sitti"))).Refusal?.Code);
        Assert.Equal("K-021", (await Correct(test, new(test.Elder.Id, Name: "Sitti", Why: "NIK 7414 0165 0595 0001"))).Refusal?.Code);

        Assert.False((await Correct(test, new(test.Elder.Id, Name: "Sitti Aisah", Birth: new DateOnly(2025, 7, 10), MotherName: "Wa Ode Sarina", Why: "Menurut buku KIA"))).IsRefused);
        var after = (await test.Posyandu.Record(test.Elder.Id)).Value;
        Assert.Equal(("Sitti Aisah", new DateOnly(2025, 7, 10), "Wa Ode Sarina"), (after.Name, after.Birth, after.Mother));
        // Six months younger and as heavy: further up, in every measurement.
        Assert.All(before.Measurements.Zip(after.Measurements), m => Assert.True(m.Second.WeightForAge > m.First.WeightForAge + 50));
        var told = await test.Phone.Ask(cursor);
        Assert.Equal(["Wa Ode Sarina", "Wa Ode Sarina"], told.Children.Select(c => c.MotherName));
        Assert.Equal(new DateOnly(2025, 7, 10), told.Children.Single(c => c.Id == test.Elder.Id).Birth);
        Assert.Equal("Wa Ode Sarina", Assert.Single(told.Pregnancies).Name);

        var history = (await Consent(test, test.Elder.Id)).Value.Corrections;
        Assert.Equal([(CorrectedField.Name, "Sitti Aisyah"), (CorrectedField.Birth, "2025-01-10"), (CorrectedField.MotherName, "Wa Ode Sari")], history.Select(h => (h.Field, h.Before)).OrderBy(h => h.Field));
        Assert.All(history, h => Assert.Equal(("Nurul", "Menurut buku KIA"), (h.Who, h.Why)));
        var traces = await test.Privacy.Traces();
        Assert.DoesNotContain("Aisyah", traces, StringComparison.Ordinal);
        Assert.Contains("Menurut buku KIA", traces, StringComparison.Ordinal);
        // The phone sends the newcomer once more, as it was first entered: it is the same child.
        Assert.Equal(BatchVerdict.Accepted, (await test.Phone.Send(test.Elder, test.Posyandu.Measured(test.Elder.Id, 9_050, day: new DateOnly(2026, 2, 25)))).Value.Verdict);

        // What stood before goes with the child.
        Assert.False((await test.Privacy.Erase((await test.Privacy.Take(RegisterNumber.Of('A', test.Elder.Id))).Value)).IsRefused);
        await using var db = test.Posyandu.Read();
        Assert.False(await db.ChildCorrections.AnyAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_corrected_sex_is_read_by_the_other_standard(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var girl = (await test.Posyandu.Record(test.Elder.Id)).Value.Measurements[0].WeightForAge;
        Assert.False((await Correct(test, new(test.Elder.Id, Sex: Sex.Male, Why: "Salah ketik"))).IsRefused);
        Assert.True((await test.Posyandu.Record(test.Elder.Id)).Value.Measurements[0].WeightForAge < girl - 30);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_withdrawn_consent_hides_the_child_everywhere_at_once_and_given_again_brings_it_back(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var consent = (await Consent(test, test.Elder.Id)).Value;
        Assert.Equal(("Wa Ani", null, "Sitti Aisyah"), (consent.ConsentBy, consent.WithdrawnAt, consent.Now?.Name));
        var cursor = (await test.Phone.Ask()).Cursor;
        Assert.Equal("C-706", (await Withdraw(test, test.Elder.Id, guardian: false)).Refusal?.Code);
        Assert.Equal("K-020", (await Withdraw(test, test.Elder.Id, why: "")).Refusal?.Code);
        Assert.False((await Withdraw(test, test.Elder.Id)).IsRefused);
        Assert.Equal("C-005", (await Withdraw(test, test.Elder.Id)).Refusal?.Code);

        Assert.Equal("C-005", (await test.Posyandu.Record(test.Elder.Id)).Refusal?.Code);
        Assert.DoesNotContain((await test.Posyandu.List(test.Posyandu.Melati)).Value, r => r.Id == test.Elder.Id);
        Assert.Equal([test.Elder.Id], (await test.Phone.Ask(cursor)).Gone);
        Assert.DoesNotContain((await test.Phone.Ask()).Children, c => c.Id == test.Elder.Id);
        // Its sister is nobody's business of this.
        Assert.Contains((await test.Phone.Ask()).Children, c => c.Id == test.Younger.Id);
        var held = (await Consent(test, test.Elder.Id)).Value;
        Assert.Null(held.Now);
        Assert.NotNull(held.WithdrawnAt);
        var numbers = await test.Numbers();
        var late = (await test.Phone.Send(test.Elder, test.Posyandu.Measured(test.Elder.Id, 9_200, day: new DateOnly(2026, 2, 25)))).Value;
        Assert.Equal((BatchVerdict.Accepted, EntryNotes.Erased), (late.Verdict, Assert.Single(late.Notes).Code));
        Assert.Equal(numbers, await test.Numbers());
        // She may still have a copy, and have it erased at once.
        Assert.Single((await test.Privacy.LookUp((await test.Privacy.Take(TestFamily.ChildsNik)).Value)).Value.Held);

        Assert.Equal([test.Elder.Id], (await List(test)).Value.Select(r => r.Child));
        Assert.Equal("C-705", (await Again(test, test.Younger.Id)).Refusal?.Code);
        Assert.False((await Again(test, test.Elder.Id)).IsRefused);
        Assert.Equal(2, (await test.Posyandu.Record(test.Elder.Id)).Value.Measurements.Length);
        Assert.Contains((await test.Phone.Ask(cursor)).Children, c => c.Id == test.Elder.Id && c.Measurements.Count == 2);
        Assert.Equal("Nurul", (await Consent(test, test.Elder.Id)).Value.ConsentBy);
        Assert.Null((await test.Privacy.Journal()).FirstBroken);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_thirty_days_it_is_erased_and_a_backup_restored_before_loses_it_at_once(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var numbers = await test.Numbers();
        await test.Privacy.Confirm();
        await Withdraw(test, test.Elder.Id);
        await Withdraw(test, test.Neighbour.Id);
        await test.Privacy.Deliver();
        var lines = (await test.Privacy.Known()).Value;
        Assert.Equal(2, lines.Count(l => l.Key.Length > 0));
        await Again(test, test.Neighbour.Id);
        await test.Privacy.Deliver();
        // Who agreed again no longer stands on the list.
        Assert.Equal(Person.OfRecord('A', test.Elder.Id).Key, Assert.Single((await test.Privacy.Known()).Value, l => l.Key.Length > 0).Key);

        test.Posyandu.Time.Move(TimeSpan.FromDays(29));
        Assert.DoesNotContain((await test.Privacy.Apply(by: Caller.System(1))).Value, r => r.Rule == "persetujuan-ditarik");
        test.Posyandu.Time.Move(TimeSpan.FromDays(2));
        Assert.Contains((await test.Privacy.Apply(by: Caller.System(1))).Value, r => r is { Rule: "persetujuan-ditarik", Rows: 1 });
        Assert.Equal("C-705", (await Again(test, test.Elder.Id)).Refusal?.Code);
        // Its numbers count again, as nobody's.
        Assert.Equal(numbers, await test.Numbers());

        // Another database, from before the withdrawal: the list kept beside the backups erases there too.
        await using var restored = await TestFamily.Open(vendor);
        Assert.Equal(1, (await restored.Privacy.Repeat([new RepeatErasures.Line(lines[0].Id, PersonKeyKind.Record, Person.OfRecord('A', restored.Elder.Id).Key, restored.Posyandu.Clock.Now)])).Value);
        Assert.Equal("C-005", (await restored.Posyandu.Record(restored.Elder.Id)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_those_in_whose_care_the_child_is_correct_it_or_record_consent(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        foreach (var caller in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)).Select(TestPosyandu.Staff))
        {
            Assert.Equal("K-001", (await Correct(test, new(test.Elder.Id, Name: "X", Why: "uji"), caller)).Refusal?.Code);
            Assert.Equal("K-001", (await Withdraw(test, test.Elder.Id, by: caller)).Refusal?.Code);
            Assert.Equal("K-001", (await Again(test, test.Elder.Id, caller)).Refusal?.Code);
            Assert.Equal("K-001", (await Consent(test, test.Elder.Id, caller)).Refusal?.Code);
            Assert.Equal("K-001", (await List(test, caller)).Refusal?.Code);
        }

        var far = test.Posyandu.FarNutritionist;
        Assert.Equal("C-005", (await Correct(test, new(test.Elder.Id, Name: "X", Why: "uji"), far)).Refusal?.Code);
        Assert.Equal("C-005", (await Withdraw(test, test.Elder.Id, by: far)).Refusal?.Code);
        await Withdraw(test, test.Elder.Id);
        Assert.Equal("C-705", (await Again(test, test.Elder.Id, far)).Refusal?.Code);
        Assert.Equal("C-005", (await Consent(test, test.Elder.Id, far)).Refusal?.Code);
        Assert.Equal("C-001", (await List(test, far)).Refusal?.Code);
    }

    private static Task<Outcome<Done>> Correct(TestFamily test, CorrectChild.Command command, Caller? by = null) =>
        test.Posyandu.With((db, commit) => new CorrectChild(db, commit, test.Posyandu.Clock, test.Posyandu.Personal).Run(by ?? test.Posyandu.Nutritionist, command));

    private static Task<Outcome<Done>> Withdraw(TestFamily test, Guid child, bool guardian = true, string why = "Ibu datang ke puskesmas", Caller? by = null) =>
        test.Posyandu.With((db, commit) => new WithdrawConsent(db, commit, test.Posyandu.Clock).Run(by ?? test.Posyandu.Nutritionist, new(child, guardian, why)));

    private static Task<Outcome<Done>> Again(TestFamily test, Guid child, Caller? by = null) =>
        test.Posyandu.With((db, commit) => new GiveConsentAgain(db, commit, test.Posyandu.Clock).Run(by ?? test.Posyandu.Nutritionist, new(child, true, "Ibu setuju lagi")));

    private static Task<Outcome<ChildConsent.Answer>> Consent(TestFamily test, Guid child, Caller? by = null) =>
        test.Posyandu.With((db, commit) => new ChildConsent(db, commit, test.Posyandu.Clock, test.Posyandu.Personal).Run(by ?? test.Posyandu.Nutritionist, child));

    private static Task<Outcome<System.Collections.Immutable.ImmutableArray<WithdrawnConsents.Row>>> List(TestFamily test, Caller? by = null) =>
        test.Posyandu.With((db, commit) => new WithdrawnConsents(db, commit, test.Posyandu.Clock).Run(by ?? test.Posyandu.Nutritionist, test.Posyandu.Melati));
}
