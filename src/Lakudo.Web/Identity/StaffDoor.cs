using System.Security.Claims;
using Lakudo.Identity;
using Lakudo.Web.Host;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Lakudo.Web.Identity;

/// <summary>What happens at the door of the staff's pages.</summary>
public static class StaffDoor
{
    /// <summary>Sends whoever has not replaced a first password or set up an authenticator to do that first; asks others than staff to sign in.</summary>
    public static void UseStaffDoor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/petugas", out var rest))
        {
            var isStaff = context.User.HasClaim(c => c.Type == StaffPrincipal.NameClaim);
            if (!isStaff && !(rest.StartsWithSegments("/loket") && DeviceAuthentication.Of(context) is not null))
            {
                await context.ChallengeAsync(IdentityConstants.ApplicationScheme);
                return;
            }

            if (context.User.FindFirstValue(StaffPrincipal.MissingClaim) is not null && !rest.StartsWithSegments("/akun"))
            {
                context.Response.Redirect(context.Request.PathBase + "/petugas/akun");
                return;
            }
        }

        await next(context);
    });

    /// <summary>Maps signing out and the switch of clerks by PIN.</summary>
    public static void MapStaffDoor(this IEndpointRouteBuilder app)
    {
        app.MapPost("/petugas/keluar", SignOut).ExcludeFromDescription();
        app.MapPost("/keluar", SignOut).ExcludeFromDescription();
        app.MapPost("/petugas/loket/pin", Switch).ExcludeFromDescription();
    }

    private static async Task<IResult> SignOut(HttpContext context, IAntiforgery antiforgery, SignInManager<Account> signIn)
    {
        await antiforgery.ValidateRequestAsync(context);
        await signIn.SignOutAsync();
        return Results.Redirect(context.Request.PathBase + "/masuk");
    }

    private static async Task<IResult> Switch(HttpContext context, IAntiforgery antiforgery, SwitchClerk verb, CurrentCaller current, SignInManager<Account> signIn)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        // The clerk before may still be signed in; the computer itself asks.
        var device = await context.AuthenticateAsync(DeviceAuthentication.Name);
        context.User = device.Principal ?? new ClaimsPrincipal();
        var outcome = await verb.Run(current.Caller, new(form["nama"].ToString(), form["pin"].ToString(), current.Here.Hall), context.RequestAborted);
        if (outcome.IsRefused)
        {
            return Results.Redirect(context.Request.PathBase + "/petugas/loket?tolak=" + outcome.Refusal.Code);
        }

        await signIn.SignInAsync(outcome.Value, isPersistent: false);
        return Results.Redirect(context.Request.PathBase + "/petugas/loket");
    }
}
