namespace Lakudo.Kernel;

/// <summary>
/// A regency or city that uses this installation. Its id is a small number of the installation and the first key of everything regional;
/// the Kemendagri code is an attribute, because codes change.
/// </summary>
public sealed class Region
{
    private Region()
    {
    }

    /// <summary>Makes a region.</summary>
    public Region(int id, string code, string name, string zone, bool isSample)
    {
        Id = id;
        Code = code;
        Name = name;
        Zone = zone;
        IsSample = isSample;
    }

    /// <summary>The installation's own small number.</summary>
    public int Id { get; private set; }

    /// <summary>The Kemendagri code, for example <c>74.14</c>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The full name, for example <c>Kabupaten Buton Tengah</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The IANA zone that decides what <em>today</em> is, for example <c>Asia/Makassar</c>.</summary>
    public string Zone { get; private set; } = "";

    /// <summary>Whether everything in it is invented; then its pages and papers say <em>contoh</em>.</summary>
    public bool IsSample { get; private set; }

    /// <summary>The zone as .NET knows it.</summary>
    public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(Zone);
}
