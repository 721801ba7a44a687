using System.Collections.Immutable;

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
/// <param name="Agencies">The agencies whose private rows are seen, or null for all of the region's.</param>
public readonly record struct Scope(int? Region, ImmutableArray<int>? Agencies)
{
    /// <summary>Sees nothing. A context starts like this, so that a forgotten scope shows as an empty page and not as a leak.</summary>
    public static Scope Nothing => new(0, []);

    /// <summary>Sees every region and agency.</summary>
    public static Scope Installation => new(null, null);

    /// <summary>For the query filter: null where every agency is seen, so that the writer of the SQL leaves the condition out.</summary>
    internal bool? IsBound => Agencies is null ? null : true;

    /// <summary>For the query filter: the agencies, none where every one is seen.</summary>
    internal int[] Bound => Agencies is { } agencies ? [.. agencies] : [];

    /// <summary>
    /// What a caller may see before an act is named: no more than the narrowest of the roles allows, so that a query that forgot to
    /// ask shows too little and never too much.
    /// </summary>
    public static Scope Of(Caller caller)
    {
        ImmutableArray<int> bound = [.. Bounds(caller).Where(a => a is not null).Select(a => a!.Value).Distinct()];
        return new(caller.Region, bound.IsEmpty ? null : bound);
    }

    /// <summary>What a caller sees who was narrowed to the assignments that permit an act: all of them together.</summary>
    internal static Scope OfNarrowed(Caller caller) => new(caller.Region, AgenciesOf(caller));

    internal static ImmutableArray<int>? AgenciesOf(Caller narrowed)
    {
        var bounds = Bounds(narrowed).ToList();
        return bounds.Contains(null) || bounds.Count == 0 ? null : [.. bounds.Select(a => a!.Value).Distinct().Order()];
    }

    private static IEnumerable<int?> Bounds(Caller caller) =>
        caller.Assignments.IsDefaultOrEmpty ? [] : caller.Assignments.Where(a => a.Region == caller.Region).Select(a => a.Agency);
}
