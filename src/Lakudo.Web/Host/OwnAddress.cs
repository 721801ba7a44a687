using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Lakudo.Web.Host;

/// <summary>The loopback address by which the program reaches itself: how the sample talks to its simulators.</summary>
public static class OwnAddress
{
    /// <summary>The first address listened on, without a slash at its end.</summary>
    public static string Of(IServiceProvider services)
    {
        var address = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080";
        var uri = new Uri(address.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal));
        return $"{uri.Scheme}://{(uri.Host is "0.0.0.0" or "[::]" ? "localhost" : uri.Host)}:{uri.Port}";
    }
}
