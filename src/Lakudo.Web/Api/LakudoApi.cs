using Lakudo.Kernel;
using Lakudo.Web.Applications;
using Lakudo.Web.Catalogue;
using Lakudo.Web.Feedback;
using Lakudo.Web.Hall;
using Lakudo.Web.Host;

namespace Lakudo.Web.Api;

/// <summary>The API's route table. Each module adds its own group beside its pages.</summary>
public static class LakudoApi
{
    /// <summary>Maps <c>/api/v1</c>.</summary>
    public static void MapLakudoApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").DisableAntiforgery();
        api.AddEndpointFilter(AskToSignIn);
        api.AddEndpointFilter(RequireKey);
        api.MapCatalogueApi();
        api.MapHallApi();
        api.MapSurveysApi();
        api.MapApplicationsApi();
        api.MapDocumentsApi();
    }

    /// <summary>Longest key that is kept.</summary>
    private const int LongestKey = 200;

    /// <summary>What is refused to nobody in particular is 401, so that a client knows to get a token; 403 is for those who have one.</summary>
    private static async ValueTask<object?> AskToSignIn(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        return answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status403Forbidden } && context.HttpContext.User.Identity?.IsAuthenticated != true
            ? Results.Problem(ApiProblems.SignInFirst(context.HttpContext))
            : answer;
    }

    /// <summary>Whatever changes something carries an idempotency key.</summary>
    private static async ValueTask<object?> RequireKey(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsPost(request.Method) && request.Headers[CurrentCaller.KeyHeader].FirstOrDefault()?.Trim() is not { Length: > 0 and <= LongestKey }
            ? Results.Problem(KernelRefusals.KeyMissing.Problem())
            : await next(context);
    }
}
