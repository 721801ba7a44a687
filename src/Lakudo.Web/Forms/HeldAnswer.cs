using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Lakudo.Web.Forms;

/// <summary>A page's answer, held back until it is known what becomes of it.</summary>
/// <param name="context">The request.</param>
public sealed class HeldAnswer(HttpContext context)
{
    /// <summary>Asks, on a page that is shown in answer to a form, that the form is filled in as it was sent.</summary>
    public static void AskRefill(HttpContext context) => context.Items[typeof(HeldAnswer)] = true;

    /// <summary>Passes a form on. Answers true, and lets nothing out, where the page does not have that form.</summary>
    public async Task<bool> Passed(RequestDelegate next, TypedForm sent)
    {
        var page = await Hold(next);
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
        {
            context.Response.Clear();
            return true;
        }

        await LetOut(page, context.Items.ContainsKey(typeof(HeldAnswer)) ? sent : null);
        return false;
    }

    /// <summary>Renders a page and fills a form of it in.</summary>
    /// <param name="next">The pages.</param>
    /// <param name="typed">What was typed; null for nothing.</param>
    /// <param name="status">What is answered instead of 200.</param>
    public async Task Refilled(RequestDelegate next, TypedForm? typed, int status = StatusCodes.Status200OK)
    {
        var page = await Hold(next);
        if (context.Response is { StatusCode: StatusCodes.Status200OK, HasStarted: false }) context.Response.StatusCode = status;
        if (!context.Response.HasStarted) context.Response.Headers.CacheControl = "no-store";
        await LetOut(page, typed);
    }

    private async Task<MemoryStream> Hold(RequestDelegate next)
    {
        var outside = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var held = new MemoryStream();
        var inside = new StreamResponseBodyFeature(held, outside);
        context.Features.Set<IHttpResponseBodyFeature>(inside);
        try
        {
            await next(context);
            await inside.CompleteAsync();
        }
        finally
        {
            context.Features.Set(outside);
        }

        return held;
    }

    private async Task LetOut(MemoryStream page, TypedForm? typed)
    {
        // A page that leads on may have been drawn already as it was before.
        if (page.Length == 0 || context.Response.StatusCode is >= 300 and < 400) return;
        var bytes = page.ToArray();
        if (typed is not null && context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            bytes = Encoding.UTF8.GetBytes(Refill.Into(Encoding.UTF8.GetString(bytes), typed));
        }

        if (context.Response.ContentLength is not null) context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
