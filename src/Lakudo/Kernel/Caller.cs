using System.Collections.Immutable;

namespace Lakudo.Kernel;

/// <summary>A role held in a region, perhaps only in one hall or agency, perhaps only until a day.</summary>
/// <param name="Role">The role.</param>
/// <param name="Region">The region it is held in.</param>
/// <param name="Hall">The hall it is narrowed to, or null for all halls of the region.</param>
/// <param name="Agency">The agency it is narrowed to, or null for none in particular.</param>
public sealed record Assignment(Role Role, int Region, int? Hall = null, int? Agency = null);

/// <summary>Who asks for something: one value handed to every verb and view.</summary>
/// <param name="Region">The region in which the caller acts now. Nothing of another region can be read or changed.</param>
/// <param name="Id">The account, device or client; null for the public and for Lakudo itself.</param>
/// <param name="Assignments">The roles in force at this moment.</param>
public sealed record Caller(int Region, Guid? Id, ImmutableArray<Assignment> Assignments)
{
    /// <summary>
    /// The idempotency key of the request: the first answer is kept under it and given again. Null only where nothing is changed
    /// or where the program itself acts.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>The network address the request came from, for limits; never journaled.</summary>
    public string? Address { get; init; }

    /// <summary>The agency whose private data the caller may see, or null when the caller is not bound to one agency.</summary>
    public int? Agency => Assignments.Any(a => a.Agency is null && a.Role is not (Role.Public or Role.CounterDevice))
        ? null
        : Assignments.Select(a => a.Agency).FirstOrDefault(a => a is not null);

    /// <summary>A citizen without an account.</summary>
    public static Caller Public(int region) => new(region, null, [new Assignment(Role.Public, region)]);

    /// <summary>Lakudo itself: timers, reactions, the first start.</summary>
    public static Caller System(int region) => new(region, null, [new Assignment(Role.System, region)]);

    /// <summary>Whether the caller holds a role in the present region, whatever hall or agency it is narrowed to.</summary>
    public bool Is(Role role) => Assignments.Any(a => a.Role == role && a.Region == Region);

    /// <summary>
    /// Asks the table of allowed acts. Gives null when the act is allowed, otherwise the refusal.
    /// </summary>
    /// <param name="act">What is to be done.</param>
    /// <param name="hall">The hall it is done in, where it is done in one.</param>
    /// <param name="agency">The agency whose thing it is, where it belongs to one.</param>
    public Refusal? MayNot(Act act, int? hall = null, int? agency = null)
    {
        var roles = Permissions.For(act);
        foreach (var held in Assignments)
        {
            if (held.Region == Region
                && roles.Contains(held.Role)
                && (held.Hall is null || hall is null || held.Hall == hall)
                && (held.Agency is null || agency is null || held.Agency == agency))
            {
                return null;
            }
        }

        return KernelRefusals.NotAllowed;
    }
}
