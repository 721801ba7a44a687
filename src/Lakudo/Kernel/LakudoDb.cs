using System.Collections.Immutable;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lakudo.Kernel;

/// <summary>Maps one module's entities. Every module has one implementation, in its <c>Tables.cs</c>.</summary>
public interface ITables
{
    /// <summary>Maps the module's entities to tables whose names begin with the module.</summary>
    void Map(ModelBuilder model);
}

/// <summary>
/// The one database of an installation. It has no sets of its own: each module maps its entities in its <c>Tables.cs</c> and reaches them
/// by extension properties there.
/// </summary>
/// <param name="options">Vendor and connection.</param>
public sealed class LakudoDb(DbContextOptions<LakudoDb> options) : DbContext(options)
{
    /// <summary>What queries see. Nothing, until a caller is named.</summary>
    public Scope Scope { get; set; } = Scope.Nothing;

    /// <summary>
    /// Who acts, with nothing but the assignments that permit the act; before an act is named, the caller with all roles.
    /// Null where no caller was named.
    /// </summary>
    internal Caller? Acting { get; private set; }

    private ImmutableArray<Assignment> _asked;

    /// <summary>The same context, seeing what a caller may see who has named no act: public rows, and private ones of the narrowest role.</summary>
    public LakudoDb As(Caller caller)
    {
        (Scope, Acting, _asked) = (Scope.Of(caller), caller, caller.Assignments);
        return this;
    }

    /// <summary>
    /// Asks the table of allowed acts, and lets the context see what the assignments that permit the act may see: no other role of
    /// the same caller widens or narrows it, and the journal names a role that permits.
    /// Gives null when the act is allowed, otherwise the refusal.
    /// </summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="hall">The hall it is done in, where it is done in one.</param>
    /// <param name="agency">The agency whose thing it is, where it belongs to one.</param>
    public Refusal? MayNot(Caller caller, Act act, int? hall = null, int? agency = null)
    {
        if (caller.MayNot(act, hall, agency) is { } refusal) return refusal;
        var narrowed = caller.For(act, hall, agency);
        (Scope, Acting, _asked) = (Scope.OfNarrowed(narrowed), narrowed, caller.Assignments);
        return null;
    }

    /// <summary>
    /// Stays narrowed where this caller asked for an act here; otherwise as <see cref="As"/>. For what a view and the public page of
    /// the same numbers share.
    /// </summary>
    internal LakudoDb Still(Caller caller) => ActsFor(caller) ? this : As(caller);

    /// <summary>A caller as the context knows it by now: narrowed where the same caller asked for an act here.</summary>
    internal Caller ActingFor(Caller caller) => ActsFor(caller) ? caller with { Assignments = Acting!.Assignments } : caller;

    /// <summary>Whether the context was last named this caller.</summary>
    internal bool ActsFor(Caller caller) =>
        Acting is { } acting && acting.Id == caller.Id && acting.Region == caller.Region && _asked == caller.Assignments;

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcMoment>();
        if (Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true)
        {
            configuration.Properties<Guid>().HaveConversion<BigEndianId>();
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var type in typeof(LakudoDb).Assembly.GetTypes()
                     .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ITables)))
                     .OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            ((ITables)Activator.CreateInstance(type, nonPublic: true)!).Map(modelBuilder);
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.ClrType.IsAssignableTo(typeof(IRegional))).ToList())
        {
            Method(nameof(FilterByRegion), entity.ClrType).Invoke(this, [modelBuilder]);
            if (entity.ClrType.IsAssignableTo(typeof(IOfAgency)))
            {
                Method(nameof(FilterByAgency), entity.ClrType).Invoke(this, [modelBuilder]);
            }
        }
    }

    private static MethodInfo Method(string name, Type entity) =>
        typeof(LakudoDb).GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(entity);

    // EF.Parameter keeps "is there a region" a question of the SQL writer, who knows the answer when the query runs and leaves a plain equality. As an alternative within the SQL
    // (@all OR RegionId = @region) no index could be used on SQLite, and every query would read its whole table.
    private void FilterByRegion<T>(ModelBuilder model)
        where T : class, IRegional =>
        model.Entity<T>().HasQueryFilter("region", row => EF.Parameter(Scope.Region) == null || row.RegionId == Scope.Region);

    private void FilterByAgency<T>(ModelBuilder model)
        where T : class, IOfAgency =>
        model.Entity<T>().HasQueryFilter("agency", row => EF.Parameter(Scope.IsBound) == null || Scope.Bound.Contains(row.AgencyId));

    private sealed class UtcMoment() : ValueConverter<DateTime, DateTime>(
        moment => Clock.Cut(moment),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

    private sealed class BigEndianId() : ValueConverter<Guid, byte[]>(
        id => id.ToByteArray(true),
        bytes => new Guid(bytes, true));
}
