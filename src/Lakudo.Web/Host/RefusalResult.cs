using Lakudo.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Lakudo.Web.Host;

/// <summary>The one place where refusals become HTTP: ProblemDetails with the refusal's code.</summary>
public static class RefusalResult
{
    /// <summary>The HTTP status of a refusal.</summary>
    public static int Status(this Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>ProblemDetails (RFC 9457) of a refusal; <c>code</c> is the number staff can quote.</summary>
    public static ProblemDetails Problem(this Refusal refusal) => new()
    {
        Type = $"urn:lakudo:refusal:{refusal.Code}",
        Title = refusal.Message,
        Detail = refusal.English,
        Status = refusal.Status(),
        Extensions = { ["code"] = refusal.Code },
    };

    /// <summary>An API answer: the value as JSON with a status, or the refusal.</summary>
    public static IResult Answer<T>(this Outcome<T> outcome, int status = StatusCodes.Status200OK) =>
        outcome.IsRefused ? Results.Problem(outcome.Refusal.Problem()) : Results.Json(outcome.Value, statusCode: status);

    /// <summary>Gives a page that shows a refusal the refusal's status, 404 too, without the framework putting its own page in this one's place.</summary>
    public static void Shows(this HttpContext context, Refusal refusal) => context.Response.OnStarting(() =>
    {
        context.Response.StatusCode = refusal.Status();
        return Task.CompletedTask;
    });
}
