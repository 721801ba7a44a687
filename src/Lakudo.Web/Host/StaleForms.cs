namespace Lakudo.Web.Host;

/// <summary>
/// A page that somebody else's act has changed no longer has the form that is sent from an old copy of it, and the framework then answers 400 with nothing to read.
/// Instead, the person is shown the page as it is now, with a sentence that says what happened.
/// </summary>
public static class StaleForms
{
    /// <summary>The query parameter that makes the page say so.</summary>
    public const string Flag = "kedaluwarsa";

    /// <summary>Stands right before the pages.</summary>
    public static void UseStaleForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } && HttpMethods.IsPost(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api"))
        {
            var query = QueryString.Create(context.Request.Query.Where(q => q.Key != Flag)).Add(Flag, "1");
            context.Response.Redirect(context.Request.PathBase + context.Request.Path + query);
        }
    });
}
