using Lakudo.Kernel;

namespace Lakudo.Web.Api;

/// <summary>What the API's document says of an endpoint beyond its types.</summary>
/// <param name="Scope">The scope a client needs, or null where anyone may ask.</param>
/// <param name="Request">An example of what is sent, or null.</param>
/// <param name="Answer">An example of the answer.</param>
/// <param name="Refusals">Refusals a caller has to expect.</param>
public sealed record EndpointWords(string? Scope, object? Request, object? Answer, IReadOnlyList<Refusal> Refusals);

/// <summary>How an endpoint's words are told where it is mapped.</summary>
public static class EndpointWordsMapping
{
    /// <summary>Says what an endpoint does, by whom it may be asked, by example, and what it refuses.</summary>
    /// <param name="route">The endpoint.</param>
    /// <param name="summary">One line.</param>
    /// <param name="description">Two or three sentences: what happens, in which order, what the caller must know.</param>
    /// <param name="scope">The scope a client needs, or null.</param>
    /// <param name="request">Example of the body.</param>
    /// <param name="answer">Example of the answer.</param>
    /// <param name="refusals">Refusals to expect; those that any changing request may get are added by themselves.</param>
    public static RouteHandlerBuilder Told(
        this RouteHandlerBuilder route, string summary, string description, string? scope = null, object? request = null, object? answer = null, params Refusal[] refusals) =>
        route.WithSummary(summary).WithDescription(description).WithMetadata(new EndpointWords(scope, request, answer, refusals));
}
