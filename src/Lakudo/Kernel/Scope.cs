namespace Lakudo.Kernel;

/// <summary>A row that belongs to one region. Its table's key begins with the region, and a query filter hides every other region.</summary>
public interface IRegional
{
    /// <summary>The region's small number.</summary>
    int RegionId { get; }
}

/// <summary>A row that is private to one agency. Staff who are bound to an agency see only their own.</summary>
public interface IOfAgency : IRegional
{
    /// <summary>The agency's number within the region.</summary>
    int AgencyId { get; }
}

/// <summary>What a database context lets its queries see.</summary>
/// <param name="Region">The region, or null for all: migrations, background work and the journal's verification.</param>
/// <param name="Agency">The agency whose private rows are seen, or null for all of the region's.</param>
public readonly record struct Scope(int? Region, int? Agency)
{
    /// <summary>Sees nothing. A context starts like this, so that a forgotten scope shows as an empty page and not as a leak.</summary>
    public static Scope Nothing => new(0, 0);

    /// <summary>Sees every region and agency.</summary>
    public static Scope Installation => new(null, null);

    /// <summary>What a caller may see.</summary>
    public static Scope Of(Caller caller) => new(caller.Region, caller.Agency);
}
