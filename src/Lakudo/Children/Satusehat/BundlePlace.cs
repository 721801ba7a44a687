using Hl7.Fhir.Model;
using Lakudo.Children.Network;

namespace Lakudo.Children.Satusehat;

/// <summary>
/// The puskesmas as Organization and the posyandu as Location. The ministry's own numbers of them are not known here: whoever sends the bundle puts them in the place of these entries.
/// </summary>
internal sealed record BundlePlace(Guid Organization, string OrganizationName, Posyandu Posyandu, BundleAddress Address)
{
    /// <summary>The puskesmas.</summary>
    internal Organization AsOrganization() => new()
    {
        Identifier = [RegisterUrn.Identifier(Organization)],
        Active = true,
        Type = [new CodeableConcept("http://terminology.hl7.org/CodeSystem/organization-type", "prov")],
        Name = OrganizationName,
        Address = [Address.Place()],
    };

    /// <summary>The posyandu.</summary>
    internal Location AsLocation() => new()
    {
        Identifier = [RegisterUrn.Identifier(Posyandu.Id)],
        Status = Location.LocationStatus.Active,
        Name = Posyandu.Name,
        Mode = Location.LocationMode.Instance,
        Address = Address.Place(),
        ManagingOrganization = RegisterUrn.To(Organization),
    };
}

/// <summary>An address down to the village: a child of the register lives where its posyandu is, as far as the register knows.</summary>
/// <param name="City">The regency or city by name.</param>
/// <param name="VillageCode">The village's Kemendagri code with points, for example <c>74.14.01.2001</c>.</param>
internal sealed record BundleAddress(string City, string VillageCode)
{
    private static readonly string[] _levels = ["province", "city", "district", "village"];

    /// <summary>The place of work of somebody or something.</summary>
    internal Address Place() => Made(Address.AddressUse.Work, null);

    /// <summary>A family's home.</summary>
    /// <param name="line">Street, hamlet or house, as far as it is kept.</param>
    internal Address Home(string? line) => Made(Address.AddressUse.Home, line);

    private Address Made(Address.AddressUse use, string? line)
    {
        var address = new Address { Use = use, City = City, Country = "ID", Extension = [Codes()] };
        if (!string.IsNullOrWhiteSpace(line)) address.Line = [line];
        return address;
    }

    /// <summary>SATUSEHAT writes each level without points, the levels above included.</summary>
    private Extension Codes()
    {
        var parts = VillageCode.Split('.');
        var codes = new Extension { Url = Concepts.AdministrativeCode };
        for (var level = 0; level < Math.Min(parts.Length, _levels.Length); level++)
        {
            codes.Extension.Add(new Extension(_levels[level], new Code(string.Concat(parts[..(level + 1)]))));
        }

        return codes;
    }
}
