using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Web.Host;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Lakudo.Web.Identity;

/// <summary>Signs a registered kiosk, counter computer or board in by the token in its cookie.</summary>
public sealed class DeviceAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DeviceOfToken devices, NoteDeviceSeen seen, IMemoryCache cache)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "Device";

    /// <summary>The cookie that carries the token.</summary>
    public const string Cookie = "lakudo.device";

    /// <summary>A revoked device is locked out after this at the latest.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    /// <summary>The device of a request, or null.</summary>
    public static DeviceOfToken.Answer? Of(HttpContext context) => context.Items[typeof(DeviceOfToken.Answer)] as DeviceOfToken.Answer;

    /// <summary>The device whose token the browser carries beside a clerk's cookie, or null.</summary>
    public static async Task<DeviceOfToken.Answer?> Beside(HttpContext context)
    {
        await context.AuthenticateAsync(Name);
        return Of(context);
    }

    /// <summary>Claims of an assignment that is no account's.</summary>
    public static ClaimsPrincipal Principal(string scheme, Guid id, string name, params Assignment[] assignments) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, id.ToString()), new Claim(ClaimTypes.Name, name),
            new Claim(CurrentCaller.AssignmentsClaim, JsonSerializer.Serialize(assignments)),
        ], scheme));

    /// <summary>Gives the browser the device's token, for as long as a browser keeps anything.</summary>
    public static void Give(HttpContext context, string token)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = "/",
            MaxAge = TimeSpan.FromDays(400),
        };
        context.Response.Cookies.Append(CookieNames.Of(Cookie, context.Request.IsHttps), token, options);
        if (context.Request.IsHttps && context.Request.Cookies.ContainsKey(Cookie)) context.Response.Cookies.Delete(Cookie);
    }

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (CookieNames.Read(Request, Cookie) is not { Length: > 0 } token)
        {
            return AuthenticateResult.NoResult();
        }

        var device = await cache.GetOrCreateAsync(("device", token), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Remembered;
            return Find(token);
        });
        if (device is null)
        {
            return AuthenticateResult.NoResult();
        }

        // A device that was paired before HTTPS was set up keeps its pairing, under the safer name from now on.
        if (Request.IsHttps && Request.Cookies.ContainsKey(Cookie) && !Response.HasStarted) Give(Context, token);

        Context.Items[typeof(DeviceOfToken.Answer)] = device;
        return AuthenticateResult.Success(new AuthenticationTicket(Principal(Name, device.Id, device.Name, device.Assignment), Name));
    }

    private async Task<DeviceOfToken.Answer?> Find(string token)
    {
        var device = await devices.Find(token, Context.RequestAborted);
        if (device is null)
        {
            return null;
        }

        try
        {
            await seen.Run(new Caller(device.Region, device.Id, [device.Assignment]), device.LastSeenAt, Context.RequestAborted);
        }
        catch (Exception e) when (StoreFault.Is(e))
        {
            // A store that cannot be written does not put the boards out.
        }

        return device;
    }
}
