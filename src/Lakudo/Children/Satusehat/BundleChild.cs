using Hl7.Fhir.Model;
using Lakudo.Children.Cases;
using Lakudo.Children.Register;
using Lakudo.Growth;

namespace Lakudo.Children.Satusehat;

/// <summary>A child as Patient, and stunting as Condition where a named health worker found it.</summary>
/// <param name="Child">The child.</param>
/// <param name="Nik">Its NIK, opened; null where it has none or none is known.</param>
/// <param name="MotherNik">The mother's, opened.</param>
/// <param name="IsOfMultipleBirth">Whether the register has another child of the same mother and day of birth.</param>
internal sealed record BundleChild(Child Child, string? Nik, string? MotherNik, bool IsOfMultipleBirth)
{
    /// <summary>
    /// The child. Its mother is there by NIK only: who receives the bundle finds her by it, and her name is not needed for that. Whether it died is not said; who left is not measured any more.
    /// </summary>
    internal Patient AsPatient(BundleAddress address)
    {
        var patient = new Patient
        {
            Meta = Concepts.Profiled("Patient"),
            Active = true,
            Name = [new HumanName { Use = HumanName.NameUse.Official, Text = Child.Name }],
            Gender = Child.Sex switch { Sex.Male => AdministrativeGender.Male, Sex.Female => AdministrativeGender.Female, _ => AdministrativeGender.Unknown },
            BirthDate = $"{Child.Birth:yyyy-MM-dd}",
            MultipleBirth = new FhirBoolean(IsOfMultipleBirth),
            Address = [address.Home(Child.Address)],
        };
        if (Nik is not null) patient.Identifier.Add(Official(Concepts.Nik, Nik));
        if (MotherNik is not null) patient.Identifier.Add(Official(Concepts.MotherNik, MotherNik));
        patient.Identifier.Add(RegisterUrn.Identifier(Child.Id));
        return patient;
    }

    /// <summary>Who found it: the register knows a name only.</summary>
    internal static (Guid Id, Practitioner Practitioner) Finder(StuntingDiagnosis diagnosis)
    {
        var id = RegisterUrn.Derived(diagnosis.Id, "found-by");
        return (id, new Practitioner { Identifier = [RegisterUrn.Identifier(id)], Name = [new HumanName { Use = HumanName.NameUse.Official, Text = diagnosis.FoundBy }] });
    }

    /// <summary>The diagnosis, with whose finding it is.</summary>
    /// <param name="diagnosis">The diagnosis; it stands.</param>
    /// <param name="isHeightHere">Whether the height on which it rests is in the same bundle.</param>
    internal static Condition AsCondition(StuntingDiagnosis diagnosis, bool isHeightHere) => new()
    {
        Identifier = [RegisterUrn.Identifier(diagnosis.Id)],
        ClinicalStatus = new CodeableConcept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
        VerificationStatus = new CodeableConcept("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed"),
        Category = [new CodeableConcept("http://terminology.hl7.org/CodeSystem/condition-category", "problem-list-item")],
        Code = Concepts.Of("stunting"),
        Subject = RegisterUrn.To(diagnosis.ChildId),
        RecordedDate = $"{diagnosis.FoundOn:yyyy-MM-dd}",
        Asserter = RegisterUrn.To(Finder(diagnosis).Id),
        Evidence = isHeightHere ? [new Condition.EvidenceComponent { Detail = [RegisterUrn.To(BundleVisit.HeightOf(diagnosis.MeasurementId))] }] : [],
    };

    private static Identifier Official(string system, string value) => new(system, value) { Use = Identifier.IdentifierUse.Official };
}
