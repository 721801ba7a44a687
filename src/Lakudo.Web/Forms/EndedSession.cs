using Lakudo.Web.Host;
using Lakudo.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Identity;

namespace Lakudo.Web.Forms;

/// <summary>A staff form that was sent after its session had ended: it is kept for its owner, and the sign-in page names the cause and leads back to it.</summary>
public static class EndedSession
{
    /// <summary>Answers with the way to the sign-in page.</summary>
    public static async Task Redirect(HttpContext context)
    {
        var request = context.Request;
        if (request.HasFormContentType)
        {
            var typed = TooLargeForm.Is(context) ? (await TooLargeForm.Read(context)).Typed : TypedForm.Of(context, await request.ReadFormAsync(context.RequestAborted), request.Form.Files.Count > 0);
            context.RequestServices.GetRequiredService<KeptForms>().Keep(context, typed);
        }

        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        var back = isPage ? request.PathBase + request.Path + request.QueryString : request.PathBase + "/petugas";
        context.Response.Redirect($"{request.PathBase}/masuk?kembali={Uri.EscapeDataString(back)}&sebab={(await WasRevoked(context) ? FormRefusals.SessionRevoked : FormRefusals.SessionEnded).Code}");
    }

    /// <summary>Whether the cookie was good by its time and seal, and its account was not: an account that changed.</summary>
    private static async Task<bool> WasRevoked(HttpContext context) => CookieNames.Has(context.Request, IdentityServices.StaffCookie)
        && (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Failure?.Message == "No principal.";
}
