using System.Collections.Immutable;

namespace Lakudo.Kernel;

/// <summary>A role held in a region, perhaps only in one hall or agency, perhaps only until a day.</summary>
/// <param name="Role">The role.</param>
/// <param name="Region">The region it is held in.</param>
/// <param name="Hall">The hall it is narrowed to, or null for all halls of the region.</param>
/// <param name="Agency">The agency it is narrowed to, or null for none in particular.</param>
public sealed record Assignment(Role Role, int Region, int? Hall = null, int? Agency = null)
{
    /// <summary>Whether a hall and an agency lie within the bounds of this assignment; null means all of them.</summary>
    public bool Covers(int? hall, int? agency) => (Hall is null || Hall == hall) && (Agency is null || Agency == agency);
}

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

    /// <summary>The network the request came from (<see cref="SourceNetwork"/>), for limits; never journaled.</summary>
    public string? Address { get; init; }

    /// <summary>A citizen without an account.</summary>
    public static Caller Public(int region) => new(region, null, [new Assignment(Role.Public, region)]);

    /// <summary>Lakudo itself: timers, reactions, the first start.</summary>
    public static Caller System(int region) => new(region, null, [new Assignment(Role.System, region)]);

    /// <summary>Whether the caller holds a role in the present region, whatever hall or agency it is narrowed to.</summary>
    public bool Is(Role role) => Assignments.Any(a => a.Role == role && a.Region == Region);

    /// <summary>Whether every role the caller holds in the present region is this one.</summary>
    public bool IsOnly(Role role) => Assignments.Where(a => a.Region == Region).All(a => a.Role == role);

    /// <summary>
    /// The caller with nothing but the assignments that permit an act: what is seen and which role is journaled follow from these
    /// alone. Several that permit are all kept, in the order of the table.
    /// </summary>
    /// <param name="act">What is to be done.</param>
    /// <param name="hall">The hall it is done in, where it is done in one.</param>
    /// <param name="agency">The agency whose thing it is, where it belongs to one.</param>
    public Caller For(Act act, int? hall = null, int? agency = null)
    {
        if (Assignments.IsDefaultOrEmpty) return this;
        var roles = Permissions.For(act);
        return this with
        {
            Assignments =
            [
                .. roles.SelectMany(role => Assignments.Where(held => held.Role == role && held.Region == Region
                    && (held.Hall is null || hall is null || held.Hall == hall) && (held.Agency is null || agency is null || held.Agency == agency))),
            ],
        };
    }

    /// <summary>The caller as the holder of one role alone.</summary>
    public Caller OnlyAs(Role role) => this with { Assignments = [.. Assignments.Where(a => a.Role == role && a.Region == Region)] };

    /// <summary>The agencies to which the roles that permit an act are bound; null when one of them is bound to none.</summary>
    public ImmutableArray<int>? AgenciesFor(Act act, int? hall = null) => Scope.AgenciesOf(For(act, hall));

    /// <summary>
    /// Asks the table of allowed acts. Gives null when the act is allowed, otherwise the refusal.
    /// </summary>
    /// <param name="act">What is to be done.</param>
    /// <param name="hall">The hall it is done in, where it is done in one.</param>
    /// <param name="agency">The agency whose thing it is, where it belongs to one.</param>
    /// <remarks>Only an answer. What reads or changes rows asks <see cref="LakudoDb.MayNot"/>, which narrows what is seen as well.</remarks>
    public Refusal? MayNot(Act act, int? hall = null, int? agency = null) =>
        For(act, hall, agency).Assignments.IsDefaultOrEmpty ? KernelRefusals.NotAllowed : null;
}
