using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Lakudo.Hall;
using Lakudo.Kernel;

namespace Lakudo.Web.Host;

/// <summary>Who asks in the present request, and at which hall.</summary>
/// <param name="accessor">The request.</param>
/// <param name="directory">The halls.</param>
public sealed class CurrentCaller(IHttpContextAccessor accessor, HallDirectory directory)
{
    /// <summary>The claim that carries the assignments of a signed-in account, device or client, as JSON.</summary>
    public const string AssignmentsClaim = "lakudo:assignments";

    /// <summary>The form field that carries the idempotency key.</summary>
    public const string KeyField = "_key";

    /// <summary>The header that carries the idempotency key.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Who is signed in, as the cookie or token says.</summary>
    public ClaimsPrincipal User => Context.User;

    /// <summary>The hall of the request, or null where an installation has none yet or several and none is named.</summary>
    public HallDirectory.Place? Place => Context.Items[typeof(HallDirectory.Place)] as HallDirectory.Place;

    /// <summary>The hall of the request.</summary>
    /// <exception cref="InvalidOperationException">None is named; the page should not have been reached.</exception>
    public HallDirectory.Place Here => Place ?? throw new InvalidOperationException("The request names no hall.");

    /// <summary>The caller with the idempotency key of the request.</summary>
    public Caller Caller => Of(Place?.Region ?? 0);

    /// <summary>The signed-in inspector, in the region of the inspection, whatever hall the address names; null for everybody else.</summary>
    public Caller? Inspector => Held.FirstOrDefault(a => a.Role == Role.Inspector) is { } inspects ? new Caller(inspects.Region, Id, [inspects]) : null;

    private IEnumerable<Assignment> Held => Context.User.FindAll(AssignmentsClaim).SelectMany(c => JsonSerializer.Deserialize<Assignment[]>(c.Value) ?? []);

    private Guid? Id => Guid.TryParse(Context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Context.User.FindFirstValue("sub"), out var account) ? account : null;

    private Caller Of(int region)
    {
        var assignments = Held.Where(a => a.Region == region || region == 0).ToImmutableArray();
        var caller = assignments.IsEmpty ? Caller.Public(region) with { Id = Id } : new Caller(region, Id, assignments);
        return caller with { Key = Key, Address = SourceNetwork.Of(Context.Connection.RemoteIpAddress) };
    }

    /// <summary>The caller at a hall that the API names by its number. The region follows from the hall; for an unknown hall it is 0, and nothing is found.</summary>
    public Caller At(int hall)
    {
        var place = directory.Known.FirstOrDefault(h => h.Hall == hall);
        return place is null ? Caller.Public(0) : Of(place.Region);
    }

    private string? Key => Context.Request.Headers[KeyHeader].FirstOrDefault()
        ?? (HttpMethods.IsPost(Context.Request.Method) && Context.Request.HasFormContentType ? Context.Request.Form[KeyField].FirstOrDefault() : null);
}
