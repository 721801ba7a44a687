using Lakudo.Kernel;
using Lakudo.Web.Host;
using Lakudo.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace Lakudo.Web.Forms;

/// <summary>
/// A form that cannot be carried out, because its session, its security mark or its page is no longer what it was, is not lost: the person is shown the page as it is now with everything as
/// typed and a sentence that names the cause. Where somebody has to sign in first it is kept until then.
/// </summary>
/// <param name="next">The pages.</param>
/// <param name="antiforgery">The forms' security mark.</param>
/// <param name="kept">What waits for its owner.</param>
public sealed class UnsentForms(RequestDelegate next, IAntiforgery antiforgery, KeptForms kept)
{
    /// <summary>The cookie that belongs to a form's mark.</summary>
    public const string Cookie = "lakudo.anti";

    /// <summary>The query parameter that makes a page say that the form which was sent is on it no longer.</summary>
    public const string Flag = "kedaluwarsa";

    /// <summary>What the page says above itself.</summary>
    /// <param name="Why">The cause; null where what was kept is shown after signing in.</param>
    /// <param name="Typed">What was typed, where the reader may see it.</param>
    /// <param name="IsKept">Whether it is kept for its owner.</param>
    /// <param name="Form">The form as it was sent, for pages whose second form stands there only after the first.</param>
    public sealed record Note(Refusal? Why, TypedForm? Typed, bool IsKept = false, IFormCollection? Form = null);

    /// <summary>What the present page has to say of a form that was not carried out; null for most.</summary>
    public static Note? Of(HttpContext context) => context.Items[typeof(Note)] as Note;

    /// <summary>Passes a request on, or answers in its place.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is null;
        if (isPage && HttpMethods.IsGet(context.Request.Method)) await Look(context);
        else if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && context.GetEndpoint() is { } endpoint && !context.Request.Path.StartsWithSegments("/api")
                 && (isPage || endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is null)) await Send(context, isPage);
        else await next(context);
    }

    /// <summary>A page that somebody opens: what is kept for that person is shown in its form, once.</summary>
    private async Task Look(HttpContext context)
    {
        var isPrefetch = HeadRequests.WantsHeadersOnly(context) || context.Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);
        var mine = isPrefetch ? [] : kept.Of(context, FormOwner.Of(context.User));
        var why = context.Request.Query.ContainsKey(Flag) ? KernelRefusals.PageStale : null;
        var here = mine.FirstOrDefault(k => k.Typed.Path == context.Request.PathBase + context.Request.Path);
        if (here.Typed is null)
        {
            // Elsewhere the page says where it waits.
            if (mine.Count > 0 || why is not null) context.Items[typeof(Note)] = new Note(why, mine.FirstOrDefault().Typed, IsKept: mine.Count > 0);
            await next(context);
            return;
        }

        context.Items[typeof(Note)] = new Note(why, here.Typed);
        kept.Forget(context, here.Id);
        await new HeldAnswer(context).Refilled(next, here.Typed);
    }

    private async Task Send(HttpContext context, bool isPage)
    {
        if (TooLargeForm.Is(context))
        {
            var (typed, most) = await TooLargeForm.Read(context);
            await ShowAgain(context, new(FormRefusals.TooLarge.With(most), MaySee(context, typed) ? typed : null), StatusCodes.Status413PayloadTooLarge);
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var sent = TypedForm.Of(context, form, form.Files.Count > 0);
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            await Refuse(context, sent, form, isPage);
        }
        else if (!isPage)
        {
            await next(context);
        }
        else if (await new HeldAnswer(context).Passed(next, sent))
        {
            // Its mark is good, so it is this person's; but the page has that form no longer.
            await Gone(context, sent with { Owner = FormOwner.Of(context.User) }, form);
        }
    }

    /// <summary>Staff are led to the page as it is now, where the text waits; who is not signed in is answered with it.</summary>
    private async Task Gone(HttpContext context, TypedForm sent, IFormCollection form)
    {
        if (sent.Owner == Guid.Empty)
        {
            await ShowAgain(context, new(KernelRefusals.PageStale, sent, Form: form), StatusCodes.Status409Conflict);
            return;
        }

        kept.Keep(context, sent);
        var query = QueryString.Create(context.Request.Query.Where(q => q.Key != Flag)).Add(Flag, "1");
        context.Response.Redirect(context.Request.PathBase + context.Request.Path + query);
    }

    private async Task Refuse(HttpContext context, TypedForm sent, IFormCollection form, bool isPage)
    {
        var user = FormOwner.Of(context.User);
        var isOthers = sent.Owner is { } owner && owner != Guid.Empty && owner != user;
        var why = isOthers && user != Guid.Empty ? FormRefusals.OtherAccount.With(NameOf(context))
            : sent.Owner is not null && sent.Owner != user ? FormRefusals.SignedInSince
            : HasCookie(context) ? FormRefusals.MarkUnknown
            : FormRefusals.CookieMissing;
        var maySee = MaySee(context, sent);
        var isKept = !maySee && kept.Keep(context, sent);
        if (isPage) await ShowAgain(context, new(why, maySee ? sent : null, isKept, maySee ? form : null), StatusCodes.Status409Conflict);
        else context.Response.Redirect(context.Request.PathBase + (context.User.Identity?.IsAuthenticated == true ? "/petugas" : "/"));
    }

    /// <summary>Its owner may; and on public pages everybody but another account, because the answer goes to the browser that the text came from.</summary>
    private static bool MaySee(HttpContext context, TypedForm typed)
    {
        var user = FormOwner.Of(context.User);
        if (typed.Owner == user && (user != Guid.Empty || !IsStaff(context))) return true;
        return !IsStaff(context) && (typed.Owner is null || typed.Owner == Guid.Empty || user == Guid.Empty);
    }

    private static bool IsStaff(HttpContext context) => context.Request.Path.StartsWithSegments("/petugas");

    private static bool HasCookie(HttpContext context) => CookieNames.Has(context.Request, Cookie);

    private static string NameOf(HttpContext context) => context.User.FindFirst(StaffPrincipal.NameClaim)?.Value ?? context.User.Identity?.Name ?? "perangkat ini";

    /// <summary>The page as it is now, read instead of sent, in a scope of its own: the pages' services have answered once already.</summary>
    private async Task ShowAgain(HttpContext context, Note note, int status)
    {
        var (method, services) = (context.Request.Method, context.RequestServices);
        await using var scope = services.CreateAsyncScope();
        context.Items[typeof(Note)] = note;
        (context.Request.Method, context.RequestServices) = (HttpMethods.Get, scope.ServiceProvider);
        try
        {
            await new HeldAnswer(context).Refilled(next, note.Typed, status);
        }
        finally
        {
            (context.Request.Method, context.RequestServices) = (method, services);
        }
    }
}
