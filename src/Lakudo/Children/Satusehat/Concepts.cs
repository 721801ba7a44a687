using Hl7.Fhir.Model;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;

namespace Lakudo.Children.Satusehat;

/// <summary>The terms under which SATUSEHAT knows measures, z-scores and classes: <c>data/children/satusehat-codes.csv</c>, each with its source. They change there, not here.</summary>
internal static class Concepts
{
    /// <summary>The country's district and village codes on an address.</summary>
    internal const string AdministrativeCode = "https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode";

    /// <summary>A person's own NIK.</summary>
    internal const string Nik = "https://fhir.kemkes.go.id/id/nik";

    /// <summary>The mother's NIK, under which a child without one of its own is found.</summary>
    internal const string MotherNik = "https://fhir.kemkes.go.id/id/nik-ibu";

    /// <summary>Units of measure.</summary>
    internal const string Ucum = "http://unitsofmeasure.org";

    /// <summary>Universal identifiers written as URNs: the register's own.</summary>
    internal const string Urn = "urn:ietf:rfc:3986";

    private const string Profiles = "https://fhir.kemkes.go.id/r4/StructureDefinition/";

    private static readonly Dictionary<string, Coding> _codes = DataFile.Read("children/satusehat-codes.csv", c => (Concept: c("concept"), Coding: new Coding(c("system"), c("code"), c("display"))))
        .ToDictionary(c => c.Concept, c => c.Coding, StringComparer.Ordinal);

    /// <summary>One or several codes of the same thing.</summary>
    internal static CodeableConcept Of(params string[] concepts) => new() { Coding = [.. concepts.Select(c => (Coding)_codes[c].DeepCopy())] };

    /// <summary>The profile that the ministry has for a resource.</summary>
    internal static Meta Profiled(string resource) => new() { Profile = [Profiles + resource] };

    /// <summary>The kind of an observation.</summary>
    internal static List<CodeableConcept> Category(string code) => [new("http://terminology.hl7.org/CodeSystem/observation-category", code)];

    internal static CodeableConcept Of(WeightForAgeClass reached) => Of(reached switch
    {
        WeightForAgeClass.SeverelyUnderweight => "weight-severe",
        WeightForAgeClass.Underweight => "weight-low",
        WeightForAgeClass.Normal => "weight-normal",
        _ => "weight-risk",
    });

    internal static CodeableConcept Of(LengthForAgeClass reached) => Of(reached switch
    {
        LengthForAgeClass.SeverelyShort => "length-severe",
        LengthForAgeClass.Short => "length-short",
        LengthForAgeClass.Normal => "length-normal",
        _ => "length-tall",
    });

    internal static CodeableConcept Of(NutritionClass reached) => Of(reached switch
    {
        NutritionClass.SeverelyWasted => "wasted-severe",
        NutritionClass.Wasted => "wasted",
        NutritionClass.Good => "nutrition-good",
        NutritionClass.RiskOfOverweight => "nutrition-risk",
        NutritionClass.Overweight => "nutrition-over",
        _ => "nutrition-obese",
    });

    /// <summary>How a height was read, beside the term for any height.</summary>
    internal static CodeableConcept HeightRead(Position? position) => position switch
    {
        Position.Lying => Of("height", "length-lying"),
        Position.Standing => Of("height", "height-standing"),
        _ => Of("height"),
    };
}
