using Firely.Fhir.Validation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Specification.Source;
using Hl7.Fhir.Specification.Terminology;

namespace Lakudo.Tests.Children.Satusehat;

/// <summary>Firely's validator with HL7's definitions of FHIR R4 and the rules of <c>tests/data/satusehat</c>. Its first answer takes seconds, so there is one.</summary>
internal static class FhirValidator
{
    private static readonly Lazy<Validator> _validator = new(() =>
    {
        var own = new DirectorySource(Path.Combine(AppContext.BaseDirectory, "data", "satusehat"));
        var source = new CachedResolver(new SnapshotSource(new MultiResolver(own, ZipSource.CreateValidationSource())));
        return new Validator(source, LocalTerminologyService.CreateDefaultForCore(source));
    });

    /// <summary>What is wrong with a resource, in sentences; empty where it is valid. By its own profile, or by one that is named.</summary>
    internal static string[] Errors(Resource resource, string? profile = null)
    {
        lock (_validator)
        {
            return [.. _validator.Value.Validate(resource, profile).Issue.Where(i => i.Severity is OperationOutcome.IssueSeverity.Error or OperationOutcome.IssueSeverity.Fatal).Select(i => $"{i.Expression.FirstOrDefault()}: {i.Details?.Text}")];
        }
    }
}
