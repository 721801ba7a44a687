using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Lakudo.Children.Cases;
using Lakudo.Children.Reports;
using Lakudo.Children.Satusehat;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;
using Task = System.Threading.Tasks.Task;

namespace Lakudo.Tests.Children.Satusehat;

public sealed class SatusehatBundleTests
{
    private static readonly DateOnly _from = new(2026, 1, 1);
    private static readonly DateOnly _until = new(2026, 3, 2);

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_bundle_is_valid_by_R4_by_the_ministrys_rules_and_by_the_profiles_of_vital_signs(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var (rini, twin, old) = (test.Girl() with { Address = "Dusun 2" }, test.Girl("Wa Rina"), test.Girl("La Ode", null, new DateOnly(2023, 4, 1)) with { Sex = Sex.Male, Nik = "7414010104230001" });
        var tall = test.Measured(old.Id, 13_000, 8_900) with { Position = Position.Standing, Arm = 1_450, Head = 4_800 };
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(rini, twin, old, test.Measured(rini.Id), test.Measured(twin.Id, 8_700, null), tall)).Value.Verdict);
        var bundle = await Bundle(test);
        Valid(bundle);
        foreach (var (code, profile) in new[] { ("29463-7", "bodyweight"), ("8302-2", "bodyheight"), ("9843-4", "headcircum") })
        {
            var found = Of<Observation>(bundle).Where(o => o.Code.Coding.Any(c => c.Code == code)).ToArray();
            Assert.NotEmpty(found);
            Assert.All(found, o => Valid(o, "http://hl7.org/fhir/StructureDefinition/" + profile));
        }

        // The validator would say so: a Patient without a day of birth, a weight in another unit.
        var (spoiled, weight) = ((Patient)Of<Patient>(bundle)[0].DeepCopy(), (Observation)Of<Observation>(bundle)[0].DeepCopy());
        (spoiled.BirthDate, weight.Value) = (null, new Quantity(9, "stone"));
        Assert.NotEmpty(FhirValidator.Errors(spoiled));
        Assert.NotEmpty(FhirValidator.Errors(weight, "http://hl7.org/fhir/StructureDefinition/bodyweight"));
        Assert.Equal((1, 1, 3, 3), (Of<Organization>(bundle).Length, Of<Location>(bundle).Length, Of<Patient>(bundle).Length, Of<Encounter>(bundle).Length));
        var patient = Of<Patient>(bundle).Single(p => p.Name[0].Text == "Wa Rini");
        Assert.Equal(["https://fhir.kemkes.go.id/id/nik-ibu|7414016505950001", $"urn:ietf:rfc:3986|urn:uuid:{rini.Id:D}"], patient.Identifier.Select(i => $"{i.System}|{i.Value}"));
        Assert.Equal(["74", "7414", "741401", "7414012001"], patient.Address[0].Extension[0].Extension.Select(e => ((Code)e.Value!).Value));
        Assert.Equal([false, true, true], Of<Patient>(bundle).Select(p => ((FhirBoolean)p.MultipleBirth!).Value!.Value).Order());
        Assert.Contains(Of<Patient>(bundle), p => p.Identifier.Any(i => i.System == "https://fhir.kemkes.go.id/id/nik" && i.Value == "7414010104230001"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Measures_carry_their_units_their_z_scores_and_the_class_that_the_register_keeps(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var rini = test.Girl();
        var measured = test.Measured(rini.Id, 9_000, 6_700);
        await phone.Send(rini, measured);
        var bundle = await Bundle(test);
        var kept = (await test.Record(rini.Id)).Value.Measurements.Single();
        Assert.Equal(["29463-7 9 kg", "8302-2 67 cm", $"1153593003 {kept.WeightForAge / 100m} {{Zscore}}", $"1153590000 {kept.LengthForAge / 100m} {{Zscore}}", $"1153598007 {kept.WeightForLength / 100m} {{Zscore}}"],
            Of<Observation>(bundle).Select(o => FormattableString.Invariant($"{o.Code.Coding[0].Code} {((Quantity)o.Value!).Value / 1.000000m:0.##} {((Quantity)o.Value!).Code}")));
        Assert.Equal("8306-3", Of<Observation>(bundle)[1].Code.Coding[1].Code);
        Assert.True(kept.LengthForAge < -300);
        Assert.Equal("Sangat Pendek", Of<Observation>(bundle)[3].Interpretation[0].Coding[0].Display);
        // A height so far from the standard is doubtful, and nobody looked yet.
        Assert.All(Of<Observation>(bundle), o => Assert.Equal(kept.Doubts.Count > 0 ? ObservationStatus.Preliminary : ObservationStatus.Final, o.Status));
        Assert.Empty(Of<Condition>(bundle));
        Assert.False((await test.Validate(new(measured.Id, Keep: false, "salah baca"))).IsRefused);
        Assert.Equal("C-403", (await Written(test)).Outcome.Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Stunting_goes_along_only_where_a_named_health_worker_found_it_and_with_the_height_it_rests_on(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var rini = test.Girl();
        var measured = test.Measured(rini.Id, 9_000, 6_700, new DateOnly(2026, 2, 2));
        await (await test.Phone()).Send(rini, measured);
        Assert.False((await test.Validate(new(measured.Id, Keep: true))).IsRefused);
        Assert.Empty(Of<Condition>(await Bundle(test)));
        Assert.False((await test.With((db, commit) => new DiagnoseStunting(db, commit, test.Clock).Run(test.Nutritionist, new(rini.Id, measured.Id, "dr. Andi", new DateOnly(2026, 2, 20))))).IsRefused);
        var bundle = await Bundle(test);
        Valid(bundle);
        var condition = Assert.Single(Of<Condition>(bundle));
        Assert.Equal(("E45", "2026-02-20"), (condition.Code?.Coding[0].Code, condition.RecordedDate));
        Assert.Equal("dr. Andi", Assert.IsType<Practitioner>(bundle.Entry.Single(e => e.FullUrl == condition.Asserter?.Reference).Resource).Name[0].Text);
        var height = bundle.Entry.Single(e => e.FullUrl == condition.Evidence[0].Detail[0].Reference).Resource;
        Assert.Equal("8302-2", Assert.IsType<Observation>(height).Code.Coding[0].Code);
        Assert.Equal(ObservationStatus.Final, ((Observation)height).Status);
        Assert.False((await test.With((db, commit) => new TakeBackDiagnosis(db, commit, test.Clock).Run(test.Nutritionist, new(rini.Id, "salah anak")))).IsRefused);
        Assert.Empty(Of<Condition>(await Bundle(test)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_register_gives_the_same_names_and_each_is_sent_only_where_it_is_not_there_yet(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var rini = test.Girl();
        await (await test.Phone()).Send(rini, test.Measured(rini.Id), test.Measured(rini.Id, 8_800, null, new DateOnly(2026, 2, 2)));
        var (first, second) = (await Bundle(test), await Bundle(test));
        Assert.Equal(first.Entry.Select(e => e.FullUrl), second.Entry.Select(e => e.FullUrl));
        Assert.Equal(first.Entry.Count, first.Entry.Select(e => e.FullUrl).Distinct().Count());
        Assert.All(first.Entry, e => Assert.Equal($"identifier=urn:ietf:rfc:3986|{e.FullUrl}", e.Request?.IfNoneExist));
        var known = first.Entry.Select(e => e.FullUrl).ToHashSet();
        Assert.All(Of<Observation>(first).SelectMany(o => new[] { o.Subject!, o.Encounter!, o.Performer[0] }.Concat(o.DerivedFrom)), r => Assert.Contains(r.Reference, known));
        Assert.Equal(["2026-02-02", "2026-03-02"], Of<Encounter>(first).Select(e => e.Period?.Start));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task It_is_journaled_for_each_posyandu_before_it_leaves_and_holds_only_the_period(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (rini, ani, none) = (test.Girl(), test.Girl("Ani", "7414016505950002"), test.Girl("Tanpa NIK", null));
        await (await test.Phone()).Send(rini, none, test.Measured(rini.Id), test.Measured(none.Id, 8_000, null), test.Measured(rini.Id, 8_000, null, new DateOnly(2025, 12, 5)));
        await (await test.Phone(test.Mawar, test.OtherCadre)).Send(ani, test.Measured(ani.Id));
        var all = (await Written(test, posyandu: null)).Outcome.Value;
        Assert.Equal((null, 3, 3, 1), (all.Name, all.Children, all.Measurements, all.WithoutNik));
        await using var db = test.Read();
        var entries = await db.JournalEntries.Where(e => e.Fact == nameof(SatusehatBundleMade)).OrderBy(e => e.Seq).ToListAsync();
        Assert.Equal([test.Mawar, test.Melati], entries.Select(e => e.Subject).OrderBy(s => s == test.Melati));
        Assert.DoesNotContain(entries, e => e.Data.Contains("Rini", StringComparison.Ordinal) || e.Data.Contains("7414", StringComparison.Ordinal));
        var counted = (await test.With((d, c) => new SatusehatBundle(d, c, test.Clock, test.Personal).Run(test.Nutritionist, test.Melati, _from, _until))).Value;
        Assert.Equal(("Posyandu Melati", 2, 2, 1), (counted.Name, counted.Children, counted.Measurements, counted.WithoutNik));
        Assert.Equal(2, await db.JournalEntries.CountAsync(e => e.Fact == nameof(SatusehatBundleMade)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_those_who_care_for_the_posyandu_may_and_only_a_period_of_at_most_a_year_that_is_past(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var rini = test.Girl();
        await (await test.Phone()).Send(rini, test.Measured(rini.Id));
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)))
            Assert.Equal("K-001", (await Written(test, by: TestPosyandu.Staff(role))).Outcome.Refusal?.Code);
        Assert.Equal("C-001", (await Written(test, posyandu: test.Mawar, by: test.Midwife)).Outcome.Refusal?.Code);
        Assert.Equal("C-001", (await Written(test, by: test.FarNutritionist)).Outcome.Refusal?.Code);
        Assert.Equal("C-403", (await Written(test, by: test.FarNutritionist, posyandu: null)).Outcome.Refusal?.Code);
        Assert.Equal("C-402", (await Written(test, from: new DateOnly(2026, 4, 1))).Outcome.Refusal?.Code);
        Assert.Equal("C-402", (await Written(test, from: new DateOnly(2025, 3, 2))).Outcome.Refusal?.Code);
        Assert.Equal("C-402", (await Written(test, until: test.Clock.Today(TimeZoneInfo.Utc).AddDays(2))).Outcome.Refusal?.Code);
        Assert.False((await Written(test, from: new DateOnly(2025, 3, 3), by: test.Midwife)).Outcome.IsRefused);
    }

    private static void Valid(Resource resource, string? profile = null)
    {
        var errors = FhirValidator.Errors(resource, profile);
        Assert.True(errors.Length == 0, string.Join(Environment.NewLine, errors));
    }

    private static async Task<Bundle> Bundle(TestPosyandu test)
    {
        var (outcome, json) = await Written(test);
        Assert.False(outcome.IsRefused);
        return JsonSerializer.Deserialize<Bundle>(json, new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector))!;
    }

    private static Task<(Outcome<ExportScope> Outcome, byte[] Json)> Written(TestPosyandu test, DateOnly? from = null, DateOnly? until = null, Caller? by = null) => Written(test, test.Melati, from, until, by);

    private static async Task<(Outcome<ExportScope> Outcome, byte[] Json)> Written(TestPosyandu test, Guid? posyandu, DateOnly? from = null, DateOnly? until = null, Caller? by = null)
    {
        using var stream = new MemoryStream();
        var outcome = await test.With((db, commit) => new SatusehatBundle(db, commit, test.Clock, test.Personal).Write(by ?? test.Nutritionist, posyandu, from ?? _from, until ?? _until, _ => stream));
        return (outcome, stream.ToArray());
    }

    private static T[] Of<T>(Bundle bundle) where T : Resource => [.. bundle.Entry.Select(e => e.Resource).OfType<T>()];
}
