using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Lakudo.Web.Host;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Lakudo.Web.Identity;

/// <summary><c>POST /connect/token</c>: OAuth2 client credentials for other systems of the region.</summary>
public static class TokenEndpoint
{
    /// <summary>Where a client's assignments are kept in its registration.</summary>
    public const string AssignmentsProperty = "lakudo_assignments";

    /// <summary>Maps the endpoint. Over plain HTTP it answers on loopback only.</summary>
    public static void MapTokenEndpoint(this IEndpointRouteBuilder app) => app.MapPost("/connect/token", Exchange).DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Exchange(HttpContext context, IOpenIddictApplicationManager clients)
    {
        if (!context.Request.IsHttps && context.Connection.RemoteIpAddress is { } from && !System.Net.IPAddress.IsLoopback(from))
        {
            return Results.Problem(title: "Token hanya diberikan lewat HTTPS.", detail: "Tokens are given over HTTPS only.", statusCode: StatusCodes.Status400BadRequest);
        }

        var request = context.GetOpenIddictServerRequest()!;
        var client = await clients.FindByClientIdAsync(request.ClientId!) ?? throw new InvalidOperationException("The client was checked before.");
        var properties = await clients.GetPropertiesAsync(client);
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Subject, (await clients.GetIdAsync(client))!));
        identity.AddClaim(new Claim(Claims.Name, (await clients.GetDisplayNameAsync(client))!));
        identity.AddClaim(new Claim(CurrentCaller.AssignmentsClaim, Asked(properties, request.GetScopes())));
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>Of what the client is trusted with, what this token asks for: a token for the catalogue cannot call a number.</summary>
    private static string Asked(ImmutableDictionary<string, JsonElement> properties, ImmutableArray<string> scopes)
    {
        var held = properties.TryGetValue(AssignmentsProperty, out var all) ? JsonSerializer.Deserialize<Kernel.Assignment[]>(all.GetString()!)! : [];
        return JsonSerializer.Serialize(held.Where(a => scopes.Any(s => ClientScopes.RoleOf(s) == a.Role)));
    }

    /// <summary>An assignment list as a client's registration keeps it.</summary>
    public static JsonElement Property(IEnumerable<Kernel.Assignment> assignments) => JsonSerializer.SerializeToElement(JsonSerializer.Serialize(assignments));
}
