using Hl7.Fhir.Model;
using Lakudo.Children.Measuring;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Children.Satusehat;

/// <summary>A day on which a child was measured, as Encounter, with an Observation for each measure and each z-score.</summary>
/// <param name="Measured">The measurement; it counts.</param>
/// <param name="Child">Whose it is.</param>
/// <param name="Birth">The child's day of birth.</param>
/// <param name="Place">Where it was measured.</param>
internal sealed record BundleVisit(MeasuredChild Measured, Guid Child, DateOnly Birth, BundlePlace Place)
{
    private const int StandsFrom = 24;
    private const string VitalSigns = "vital-signs";
    private const string Exam = "exam";

    /// <summary>The observation of a measurement's height, on which a diagnosis rests.</summary>
    internal static Guid HeightOf(Guid measurement) => RegisterUrn.Derived(measurement, "height");

    /// <summary>The visit. Only its day is known for certain: phones' clocks go wrong, and paper has no hour.</summary>
    internal Encounter AsEncounter() => new()
    {
        Identifier = [RegisterUrn.Identifier(Measured.Id)],
        Status = Encounter.EncounterStatus.Finished,
        Class = new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory"),
        Subject = RegisterUrn.To(Child),
        Period = new Period { Start = Day, End = Day },
        Location = [new Encounter.LocationComponent { Location = RegisterUrn.To(Place.Posyandu.Id) }],
        ServiceProvider = RegisterUrn.To(Place.Organization),
    };

    /// <summary>What was measured, then what it says of the child.</summary>
    internal IEnumerable<(Guid Id, Observation Observation)> Observations()
    {
        var (weight, height) = (RegisterUrn.Derived(Measured.Id, "weight"), HeightOf(Measured.Id));
        if (Measured.Weight is { } grams) yield return (weight, Read(weight, VitalSigns, Concepts.Of("weight"), grams / 1000m, "kg"));
        if (Measured.Height is { } tenths) yield return (height, Read(height, VitalSigns, Concepts.HeightRead(Measured.Position), tenths / 100m, "cm"));
        if (Measured.Head is { } head) yield return Length("head", VitalSigns, head);
        if (Measured.Arm is { } arm) yield return Length("arm", Exam, arm);
        var (classes, stands) = (RuleBook.On(Measured.Day).Classes, CompletedMonths.Between(Birth, Measured.Day) >= StandsFrom);
        if (Measured.WeightForAge is { } bbu) yield return Score("weight-for-age", bbu, Concepts.Of(classes.OfWeightForAge(ZScore.OfHundredths(GrowthIndex.WeightForAge, bbu))), [weight]);
        if (Measured.LengthForAge is { } tbu) yield return Score(stands ? "height-for-age" : "length-for-age", tbu, Concepts.Of(classes.OfLengthForAge(ZScore.OfHundredths(GrowthIndex.LengthForAge, tbu))), [height]);
        if (Measured.WeightForLength is { } bbtb)
            yield return Score(stands ? "weight-for-height" : "weight-for-length", bbtb, Concepts.Of(classes.OfNutrition(ZScore.OfHundredths(GrowthIndex.WeightForLength, bbtb))), [weight, height]);
    }

    private string Day => $"{Measured.Day:yyyy-MM-dd}";

    /// <summary>In doubt until the puskesmas looked; corrected where it takes another one's place.</summary>
    private ObservationStatus Status => Measured switch
    {
        { Validation: Validation.Open, Doubts: not 0 } => ObservationStatus.Preliminary,
        { Replaces: not null } => ObservationStatus.Corrected,
        _ => ObservationStatus.Final,
    };

    private (Guid, Observation) Length(string what, string category, int tenths)
    {
        var id = RegisterUrn.Derived(Measured.Id, what);
        return (id, Read(id, category, Concepts.Of(what), tenths / 100m, "cm"));
    }

    private (Guid, Observation) Score(string what, int hundredths, CodeableConcept says, Guid[] from)
    {
        var id = RegisterUrn.Derived(Measured.Id, what);
        var score = Read(id, Exam, Concepts.Of(what), hundredths / 100m, "{Zscore}");
        (score.Interpretation, score.DerivedFrom) = ([says], [.. from.Select(RegisterUrn.To)]);
        return (id, score);
    }

    private Observation Read(Guid id, string category, CodeableConcept code, decimal value, string unit) => new()
    {
        Meta = Concepts.Profiled("Observation"),
        Identifier = [RegisterUrn.Identifier(id)],
        Status = Status,
        Category = Concepts.Category(category),
        Code = code,
        Subject = RegisterUrn.To(Child),
        Encounter = RegisterUrn.To(Measured.Id),
        Effective = new FhirDateTime(Day),
        Performer = [RegisterUrn.To(Place.Organization)],
        Value = new Quantity(value, unit, Concepts.Ucum),
    };
}
