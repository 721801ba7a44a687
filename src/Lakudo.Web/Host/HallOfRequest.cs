using System.Collections.Frozen;
using Lakudo.Hall;

namespace Lakudo.Web.Host;

/// <summary>
/// Finds the hall a request is about. With a single hall addresses need no hall; with several, the first segment names it and becomes the
/// path base, so that every page is written as if there were one.
/// </summary>
public sealed class HallOfRequest(RequestDelegate next, HallDirectory directory)
{
    /// <summary>The page that lists the halls.</summary>
    public const string Choose = "/aula";

    /// <summary>What belongs to the installation and needs no hall.</summary>
    private static readonly FrozenSet<string> OfInstallation =
        new[] { "_content", "_framework", "api", "aula", "connect", "galat", "img", "js", "keluarga", "lib", "posyandu", "simulator", "suara" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sets the place of the request; where several halls are and none is named, the front page lists them and other pages lead there.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var halls = await directory.All(context.RequestAborted);
        var place = halls.Length == 1 ? halls[0] : null;
        foreach (var hall in halls)
        {
            if (context.Request.Path.StartsWithSegments("/" + hall.Slug, out var rest))
            {
                place = hall;
                context.Request.PathBase = context.Request.PathBase.Add("/" + hall.Slug);
                context.Request.Path = rest.HasValue ? rest : "/";
                break;
            }
        }

        if (place is not null)
        {
            context.Items[typeof(HallDirectory.Place)] = place;
        }
        else if (context.Request.Path == "/")
        {
            context.Request.Path = Choose;
        }
        else if (!OfInstallation.Contains(context.Request.Path.Value!.Split('/')[1]))
        {
            context.Response.Redirect(context.Request.PathBase + "/");
            return;
        }

        await next(context);
    }
}
