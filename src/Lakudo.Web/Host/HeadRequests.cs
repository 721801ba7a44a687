namespace Lakudo.Web.Host;

/// <summary>HEAD is answered as GET would be, without the body (RFC 9110, 9.3.2): link checkers, monitors and telephones' previews ask by it.</summary>
public static class HeadRequests
{
    private static readonly object _mark = new();

    /// <summary>Whether only the headers of the answer are wanted: an answer without an end must not begin.</summary>
    public static bool WantsHeadersOnly(HttpContext context) => context.Items.ContainsKey(_mark);

    /// <summary>Stands before everything that looks at the method.</summary>
    public static async Task AnswerAsGet(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        (context.Request.Method, context.Response.Body) = (HttpMethods.Get, Stream.Null);
        context.Items[_mark] = true;
        try
        {
            await next(context);
        }
        finally
        {
            (context.Request.Method, context.Response.Body) = (HttpMethods.Head, body);
        }
    }
}
