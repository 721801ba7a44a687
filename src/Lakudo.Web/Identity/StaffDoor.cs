using System.Security.Claims;
using Lakudo.Identity;
using Lakudo.Web.Forms;
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
                if (HttpMethods.IsPost(context.Request.Method)) await EndedSession.Redirect(context);
                else await context.ChallengeAsync(IdentityConstants.ApplicationScheme);
                return;
            }

            if (context.User.FindFirstValue(StaffPrincipal.MissingClaim) is not null && !rest.StartsWithSegments("/akun"))
            {
                context.Response.Redirect(context.Request.PathBase + "/petugas/akun");
                return;
            }
        }

        if (await MayNotRead(context))
        {
            return;
        }

        await next(context);
    });

    /// <summary>
    /// Whatever an inspector asks for of the staff's pages and the API is journaled first; when that cannot be done, the answer does not leave. Pages that change
    /// something are not for inspectors; the verbs refuse them.
    /// </summary>
    private static async Task<bool> MayNotRead(HttpContext context)
    {
        var path = context.Request.Path;
        if (!(path.StartsWithSegments("/petugas") || path.StartsWithSegments("/api/v1"))
            || context.RequestServices.GetRequiredService<CurrentCaller>().Inspector is not { } inspector)
        {
            return false;
        }

        var recorded = await context.RequestServices.GetRequiredService<RecordRead>().Run(inspector, new(path), context.RequestAborted);
        context.Response.StatusCode = recorded.IsRefused ? StatusCodes.Status403Forbidden : context.Response.StatusCode;
        return recorded.IsRefused;
    }

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
