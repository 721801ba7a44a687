namespace Lakudo.Web.Host;

/// <summary>The security headers of every answer.</summary>
public static class Security
{
    /// <summary>Everything from this server only, no inline script, no frames.</summary>
    /// <param name="https">Whether HTTPS is set up: then browsers remember for a year to come by nothing else. Other names of the domain belong to others and are not bound.</param>
    public static HeaderPolicyCollection Headers(bool https)
    {
        var headers = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .RemoveServerHeader()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                csp.AddScriptSrc().Self();
                // Charts and progress bars carry widths in style attributes.
                csp.AddStyleSrc().Self().UnsafeInline();
                csp.AddImgSrc().Self().Data();
                csp.AddFontSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddObjectSrc().None();
                csp.AddBaseUri().Self();
                csp.AddFormAction().Self();
                csp.AddFrameAncestors().None();
            });
        return https ? headers.AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 31_536_000) : headers;
    }
}
