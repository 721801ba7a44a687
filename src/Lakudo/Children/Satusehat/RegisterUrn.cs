using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hl7.Fhir.Model;

namespace Lakudo.Children.Satusehat;

/// <summary>
/// The register's identifiers in a bundle. What has an id in the register is known by it; what is worked out of it, as a z-score of a measurement, gets one that is always the same
/// (UUID version 8, RFC 9562), so that a bundle made again names the same things and a receiver can tell.
/// </summary>
internal static class RegisterUrn
{
    /// <summary>The name of a thing that has an id.</summary>
    internal static string Of(Guid id) => $"urn:uuid:{id:D}";

    /// <summary>The id of a thing that follows from another.</summary>
    internal static Guid Derived(Guid of, string what)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{of:N}/{what}"), hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The id of something that has only a small number within a region.</summary>
    internal static Guid Derived(int region, string what, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, region);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], number);
        return Derived(new Guid(bytes, bigEndian: true), what);
    }

    /// <summary>The identifier by which a receiver knows it again.</summary>
    internal static Identifier Identifier(Guid id) => new(Concepts.Urn, Of(id)) { Use = Hl7.Fhir.Model.Identifier.IdentifierUse.Secondary };

    /// <summary>A reference to another entry of the bundle.</summary>
    internal static ResourceReference To(Guid id) => new(Of(id));
}
