using Lakudo.Hall;

namespace Lakudo.Web.Host;

/// <summary>
/// Finds the hall a request is about. With a single hall addresses need no hall; with several, the first segment names it and becomes the
/// path base, so that every page is written as if there were one.
/// </summary>
public sealed class HallOfRequest(RequestDelegate next, HallDirectory directory)
{
    /// <summary>Sets the place of the request, or answers with the list of halls where none is named.</summary>
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

        await next(context);
    }
}
