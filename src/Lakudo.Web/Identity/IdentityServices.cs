using System.Security.Cryptography;
using Lakudo.Hall.Setup;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Web.Host;
using Lakudo.Web.Https;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Validation.AspNetCore;

namespace Lakudo.Web.Identity;

/// <summary>Accounts, devices and API clients: who a request is from.</summary>
public static class IdentityServices
{
    /// <summary>The cookie of who signed in.</summary>
    public const string StaffCookie = "lakudo.staff";

    private const string AnyScheme = "Lakudo";

    /// <summary>What commands and server both need: accounts and their passwords.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(o =>
        {
            // Length beats rules of composition; lockout keeps guessing slow.
            o.Password = new PasswordOptions { RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            o.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5) };
        }).AddUserStore<AccountStore>().AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<RolesInForce>();
        services.AddScoped<DeviceOfToken>();
        services.AddOpenIddict().AddCore(o => o.UseEntityFrameworkCore().UseDbContext<LakudoDb>());
    }

    /// <summary>What the server needs on top: cookies, tokens and who may come in.</summary>
    public static void AddSignIn(this IServiceCollection services, Settings settings, bool https)
    {
        var keys = new KeyFiles(settings);
        services.AddScoped<SignInManager<Account>>();
        services.AddScoped<ISecurityStampValidator, SecurityStampValidator<Account>>();
        services.AddScoped<ITwoFactorSecurityStampValidator, TwoFactorSecurityStampValidator<Account>>();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, StaffPrincipal>();
        services.AddScoped<AuthenticatorKey>();
        services.AddMemoryCache();
        // Roles that ended and passwords that were reset count from the next minute on.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, null, o => o.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, DeviceAuthentication>(DeviceAuthentication.Name, null)
            .AddIdentityCookies(c =>
            {
                c.ApplicationCookie!.Configure(o =>
                {
                    // For the whole site: who works for several halls signs in once.
                    o.Cookie = HostCookie.Named(StaffCookie, https, SameSiteMode.Lax);
                    o.LoginPath = "/masuk";
                    o.AccessDeniedPath = "/galat/403";
                    o.ReturnUrlParameter = "kembali";
                    o.ExpireTimeSpan = TimeSpan.FromHours(10);
                    o.SlidingExpiration = true;
                });
            });
        services.AddAuthorization();
        services.AddOpenIddict()
            .AddServer(o =>
            {
                // Not the address a request came to: a token is good at every node, from inside and from outside.
                o.SetIssuer(new Uri(settings.PublicAddress));
                o.SetTokenEndpointUris("connect/token").AllowClientCredentialsFlow();
                o.RegisterScopes(ClientScopes.Hall, ClientScopes.Applications, ClientScopes.Catalogue);
                o.AddSigningKey(Key(keys, "tokens-signing.pem")).AddEncryptionKey(Key(keys, "tokens-encryption.pem"));
                o.DisableAccessTokenEncryption().SetAccessTokenLifetime(TimeSpan.FromHours(1));
                o.UseAspNetCore().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
            })
            .AddValidation(o =>
            {
                o.UseLocalServer();
                o.UseAspNetCore();
            });
    }

    /// <summary>A bearer token is a client's; a staff cookie beats the cookie of the computer the clerk sits at.</summary>
    private static string SchemeOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme
        : context.Request.Cookies.ContainsKey(CookieNames.Of(StaffCookie, context.RequestServices.GetRequiredService<HttpsSettings>().IsOn)) ? IdentityConstants.ApplicationScheme
        : DeviceAuthentication.Name;

    private static RsaSecurityKey Key(KeyFiles keys, string name)
    {
        var rsa = RSA.Create(2048);
        rsa.ImportFromPem(System.Text.Encoding.ASCII.GetString(keys.ReadOrMake(name, () => System.Text.Encoding.ASCII.GetBytes(rsa.ExportPkcs8PrivateKeyPem()))));
        return new RsaSecurityKey(rsa) { KeyId = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()))[..16] };
    }
}
